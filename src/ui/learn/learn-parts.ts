/** What the page shows of lessons, in one file. */
export { keepProgressIn } from '../../learn/runner-of';
export { LearnPanel } from './learn-panel';
export { LessonOffer } from './lesson-offer';
export { LearnSheet } from './learn-sheet';
export { dismissLesson, takeLessonFile } from './take-lesson';
