import { expect, test } from 'vitest';
import { drawn } from './hand.test-data';
import {
  addClass,
  addDigits,
  addExample,
  imageOf,
  MOST_CLASSES,
  moveExample,
  NOTHING_TAUGHT,
  removeClass,
  removeExample,
  renameClass,
  teachProblem,
  type Taught,
} from './taught';

const [drawing] = drawn(0, 4, 1, 1);
const example = { strokes: drawing!, image: imageOf(drawing!) };
const names = ({ classes }: Taught) => classes.map(({ name }) => name);
const sizes = ({ classes }: Taught) => classes.map(({ examples }) => examples.length);

function taught(): Taught {
  let all = addClass(addClass(NOTHING_TAUGHT));
  for (const n of [0, 0, 1]) all = addExample(all, all.classes[n]!.id, example);
  return all;
}

test('classes are called by letters until they are renamed, and there are 26 at most', () => {
  let all = addClass(addClass(NOTHING_TAUGHT));
  expect(names(all)).toEqual(['A', 'B']);
  all = renameClass(all, all.classes[0]!.id, ' ☺\u0000 ');
  expect(names(all)).toEqual(['☺␀', 'B']);
  expect(names(addClass(all))).toEqual(['☺␀', 'B', 'A']);
  // What cannot be seen is no name, and the same name no change.
  expect(renameClass(all, all.classes[1]!.id, '  ')).toBe(all);
  expect(renameClass(all, all.classes[1]!.id, 'B')).toBe(all);
  while (all.classes.length < MOST_CLASSES) all = addClass(all);
  expect(addClass(all)).toBe(all);
  expect(new Set(names(all)).size).toBe(26);
});

test('examples are added, deleted and moved; what was there before stays as it was', () => {
  const before = taught();
  expect(sizes(before)).toEqual([2, 1]);
  const [a, b] = before.classes;
  const moved = moveExample(before, a!.examples[0]!.id, b!.id);
  expect(sizes(moved)).toEqual([1, 2]);
  expect(moved.classes[1]!.examples[1]).toBe(a!.examples[0]);
  expect(moveExample(before, a!.examples[0]!.id, a!.id)).toBe(before);
  expect(sizes(removeExample(before, b!.examples[0]!.id))).toEqual([2, 0]);
  expect(names(removeClass(before, a!.id))).toEqual(['B']);
  expect(sizes(before)).toEqual([2, 1]);
  const ids = before.classes.flatMap((c) => [c.id, ...c.examples.map(({ id }) => id)]);
  expect(new Set(ids).size).toBe(5);
});

test('what is missing before training is said in a sentence', () => {
  expect(teachProblem(NOTHING_TAUGHT)).toContain('at least two classes');
  expect(teachProblem(addDigits(NOTHING_TAUGHT, true))).toBe('Add a class of your own.');
  const all = taught();
  expect(teachProblem(all)).toBeNull();
  expect(teachProblem(addClass(all))).toBe('Draw at least one example of C, or remove the class.');
  const seven = renameClass(all, all.classes[0]!.id, '7');
  expect(teachProblem(seven)).toBeNull();
  expect(teachProblem(addDigits(seven, true))).toContain('Two classes are called 7');
  expect(teachProblem(renameClass(all, all.classes[0]!.id, 'B'))).toContain('called B');
});
