import { formatTime } from '../../words/numbers';
import { useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { scaleOf } from '../kit/draw/frame';
import styles from './spikes.module.css';
import { toX } from '../../view/time/time-axis';
import { useMoved } from './use-moved';
import { useSpikeKeys } from './use-spike-keys';

/** The shared time cursor for the pointer and the keys; rasters and time axis draw its line and its handle themselves. */
export function TimeCursor({ width }: { width: number }) {
  const view = useView();
  const { session } = view;
  useStoreOf(session.playback.store, (s) => s.t);
  useWordsVersion();
  useMoved(width);
  const { window } = useStoreOf(view.store);
  const onKeyDown = useSpikeKeys();
  const { derived } = view;
  const end = derived.end();
  const t = derived.cursor();
  const scale = scaleOf(width, window ?? { start: 0, end });
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
