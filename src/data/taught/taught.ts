/**
 * Classes that a person teaches by drawing: what has been drawn, and how it is changed. Everything here makes a new value and leaves
 * the one given as it is, so that undo keeps what was.
 */
import { said } from '../../model/said';
import { MOST_NAME } from '../../model/class-names';
import { normalise } from '../normalise';
import { drawStrokes, DRAWING_SIDE, type Stroke } from '../strokes';

/** How large the images are that are taught: MNIST's. */
export const TAUGHT_SIDE = 28;
export const FEWEST_CLASSES = 2;
export const MOST_CLASSES = 26;
/** Of one class; with as many classes as there may be, the whole still is some megabytes. */
export const MOST_EXAMPLES = 200;
/** What a class should have: with five of each, three symbols of one hand are told apart. */
export const ENOUGH = 5;

export interface Example {
  id: number;
  /** What was drawn, from which the image is made anew at any size; null of an image that came otherwise. */
  strokes: readonly Stroke[] | null;
  /** [28 * 28] bytes, 0 paper to 255 ink, normalised as MNIST is. */
  image: Uint8Array<ArrayBuffer>;
}

export interface TaughtClass {
  id: number;
  name: string;
  examples: readonly Example[];
}

export interface Taught {
  classes: readonly TaughtClass[];
  /** Whether MNIST's digits are learned beside them. */
  digits: boolean;
}

export const NOTHING_TAUGHT: Taught = { classes: [], digits: false };

/** A drawing as it is taught. */
export function imageOf(strokes: readonly Stroke[]): Uint8Array<ArrayBuffer> {
  return normalise(drawStrokes([...strokes]), DRAWING_SIDE, DRAWING_SIDE, TAUGHT_SIDE, TAUGHT_SIDE);
}

/** What a class may be called: what can be seen of it. Empty where nothing can. */
export const cleanName = (name: string): string => said(name.trim(), MOST_NAME);

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** A name for one more class: the first letter that no class has. */
function freeName(classes: readonly TaughtClass[]): string {
  const taken = new Set(classes.map(({ name }) => name));
  return LETTERS.find((letter) => !taken.has(letter)) ?? `class ${classes.length + 1}`;
}

/** An id that nothing here has. */
export function nextId({ classes }: Taught): number {
  const ids = classes.flatMap(({ id, examples }) => [id, ...examples.map((e) => e.id)]);
  return Math.max(0, ...ids) + 1;
}

const change = (taught: Taught, id: number, to: (c: TaughtClass) => TaughtClass): Taught => ({
  ...taught,
  classes: taught.classes.map((c) => (c.id === id ? to(c) : c)),
});

export function addClass(taught: Taught, name = freeName(taught.classes)): Taught {
  if (taught.classes.length >= MOST_CLASSES) return taught;
  const added = { id: nextId(taught), name: cleanName(name), examples: [] };
  return { ...taught, classes: [...taught.classes, added] };
}

export const removeClass = (taught: Taught, id: number): Taught => ({
  ...taught,
  classes: taught.classes.filter((c) => c.id !== id),
});

/** Without a change where nothing of the name can be seen. */
export function renameClass(taught: Taught, id: number, name: string): Taught {
  const clean = cleanName(name);
  const known = taught.classes.find((c) => c.id === id);
  if (!clean || !known || known.name === clean) return taught;
  return change(taught, id, (c) => ({ ...c, name: clean }));
}

export function addExample(taught: Taught, id: number, example: Omit<Example, 'id'>): Taught {
  return change(taught, id, (c) =>
    c.examples.length >= MOST_EXAMPLES
      ? c
      : { ...c, examples: [...c.examples, { ...example, id: nextId(taught) }] },
  );
}

export const removeExample = (taught: Taught, example: number): Taught => ({
  ...taught,
  classes: taught.classes.map((c) =>
    c.examples.some((e) => e.id === example)
      ? { ...c, examples: c.examples.filter((e) => e.id !== example) }
      : c,
  ),
});

/** The example becomes the last one of another class. */
export function moveExample(taught: Taught, example: number, to: number): Taught {
  const found = taught.classes.flatMap((c) => c.examples).find((e) => e.id === example);
  if (!found || taught.classes.find((c) => c.id === to)?.examples.includes(found)) return taught;
  return change(removeExample(taught, example), to, (c) => ({
    ...c,
    examples: [...c.examples, found],
  }));
}

/** Whether MNIST's digits are learned beside them. */
export const addDigits = (taught: Taught, digits: boolean): Taught => ({ ...taught, digits });

/** Why it cannot be trained yet, and what to do; null where it can. */
export function teachProblem({ classes, digits }: Taught): string | null {
  const fewest = digits ? 1 : FEWEST_CLASSES;
  if (classes.length < fewest) {
    return fewest === 1
      ? 'Add a class of your own.'
      : 'A network tells at least two classes apart: add another.';
  }
  const empty = classes.filter(({ examples }) => examples.length === 0);
  if (empty.length > 0) {
    return `Draw at least one example of ${empty.map(({ name }) => name).join(', ')}, or remove the class.`;
  }
  const twice = classes.find(
    ({ name }, n) =>
      classes.some((c, m) => m < n && c.name === name) || (digits && /^\d$/.test(name)),
  );
  return twice ? `Two classes are called ${twice.name}: give one of them another name.` : null;
}
