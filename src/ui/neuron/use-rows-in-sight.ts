import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * How many rows of a table have come into sight from the top: those that its foot, which keeps to the lower edge, does not cover.
 * @param count rows that are drawn
 */
export function useRowsInSight(count: number): {
  table: RefObject<HTMLTableElement | null>;
  inSight: number;
} {
  const table = useRef<HTMLTableElement>(null);
  const [inSight, setInSight] = useState(count);
  useLayoutEffect(() => {
    const { current } = table;
    const scroller = current?.parentElement;
    if (!current || !scroller) return undefined;
    const look = () => {
      const foot = current.tFoot?.rows[0]?.getBoundingClientRect().top ?? Infinity;
      const rows = [...(current.tBodies[0]?.rows ?? [])];
      // Half a row is read.
      setInSight(rows.filter((row) => middle(row) <= foot).length);
    };
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    const watching = new ResizeObserver(look);
    watching.observe(scroller);
    watching.observe(current);
    return () => {
      scroller.removeEventListener('scroll', look);
      watching.disconnect();
    };
  }, [count]);
  return { table, inSight };
}

function middle(row: Element): number {
  const { top, bottom } = row.getBoundingClientRect();
  return (top + bottom) / 2;
}
