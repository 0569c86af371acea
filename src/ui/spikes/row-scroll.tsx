import { useLayoutEffect, useRef } from 'react';
import { SCROLLED_ROW } from '../../view/layout/marks';
import styles from './spikes.module.css';
import type { View } from '../../view/view';
import { useView } from '../kit/session-context';

/** Scrolls a layer so that its rows begin with row `first`; null: all rows at once again. */
export function scrollTo(view: View, layer: number, first: number | null): void {
  view.store.setState(({ scroll }) => {
    const { [layer]: _, ...others } = scroll;
    return { scroll: first === null ? others : { ...others, [layer]: Math.max(0, first) } };
  });
}

interface Props {
  layer: number;
  name: string;
  /** First row shown, rows there are, rows shown at a time. */
  first: number;
  total: number;
  fit: number;
}

/** The scroll bar of a layer's rows: the browser's own, beside the raster. */
export function RowScroll({ layer, name, first, total, fit }: Props) {
  const view = useView();
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const top = first * SCROLLED_ROW;
    if (bar.current && Math.abs(bar.current.scrollTop - top) >= SCROLLED_ROW) {
      bar.current.scrollTop = top;
    }
  }, [first]);
  return (
    <div
      ref={bar}
      className={styles.scroll}
      role="group"
      tabIndex={-1}
      aria-label={`Rows of ${name}`}
      style={{ height: fit * SCROLLED_ROW }}
      onScroll={(event) =>
        scrollTo(view, layer, Math.round(event.currentTarget.scrollTop / SCROLLED_ROW))
      }
    >
      <div style={{ height: total * SCROLLED_ROW }} />
    </div>
  );
}
