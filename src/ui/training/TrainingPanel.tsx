import { isTraining } from '../../session/training-state';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { useSession, useStoreOf } from '../kit/session-context';
import { percent } from './format';

/** Watching a network learn: run, pause, step, reset. */
export function TrainingPanel() {
  const session = useSession();
  const training = useStoreOf(session.training.store);
  const busy = isTraining(training.status);
  return (
    <Panel title="Training">
      <div>
        <Button
          kind="filled"
          data-testid="train-run"
          onClick={() => void (busy ? session.training.pause() : session.training.run())}
        >
          {busy ? 'Pause' : 'Run'}
        </Button>
        <Button
          data-testid="train-step"
          disabled={busy}
          onClick={() => void session.training.step()}
        >
          Step
        </Button>
        <Button
          kind="quiet"
          data-testid="train-reset"
          onClick={() => void session.training.reset()}
        >
          Reset
        </Button>
      </div>
      <p>
        step <span data-testid="training-step">{training.step}</span> ·{' '}
        <span data-testid="images-per-second">{Math.round(training.imagesPerSecond ?? 0)}</span>{' '}
        images/s
      </p>
      <p data-testid="test-accuracy">{percent(training.testAccuracy)}</p>
    </Panel>
  );
}
