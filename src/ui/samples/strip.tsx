import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { dimmed, useMeasured } from '../kit/measured-at';
import { useSession, useStoreOf } from '../kit/session-context';
import { FINGERS, useMedia } from '../kit/use-media';
import { watchSize } from '../kit/watch-size';
import { Thumbnail } from '../kit/thumbnail';
import styles from './samples.module.css';

/** Smallest side of a thumbnail and the room between two, in CSS pixels. */
const SIDE = { mouse: 36, finger: 40 };
const GAP = 5;

/** How many thumbnails fit into an element. */
function useRoom() {
  const ref = useRef<HTMLDivElement>(null);
  const least = useMedia(FINGERS) ? SIDE.finger : SIDE.mouse;
  const [room, setRoom] = useState({ columns: 6, rows: 2 });
  useLayoutEffect(() => {
    const element = ref.current!;
    const measure = () => {
      const columns = Math.max(4, Math.floor((element.clientWidth + GAP) / (least + GAP)));
      const side = (element.clientWidth + GAP) / columns;
      const rows = Math.max(2, Math.floor((element.clientHeight + GAP) / side));
      setRoom((old) => (old.columns === columns && old.rows === rows ? old : { columns, rows }));
    };
    measure();
    return watchSize(element, measure);
  }, [least]);
  return { ref, ...room };
}

/** Thumbnails of the samples that pass the filter, a page of them; the one shown is always among them. */
export function Strip() {
  const { stimulus, data, network } = useSession();
  const { ref, columns, rows } = useRoom();
  const set = useStoreOf(data.store, (s) => s.test.set);
  const filter = useStoreOf(stimulus.store, (s) => s.filter);
  const shown = useStoreOf(stimulus.store, (s) =>
    s.sample?.role === 'test' ? s.sample.index : null,
  );
  const evaluated = useStoreOf(network.store, (s) => s.evaluation?.answers ?? null);
  // Answers to the set before say nothing about this one.
  const answers = evaluated?.length === set?.count ? evaluated : null;
  const measured = useMeasured();
  const [first, setFirst] = useState(0);

  // What passes depends on the filter, the set and the answers, which `matches` reads for itself.
  const matches = useMemo(
    () => (from: number) => stimulus.matches(from, columns * rows),
    // oxlint-disable-next-line react/exhaustive-deps
    [stimulus, columns, rows, set, filter, answers],
  );
  let from = first;
  let indices = matches(from);
  if (shown !== null && !indices.includes(shown)) {
    // The page of thumbnails begins with the sample shown, unless only few come after it.
    from = shown;
    indices = matches(from);
  }
  if (from !== first) setFirst(from);

  return (
    <div
      ref={ref}
      className={`${styles.strip} ${dimmed(measured) ?? ''}`}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {set &&
        indices.map((index) => (
          <Thumbnail
            key={index}
            set={set}
            index={index}
            answer={answers?.[index] ?? null}
            current={index === shown}
            onChoose={() => stimulus.show('test', index)}
          />
        ))}
      {set && indices.length === 0 && <p className={styles.empty}>No sample passes.</p>}
    </div>
  );
}
