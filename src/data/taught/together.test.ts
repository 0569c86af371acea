import { expect, test } from 'vitest';
import { drawn } from './hand.test-data';
import { addClass, addDigits, addExample, imageOf, NOTHING_TAUGHT, type Taught } from './taught';
import { together } from './together';

const drawings = drawn(0, 4, 4, 1).map((strokes) => ({ strokes, image: imageOf(strokes) }));
const draw = (taught: Taught, name: string, n: number) =>
  addExample(taught, taught.classes.find((c) => c.name === name)!.id, drawings[n]!);
const counts = ({ classes }: Taught) =>
  classes.map(({ name, examples }) => [name, examples.length]);

const both = draw(addClass(NOTHING_TAUGHT, 'A'), 'A', 0);

test('what either side has drawn since is in both, each drawing once', () => {
  const here = draw(draw(both, 'A', 1), 'A', 2);
  const there = draw(addClass(draw(both, 'A', 3), 'B'), 'B', 1);
  const all = together(here, there);
  expect(counts(all)).toEqual([
    ['A', 4],
    ['B', 1],
  ]);
  // What is here keeps its ids: something may be chosen.
  expect(all.classes[0]!.examples.slice(0, 3)).toEqual(here.classes[0]!.examples);
  const ids = all.classes.flatMap(({ id, examples }) => [id, ...examples.map((e) => e.id)]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('where there is nothing to add it is the same object', () => {
  const here = draw(both, 'A', 1);
  expect(together(here, both)).toBe(here);
  expect(together(here, NOTHING_TAUGHT)).toBe(here);
  expect(together(here, addDigits(both, true))).toEqual({ ...here, digits: true });
});
