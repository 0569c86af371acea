import { Pause, Play, SkipBack, StepBack, StepForward } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Button, IconButton } from '../kit/button';
import { formatTime } from '../../words/numbers';
import { useCursorWords, useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { Term } from '../kit/term/term';
import { stepSpike, togglePlay } from '../../view/commands';
import styles from './spikes.module.css';

/** Moves the shared time cursor. @param sound the button that has it heard */
export function Transport({ sound }: { sound?: ReactNode }) {
  const view = useView();
  const { session } = view;
  const playing = useStoreOf(session.playback.store, (s) => s.playing);
  usePlaying();
  return (
    <>
      <span className={styles.group}>
        <span className={styles.wideOnly}>
          <IconButton label="Cursor to the start" onClick={() => session.playback.seek(0)}>
            <SkipBack size={15} aria-hidden />
          </IconButton>
        </span>
        <IconButton label="Back to the spike before" onClick={() => stepSpike(view, -1)}>
          <StepBack size={15} aria-hidden />
        </IconButton>
        <Button className={styles.play} data-testid="play" onClick={() => togglePlay(view)}>
          {playing ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
          <span>{playing ? 'Pause' : 'Play'}</span>
        </Button>
        <IconButton label="On to the next spike" onClick={() => stepSpike(view, 1)}>
          <StepForward size={15} aria-hidden />
        </IconButton>
        {sound && <span className={styles.later}>{sound}</span>}
      </span>
      <TimeReading />
    </>
  );
}

function TimeReading() {
  const view = useView();
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  const t = useCursorWords(() => formatTime(view.derived.cursor()));
  return (
    <span className={styles.reading} data-testid="time">
      <Term name="t">t</Term>
      <span> = </span>
      <strong translate="no">{t}</strong>
    </span>
  );
}

/** Sweeps the cursor frame by frame while it plays. */
function usePlaying(): void {
  const view = useView();
  const { session } = view;
  const playing = useStoreOf(session.playback.store, (s) => s.playing);
  useEffect(() => {
    if (!playing) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function sweep(now) {
      // A page that was hidden gets no frames: the cursor goes on where it was, without a jump.
      session.playback.tick(Math.min(0.1, Math.max(0, now - before) / 1000), view.derived.end());
      before = now;
      frame = requestAnimationFrame(sweep);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, session, view]);
}
