import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_OWN, MOST_LINKED, ownProblem, type OwnPoint } from '../../data/points/own-points';
import { makePoints } from '../../data/points/make-points';
import { STEPS } from '../../data/points/point';
import { ownFitsLink } from './link-own-points';
import { pointsCodec } from './link-points';

const { read, write } = pointsCodec;
const own = (points: OwnPoint[]) => ({ set: 'own' as const, points });
const step = fc.integer({ min: 0, max: STEPS }).map((n) => n / STEPS);
const anyOwn = fc
  .array(fc.record({ x: step, y: step, label: fc.nat(3) }), { maxLength: 60 })
  .filter((points) => ownProblem(points) === null)
  .map(own);

test('own points come back from their text as the same set, in three characters a point and few besides', () => {
  fc.assert(
    fc.property(anyOwn, (points) => {
      const text = write(points);
      const back = read(text)!;
      expect(makePoints(back)).toMatchObject({ ...makePoints(points), points: back });
      expect(write(back)).toBe(text);
      expect(text.length).toBeLessThanOrEqual(3 * points.points.length + 16);
    }),
  );
});

test('a text of own points is what the formats say', () => {
  const corner = (x: number, y: number, label: number) => ({ x, y, label });
  const points = [corner(0, 0, 0), corner(0, 1, 1), corner(1, 1, 0), corner(1, 0, 1)];
  expect(write(own(points))).toBe('own~AAD-_g~AP7-AA');
});

test('a text of own points that was cut, bent or made too long is none', () => {
  const text = write(FIRST_OWN);
  const many = Array.from({ length: MOST_LINKED + 1 }, (_, i) => ({ x: 0, y: 0, label: i % 2 }));
  expect(ownFitsLink(own(many.slice(1)))).toBe(true);
  expect(read(write(own(many.slice(1))))).toBeDefined();
  expect(ownFitsLink(own(many))).toBe(false);
  const wrong = [
    'own',
    'own~',
    'own~~',
    `${text}~`,
    text.slice(0, -1),
    text.slice(0, text.lastIndexOf('~')),
    text.replace('own', 'owns'),
    text.replace('~', '~!'),
    // No step of the plane: 255.
    'own~AAA~AP8',
    'own~AAA~AAA~AAA~AAA~AAA',
    write(own(many)),
  ];
  expect(wrong.filter((one) => read(one) !== undefined)).toEqual([]);
});
