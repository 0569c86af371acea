/** Whether a set's images lie on their sides, as those of EMNIST's files do: told by a network that reads digits. */
import { imageAt, type ImageSet } from './image-set';

/** Images that are tried, both ways. */
const TRIED = 400;
/** Fewer say too little. */
const LEAST = 20;
/** So many are read rightly when turned, and so many fewer as they are, before turning is offered. */
const RIGHT = 0.5;
const APART = 0.25;

/** Letters that a reader of digits takes for some, by their place in the alphabet: I for 1, S for 5, Z for 2. */
const LIKE_DIGITS = new Map([
  [8, 1],
  [18, 5],
  [25, 2],
]);

/** What digit an image shows if it stands upright, by its class; undefined where it shows none. EMNIST's larger sets begin with the ten digits. */
function digitOf(label: number, classes: number): number | undefined {
  if (classes === 26) return LIKE_DIGITS.get(label);
  return label < 10 && [10, 47, 62].includes(classes) ? label : undefined;
}

/** Images that show digits, with these as labels: some of the set, evenly spread; null where there are too few, or none can be told. */
export function digitsIn(set: ImageSet): ImageSet | null {
  if (set.width !== 28 || set.height !== 28 || set.classNames) return null;
  const shown = Array.from(set.labels, (label) => digitOf(label, set.classes));
  const all = shown.flatMap((digit, i) => (digit === undefined ? [] : [i]));
  const count = Math.min(TRIED, all.length);
  if (count < LEAST) return null;
  const chosen = Array.from(
    { length: count },
    (_, n) => all[Math.floor((n * all.length) / count)]!,
  );
  const images = new Uint8Array(count * 28 * 28);
  chosen.forEach((i, n) => images.set(imageAt(set, i), n * 28 * 28));
  const labels = Uint8Array.from(chosen, (i) => shown[i]!);
  return { width: 28, height: 28, count, images, labels, classes: 10 };
}

/** @param asTheyAre the share of the digits that is read rightly @param turned ... of the same about their diagonal */
export const isLying = (asTheyAre: number, turned: number): boolean =>
  turned >= RIGHT && turned >= asTheyAre + APART;
