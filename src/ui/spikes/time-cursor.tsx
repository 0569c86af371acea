import { useMemo, type KeyboardEvent } from 'react';
import { formatTime } from '../../words/numbers';
import { runKey } from '../../view/keys';
import { useSession, useStoreOf, useWordsVersion } from '../kit/session-context';
import { spikeCommands } from '../../view/commands';
import { derivedOf } from '../../view/scene/derive';
import { scaleOf } from '../kit/draw/frame';
import styles from './spikes.module.css';
import { toX } from '../../view/time/time-axis';
import { useMoved } from './use-moved';
import { spikesView } from '../../view/spikes-view';

/** The shared time cursor for the pointer and the keys; rasters and time axis draw its line and its handle themselves. */
export function TimeCursor({ width }: { width: number }) {
  const session = useSession();
  useStoreOf(session.playback.store, (s) => s.t);
  useWordsVersion();
  useMoved(width);
  const { window } = useStoreOf(spikesView(session));
  const commands = useMemo(() => spikeCommands(session), [session]);
  const derived = derivedOf(session);
  const end = derived.end();
  const t = derived.cursor();
  const scale = scaleOf(width, window ?? { start: 0, end });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!runKey(commands, event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={styles.cursor}
      style={{
        transform: `translateX(${toX(scale, Math.min(Math.max(t, scale.start), scale.end))}px)`,
      }}
      role="slider"
      tabIndex={0}
      aria-label="Time cursor"
      aria-valuemin={0}
      aria-valuemax={Math.round(end * 1000) / 1000}
      aria-valuenow={Math.round(t * 1000) / 1000}
      aria-valuetext={`t = ${formatTime(t)}`}
      onKeyDown={onKeyDown}
    />
  );
}
