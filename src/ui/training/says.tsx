import { CircleCheck, TriangleAlert } from 'lucide-react';
import { isTraining, type TrainingState } from '../../session/training/training-state';
import { Button } from '../kit/button';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './says.module.css';
import { verdict } from './verdict';

/** The run in a sentence, with a remedy beside it where there is one. Keeps its place when it has nothing to say. */
export function Says({ training }: { training: TrainingState }) {
  const session = useSession();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const origin = useStoreOf(session.network.store, (s) => s.origin);
  const data = useStoreOf(session.data.store);
  const hit = useStoreOf(session.training.breakpoints, (s) => s.hit);
  const { text, tone, remedy } = verdict(training, { spec, origin }, data, hit);
  return (
    <div className={`${styles.says} ${styles[tone]}`}>
      {tone === 'bad' && <TriangleAlert size={14} aria-hidden />}
      {tone === 'good' && <CircleCheck size={14} aria-hidden />}
      {/* While it trains the sentence changes all the time: that is not read out. */}
      <p data-testid="training-says" aria-live={isTraining(training.status) ? 'off' : 'polite'}>
        {text}
      </p>
      {remedy === 'reload data' && (
        <Button onClick={() => void session.data.loadMnist()}>Try again</Button>
      )}
    </div>
  );
}
