/** How far a person is with the lessons, kept by the browser. */
import type { Progress, ProgressPort } from '../../learn/progress';

const NAME = 'mt-spike-lessons';
const BEFORE = 'mt-spike-before-lesson';

/** All throw where the browser keeps nothing. */
export const browserProgress: ProgressPort = {
  read: () => JSON.parse(localStorage.getItem(NAME) ?? 'null') as unknown,
  write: (progress: Progress) => localStorage.setItem(NAME, JSON.stringify(progress)),
  before: {
    read: () => sessionStorage.getItem(BEFORE),
    write(link) {
      if (link === null) sessionStorage.removeItem(BEFORE);
      else sessionStorage.setItem(BEFORE, link);
    },
  },
};

/** Whether nothing of lessons was kept yet, neither begun nor declined. */
export function isFirstVisit(): boolean {
  try {
    return localStorage.getItem(NAME) === null;
  } catch {
    return true;
  }
}
