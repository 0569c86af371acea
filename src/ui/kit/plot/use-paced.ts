import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPace, type Clock, type Pace } from './paced';

/** Milliseconds between two redraws: three a second. */
const LEAST = 1000 / 3;

const CLOCK: Clock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** What is to be drawn of `value`, renewed three times a second at most, but at once when `asked`, what a person chooses, changes. */
export function usePaced<T>(value: T, asked: unknown): T {
  const [shown, setShown] = useState(value);
  const pace = useRef<Pace<T>>(null);
  const before = useRef(asked);
  useLayoutEffect(() => {
    pace.current ??= createPace<T>((next) => setShown(() => next), LEAST, CLOCK);
    pace.current.offer(value, asked !== before.current);
    before.current = asked;
  }, [value, asked]);
  useEffect(() => () => pace.current?.stop(), []);
  return shown;
}
