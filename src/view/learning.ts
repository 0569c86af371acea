/** Which of the page's lessons is open. A link brings it: `lesson=3`. */
import { nullable, whole } from '../session/link/link-codecs';
import { linkPart } from './link/link-part';

export const lesson = linkPart<number | null>(null, nullable(whole(0, 99)), {
  words: (number) => `lesson ${number}`,
});

/** Whether the panel of own classes is on the page: where lessons would be, which come first. */
export const isTeaching = (
  state: Parameters<typeof isLearning>[0] & { teaching: boolean },
): boolean => state.teaching && !isLearning(state);

/** Whether the panel of lessons is on the page. */
export const isLearning = (state: { learning: boolean; lesson: number | null }): boolean =>
  state.learning || state.lesson !== null;
