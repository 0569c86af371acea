/** Wrong tries: a hint is said once what it speaks of has been so for a moment, and was not so when the step began. */
import { holds } from './conditions/holds';
import type { Hint } from './lesson';
import type { Moment } from './moment';

/** Milliseconds for which it has to hold: a pointer on its way to the right place passes wrong ones. */
export const HOLD = 500;

/** @param say which of the hints is said */
export function createHinting(say: (hint: number) => void) {
  let hints: readonly Hint[] = [];
  /** Those that did not hold at some time since the step began. */
  let armed = new Set<number>();
  let pending: { hint: number; timer: ReturnType<typeof setTimeout> } | null = null;

  function drop(): void {
    clearTimeout(pending?.timer);
    pending = null;
  }

  // Nothing is remembered: a hint speaks of what is so now.
  const isSo = (hint: Hint, moment: Moment) => holds(hint.when, moment, new Map());

  return {
    begin(of: readonly Hint[], moment: Moment): void {
      drop();
      hints = of;
      armed = new Set(of.flatMap((hint, i) => (isSo(hint, moment) ? [] : [i])));
    },
    look(moment: Moment): void {
      let found: number | null = null;
      hints.forEach((hint, i) => {
        if (!isSo(hint, moment)) armed.add(i);
        else if (armed.has(i)) found ??= i;
      });
      if (pending?.hint === found) return;
      drop();
      if (found === null) return;
      const hint: number = found;
      pending = { hint, timer: setTimeout(() => say(hint), HOLD) };
    },
    end(): void {
      drop();
      hints = [];
    },
  };
}
