/** How far a person is with the lessons, kept by the browser. */
import type { Progress, ProgressPort } from '../../learn/progress';

const NAME = 'mt-spike-lessons';

/** Both throw where the browser keeps nothing. */
export const browserProgress: ProgressPort = {
  read: () => JSON.parse(localStorage.getItem(NAME) ?? 'null') as unknown,
  write: (progress: Progress) => localStorage.setItem(NAME, JSON.stringify(progress)),
};
