/** What the page shows of lessons, in one file. */
export { keepProgressIn } from '../../learn/runner-of';
export { LearnPanel } from './learn-panel';
export { LearnSheet } from './learn-sheet';
