import { nounOf } from '../../data/noun';
import type { OwnFiles } from '../../data/own-files';
import { isPointSize } from '../../data/points/point';
import { TAUGHT_NAME } from '../../data/taught/taught-names';
import type { Points } from '../../data/points/points-spec';
import { contentsWords, MNIST } from '../../session/data/data-id';
import { isUnderWay, progressWords, type PartState } from '../../session/data/data-state';
import { formatCount } from '../../words/numbers';
import { Button } from '../kit/button';
import { useSession, useStoreOf } from '../kit/session-context';
import { OwnData } from './own-data';
import { OwnPictures } from './own-pictures';
import { PointData } from './point-data';
import { savePoints } from './save-points';
import { TeachEntry } from './teach-entry';
import styles from './header.module.css';

function partWords(part: PartState): string {
  const { status, set } = part;
  if (status === 'ready' && set)
    return `${formatCount(set.count)}${isPointSize(set) ? '' : ` of ${set.width} x ${set.height}`}`;
  if (isUnderWay(part)) return progressWords(part);
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
      {isUnderWay(part) && (
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
function testedWith(heldOut: boolean, points: Points | null, name: string): string | false {
  if (heldOut) return 'held out of each class';
  return (points?.set === 'own' || name === TAUGHT_NAME) && 'the same as for training';
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
    session.messages.settleFiles();
    void data.loadFiles(files);
  };
  return (
    <div className={styles.sheet}>
      <h3>{name}</h3>
      {id !== MNIST && <p className={styles.small}>{contentsWords(id)}</p>}
      <Part title={`Test ${many}`} part={test} about={testedWith(heldOut, points, name)} />
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
      <TeachEntry onClose={onClose} />
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
      <OwnPictures onUse={onClose} />
      <hr className={styles.rule} />
      <OwnData onUse={useFiles} />
    </div>
  );
}
