/** Shows what is offered, but not more often than somebody reads. */
export interface Clock {
  /** In milliseconds. */
  now: () => number;
  after: (milliseconds: number, run: () => void) => () => void;
}

export interface Pace<T> {
  /** Shown as soon as the pace allows, unless something newer is offered by then; `atOnce` does not wait. */
  offer: (value: T, atOnce: boolean) => void;
  stop: () => void;
}

/** @param least milliseconds between two showings */
export function createPace<T>(show: (value: T) => void, least: number, clock: Clock): Pace<T> {
  let shownAt = -Infinity;
  let cancel: (() => void) | null = null;
  const stop = () => {
    cancel?.();
    cancel = null;
  };
  return {
    offer(value, atOnce) {
      stop();
      const draw = () => {
        cancel = null;
        shownAt = clock.now();
        show(value);
      };
      const wait = shownAt + least - clock.now();
      if (atOnce || wait <= 0) draw();
      else cancel = clock.after(wait, draw);
    },
    stop,
  };
}
