/** What is said of own classes. */
import type { Evaluation } from '../../engine/engine';
import { ENOUGH, type Taught } from '../../data/taught/taught';
import { HELD_OUT_FROM, heldOut, holdsOut } from '../../data/taught/taught-sets';
import type { TeachState } from '../../session/teach/teach';
import { formatNumber, plural } from '../../words/numbers';

/** What came of training, and what its accuracy means: with few drawings there are none left to test with. */
export function resultWords(
  taught: Taught,
  took: number,
  evaluation: Pick<Evaluation, 'accuracy' | 'images'> | null,
): string {
  const drawings = taught.classes.reduce((sum, { examples }) => sum + examples.length, 0);
  const learned = drawings - heldOut(taught);
  const begin = `Learned from ${plural(learned, 'drawing')} in ${formatNumber(took / 1000, 1)} s.`;
  if (!holdsOut(taught)) return `${begin} Draw a new one to see how it reads.`;
  if (!evaluation) return begin;
  const right = Math.round(evaluation.accuracy * evaluation.images);
  const what = taught.digits ? 'images' : 'drawings';
  return `${begin} Of ${evaluation.images} ${what} that it has not learned from it reads ${right} rightly.`;
}

/** How many drawings of a class there are, as short as stands on its button, until there are enough to begin. */
export const countWords = (drawings: number): string =>
  drawings < ENOUGH ? `${drawings}/${ENOUGH}` : '✓';

/** What the page's accuracy means, which people would take for more. */
export function accuracyWords(taught: Taught): string {
  const own = taught.digits ? 'of your classes ' : '';
  return holdsOut(taught)
    ? 'One in five drawings is kept out of training, for the test accuracy.'
    : `With fewer than ${HELD_OUT_FROM} drawings of a class all are learned from: ${own}the accuracy is on known drawings, and says little of new ones.`;
}

/** What the drawings added since say: the network read each before it had learned from it. */
export function sinceWords({ right, of }: TeachState['since']): string {
  if (of === 0) return '';
  return `Of ${plural(of, 'drawing')} added since, it had read ${right} rightly.`;
}

/** Whether the drawings are there again at the next visit. @param unkept why not, to go on after "because"; null: they are */
export function keptWords(unkept: string | null): string {
  if (unkept === null) return 'Your drawings are kept in this browser; nobody else sees them.';
  return (
    `The latest drawings are not kept because ${unkept}: they last as long as this page. ` +
    'Save them as IDX files, or delete some; drawing goes on.'
  );
}
