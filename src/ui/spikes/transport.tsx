import { Pause, Play, SkipBack, StepBack, StepForward } from 'lucide-react';
import { useEffect } from 'react';
import { Button, IconButton } from '../kit/button';
import { formatTime } from '../../words/numbers';
import { useSession, useStoreOf, useWordsVersion } from '../kit/session-context';
import { stepSpike, togglePlay } from '../../view/commands';
import { derivedOf } from '../../view/scene/derive';
import styles from './spikes.module.css';
import { spikesView } from '../../view/spikes-view';

/** Moves the shared time cursor. */
export function Transport() {
  const session = useSession();
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
        <IconButton label="Back to the spike before" onClick={() => stepSpike(session, -1)}>
          <StepBack size={15} aria-hidden />
        </IconButton>
        <Button className={styles.play} onClick={() => togglePlay(session)}>
          {playing ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
          <span>{playing ? 'Pause' : 'Play'}</span>
        </Button>
        <IconButton label="On to the next spike" onClick={() => stepSpike(session, 1)}>
          <StepForward size={15} aria-hidden />
        </IconButton>
      </span>
      <TimeReading />
    </>
  );
}

function TimeReading() {
  const session = useSession();
  useStoreOf(session.playback.store, (s) => s.t);
  useWordsVersion();
  useStoreOf(spikesView(session), (s) => s.edits);
  return (
    <span className={styles.reading} data-testid="time">
      <span>t = </span>
      <strong translate="no">{formatTime(derivedOf(session).cursor())}</strong>
    </span>
  );
}

/** Sweeps the cursor frame by frame while it plays. */
function usePlaying(): void {
  const session = useSession();
  const playing = useStoreOf(session.playback.store, (s) => s.playing);
  useEffect(() => {
    if (!playing) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function sweep(now) {
      // A page that slept does not jump.
      session.playback.tick(
        Math.min(0.1, Math.max(0, now - before) / 1000),
        derivedOf(session).end(),
      );
      before = now;
      frame = requestAnimationFrame(sweep);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, session]);
}
