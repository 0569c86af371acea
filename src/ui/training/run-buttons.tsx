import { useNoun } from '../kit/use-noun';
import { ChevronDown, Pause, Play, RotateCcw, Snail, StepForward } from 'lucide-react';
import { memo, useRef } from 'react';
import { RANGES } from '../../model/ranges';
import { isTraining, type TrainingState } from '../../session/training/training-state';
import { Button, IconButton } from '../kit/button';
import { Popover, PopoverClose } from '../kit/popover';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './run-buttons.module.css';
import { plural } from '../../words/numbers';

/** Run or pause, one step, reset. */
export const RunButtons = memo(function RunButtons({
  status,
  settings,
}: Pick<TrainingState, 'status' | 'settings'>) {
  const session = useSession();
  const ready = useStoreOf(session.engine.store, (s) => s.status === 'ready');
  const { one } = useNoun();
  const busy = isTraining(status);
  const { seed } = settings;
  // Run right after Reset means: reset, then run.
  const resetting = useRef<Promise<void>>(Promise.resolve());
  const reset = (to?: number) => {
    resetting.current = session.training.reset(to);
  };
  const then = (go: () => Promise<void>) => void resetting.current.then(go);
  const nextSeed = seed >= RANGES.seed.range[1] ? 0 : seed + 1;
  return (
    <div className={styles.buttons}>
      <Button
        kind="filled"
        className={styles.run}
        data-testid="train-run"
        disabled={!ready || status === 'pausing'}
        onClick={() => (busy ? void session.training.pause() : then(() => session.training.run()))}
      >
        {busy ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
        <span>{busy ? 'Pause' : 'Run'}</span>
      </Button>
      <Button
        data-testid="train-step"
        title={`Train on one batch of ${plural(settings.batch, one)}`}
        disabled={!ready || busy || status === 'pausing'}
        onClick={() => then(() => session.training.step())}
      >
        <StepForward size={14} aria-hidden />
        <span>Step</span>
      </Button>
      <IconButton
        label="The next step in slow motion"
        data-testid="train-slow"
        disabled={!ready || busy || status === 'pausing'}
        onClick={() => then(() => session.slow.open())}
      >
        <Snail size={15} aria-hidden />
      </IconButton>
      <span className={styles.split}>
        <Button
          kind="quiet"
          data-testid="train-reset"
          title={`Back to the same initial weights, those of seed ${seed}`}
          disabled={!ready}
          onClick={() => reset()}
        >
          <RotateCcw size={14} aria-hidden />
          <span>Reset</span>
        </Button>
        <Popover
          label="Reset to which weights"
          align="end"
          trigger={
            <IconButton label="Other ways to reset" disabled={!ready} className={styles.more}>
              <ChevronDown size={14} aria-hidden />
            </IconButton>
          }
        >
          <div className={styles.menu}>
            <PopoverClose>
              <Button kind="quiet" onClick={() => reset()}>
                <span>Same initial weights </span>
                <small>{`seed ${seed}`}</small>
              </Button>
            </PopoverClose>
            <PopoverClose>
              <Button kind="quiet" data-testid="train-reset-seed" onClick={() => reset(nextSeed)}>
                <span>New seed </span>
                <small>{`seed ${nextSeed}`}</small>
              </Button>
            </PopoverClose>
          </div>
        </Popover>
      </span>
    </div>
  );
});
