/** What the executors were measured at, kept by the browser; where it keeps nothing, each visit measures anew. */
import type { ComparisonMemory } from '../../engine/start';

const NAME = 'mt-spike-engines';

export const browserComparisons: ComparisonMemory = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(`${NAME}/${key}`) ?? 'null') as unknown;
    } catch {
      return undefined;
    }
  },
  set(key, comparison) {
    try {
      localStorage.setItem(`${NAME}/${key}`, JSON.stringify(comparison));
    } catch {
      // Private windows and a full storage refuse: the next visit measures anew.
    }
  },
};
