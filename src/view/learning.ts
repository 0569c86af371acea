/** Which of the page's lessons is open. A link brings it: `lesson=3`. */
import { nullable, whole } from '../session/link/link-codecs';
import { linkPart } from './link/link-part';

export const lesson = linkPart<number | null>(null, nullable(whole(0, 99)), {
  words: (number) => `lesson ${number}`,
});

/** Whether the panel of lessons is on the page. */
export const isLearning = (state: { learning: boolean; lesson: number | null }): boolean =>
  state.learning || state.lesson !== null;
