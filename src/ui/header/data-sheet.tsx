import { nounOf } from '../../data/noun';
import type { OwnFiles } from '../../data/own-files';
import { isPointSize } from '../../data/points/point';
import type { Points } from '../../data/points/points-spec';
import { contentsWords, MNIST } from '../../session/data/data-id';
import { progressWords, type PartState } from '../../session/data/data-state';
import { formatCount } from '../../words/numbers';
import { Button } from '../kit/button';
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

/** The data menu: which data set is on the page, how far it has come, and another one. */
export function DataSheet({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { data } = session;
  const { id, name, heldOut, points, own, test, train } = useStoreOf(data.store);
  const { many } = nounOf(test.set);
  const failed = [test, train].some((p) => p.status === 'failed');
  const useFiles = (files: OwnFiles) => {
    onClose();
    void data.loadFiles(files);
  };
  return (
    <div className={styles.sheet}>
      <h3>{name}</h3>
      {id !== MNIST && <p className={styles.small}>{contentsWords(id)}</p>}
      <Part title={`Test ${many}`} part={test} about={testedWith(heldOut, points)} />
      <Part title={`Training ${many}`} part={train} />
      {(id !== MNIST || failed) && (
        <div className={styles.buttons}>
          <Button
            onClick={() => {
              onClose();
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
          onClose();
          void data.loadPoints(wanted);
        }}
      />
      <hr className={styles.rule} />
      <OwnData onUse={useFiles} />
    </div>
  );
}
