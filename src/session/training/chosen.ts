/**
 * Settings that a person chooses while a network with settings of its own is on its way: they are newer than what comes with it, so
 * they win.
 */
import type { TrainingSettings } from '../../model/training';

type Key = keyof TrainingSettings;

export interface Chosen {
  /** A person has chosen these. @param now the settings until then: what is the same was not chosen */
  note(this: void, patch: Partial<TrainingSettings>, now: TrainingSettings): void;
  /** This moment, to be asked about later. */
  moment(this: void): number;
  /** Whether a setting was chosen after a moment. */
  since(this: void, moment: number, key: Key): boolean;
  /** `settings` without those that were chosen after a moment. */
  left(this: void, settings: Partial<TrainingSettings>, moment: number): Partial<TrainingSettings>;
}

export function createChosen(): Chosen {
  let last = 0;
  const at = new Map<string, number>();
  const since = (moment: number, key: string): boolean => (at.get(key) ?? 0) > moment;
  return {
    note(patch, now) {
      last++;
      for (const [key, value] of Object.entries(patch))
        if (value !== now[key as Key]) at.set(key, last);
    },
    moment: () => last,
    since,
    left: (settings, moment) =>
      Object.fromEntries(Object.entries(settings).filter(([key]) => !since(moment, key))),
  };
}
