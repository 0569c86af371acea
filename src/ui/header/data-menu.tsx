import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { contentsWords, MNIST } from '../../session/data/data-id';
import { progressWords, type PartState } from '../../session/data/data-state';
import { nounOf } from '../../data/noun';
import { isPointSize } from '../../data/points/point';
import type { Points } from '../../data/points/points-spec';
import type { OwnFiles } from '../../data/own-files';
import { Button } from '../kit/button';
import { formatCount } from '../../words/numbers';
import { Popover } from '../kit/popover';
import { useSession, useStoreOf } from '../kit/session-context';
import { OwnData } from './own-data';
import { PointData } from './point-data';
import { savePoints } from './save-points';
import styles from './header.module.css';

function partWords({ status, progress, set }: PartState): string {
  if (status === 'ready' && set)
    return `${formatCount(set.count)}${isPointSize(set) ? '' : ` of ${set.width} x ${set.height}`}`;
  if (status === 'loading' || status === 'waiting') return progressWords({ status, progress });
  return status === 'failed' ? 'failed to load' : 'not loaded';
}

function Part({ title, part, about }: { title: string; part: PartState; about?: string | false }) {
  return (
    <div className={styles.part}>
      <span>
        <span>{title}</span>
        {about && <small className={styles.soft}>{` ${about}`}</small>}
      </span>
      <span className={styles.soft}>{partWords(part)}</span>
      {part.status === 'loading' && (
        <progress
          className={styles.progress}
          value={part.progress}
          aria-label={`${title} loading`}
        />
      )}
    </div>
  );
}

/** Where the test images or points are from, where that is to be said. */
function testedWith(heldOut: boolean, points: Points | null): string | false {
  if (heldOut) return 'held out of each class';
  return points?.set === 'own' && 'the same as for training';
}

/** Which data set is on the page, how far it has come, and another one. */
export function DataMenu() {
  const session = useSession();
  const { data } = session;
  const { id, name, heldOut, points, own, test, train } = useStoreOf(data.store);
  const { many } = nounOf(test.set);
  const [open, setOpen] = useState(false);
  const loading = [test, train].find((p) => p.status === 'loading');
  const failed = [test, train].some((p) => p.status === 'failed');
  const useFiles = (files: OwnFiles) => {
    setOpen(false);
    void data.loadFiles(files);
  };
  return (
    <Popover
      label="Data"
      width={380}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.chip} data-testid="data" title="Choose the data">
          {failed && <span className={`${styles.dot} ${styles.failed}`} aria-hidden />}
          <span className={`${styles.cut} ${styles.name}`} title={name} translate="no">
            {name}
          </span>
          {loading && <span className={styles.soft}>{progressWords(loading)}</span>}
          <ChevronDown size={13} aria-hidden />
        </button>
      }
    >
      <div className={styles.sheet}>
        <h3>{name}</h3>
        {id !== MNIST && <p className={styles.small}>{contentsWords(id)}</p>}
        <Part title={`Test ${many}`} part={test} about={testedWith(heldOut, points)} />
        <Part title={`Training ${many}`} part={train} />
        {(id !== MNIST || failed) && (
          <div className={styles.buttons}>
            <Button
              onClick={() => {
                setOpen(false);
                void data.loadMnist();
              }}
            >
              {failed && id === MNIST ? 'Load again' : 'Use MNIST'}
            </Button>
            {points && (
              <Button
                title="Images and labels, to train on and to test with: four files, as the commands read them"
                onClick={() => savePoints(session)}
              >
                Save as IDX files
              </Button>
            )}
          </div>
        )}
        <hr className={styles.rule} />
        <PointData
          now={points}
          own={own}
          onUse={(wanted) => {
            setOpen(false);
            void data.loadPoints(wanted);
          }}
        />
        <hr className={styles.rule} />
        <OwnData onUse={useFiles} />
      </div>
    </Popover>
  );
}
