import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * How many rows of a table have come into sight from the top: those that its foot, which keeps to the lower edge, does not cover.
 * @param count rows that are drawn, until it has looked
 */
export function useRowsInSight(count: number): {
  table: RefObject<HTMLTableElement | null>;
  inSight: number;
} {
  const table = useRef<HTMLTableElement>(null);
  const [inSight, setInSight] = useState(count);
  const look = useCallback(() => {
    const { current } = table;
    if (!current) return;
    const foot = current.tFoot?.rows[0]?.getBoundingClientRect().top ?? Infinity;
    const rows = [...(current.tBodies[0]?.rows ?? [])];
    // Half a row is read.
    setInSight(rows.filter((row) => middle(row) <= foot).length);
  }, []);
  // What stands above it may have changed.
  useLayoutEffect(look);
  useLayoutEffect(() => {
    const scroller = table.current?.parentElement;
    if (!scroller) return undefined;
    scroller.addEventListener('scroll', look, { passive: true });
    const watching = new ResizeObserver(look);
    for (const each of [scroller, ...scroller.children]) watching.observe(each);
    return () => {
      scroller.removeEventListener('scroll', look);
      watching.disconnect();
    };
  }, [look]);
  return { table, inSight };
}

function middle(row: Element): number {
  const { top, bottom } = row.getBoundingClientRect();
  return (top + bottom) / 2;
}
