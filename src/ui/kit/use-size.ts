import { useLayoutEffect, useState, type RefObject } from 'react';
import { watchSize } from './watch-size';

/** An element's size in CSS pixels; 0 x 0 while it is hidden. */
export function useSize(ref: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    return watchSize(element, measure);
  }, [ref]);
  return size;
}
