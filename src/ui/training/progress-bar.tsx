import { useNoun } from '../kit/use-noun';
import { isUnderWay, progressWords } from '../../session/data/data-state';
import type { TrainingState } from '../../session/training/training-state';
import { useSession, useStoreOf } from '../kit/session-context';
import { Digits } from './digits';
import { DASH, percent } from '../../view/words/figures';
import { duration, type Progress } from './progress';
import styles from './progress-bar.module.css';

interface Props {
  training: Pick<TrainingState, 'status' | 'step' | 'imagesPerSecond'>;
  progress: Progress;
}

/** How far the run is: the bar, its step, its speed and the time left. While the data loads, the bar is the data's. */
export function ProgressBar({ training, progress }: Props) {
  const session = useSession();
  const { many } = useNoun();
  const data = useStoreOf(session.data.store, (s) => s.train);
  const waits = training.status === 'waiting for data' && isUnderWay(data);
  const share = waits ? data.progress : (progress.share ?? 0);
  const text = waits
    ? `Training ${many} loading: ${progressWords(data)}`
    : `Epoch ${progress.epoch} of ${progress.epochs}, ${percent(share, 0)} of the run`;
  const left = progress.secondsLeft;
  return (
    <div className={styles.progress}>
      <div
        role="progressbar"
        aria-label={waits ? `Loading the training ${many}` : 'Progress of the run'}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={text}
        className={waits ? `${styles.bar} ${styles.waits}` : styles.bar}
      >
        <div style={{ transform: `scaleX(${share})` }} />
        {progress.epochs > 1 && progress.epochs <= 30 && !waits && (
          <EpochMarks epochs={progress.epochs} />
        )}
      </div>
      <div className={styles.ends}>
        <span>
          <span>step </span>
          <span data-testid="training-step">
            <Digits value={training.step} />
          </span>
          <span>{' · '}</span>
          <span data-testid="images-per-second">
            {training.imagesPerSecond === null ? DASH : <Digits value={training.imagesPerSecond} />}
          </span>
          <span>{` ${many}/s`}</span>
        </span>
        {left !== null && training.step > 0 && <span>{`${duration(left)} left`}</span>}
      </div>
    </div>
  );
}

function EpochMarks({ epochs }: { epochs: number }) {
  return Array.from({ length: epochs - 1 }, (_, i) => (
    <i key={i} style={{ left: `${((i + 1) / epochs) * 100}%` }} />
  ));
}
