import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImageSet } from '../../../data/image-set';
import type { Readout } from '../../../model/readout';
import { engineWith, mnist, races, shippedNetwork } from '../testing.node';
import { FIGURES } from './figures';

let set: ImageSet;
let all: Readout[];
beforeAll(async () => {
  set = await mnist('test');
  const engine = await engineWith(shippedNetwork('784-128-10'));
  all = races(await engine.maps(set));
  await engine.dispose();
});
afterAll(() => void (all = []));

const lead = (n: number) => all[n]!.margin!;
const isMisread = (n: number) => all[n]!.class !== set.labels[n];
const count = (where: (n: number) => boolean) => {
  const found = [...all.keys()].filter(where);
  return { images: found.length, misread: found.filter(isMisread).length };
};

test('every image has a lead, and so many are misread', () => {
  expect(all.every(({ margin }) => margin !== null)).toBe(true);
  expect(count(() => true)).toEqual({ images: FIGURES.images, misread: FIGURES.misread });
  const mean = all.reduce((sum, { margin }) => sum + margin!, 0) / all.length;
  expect(mean).toBeCloseTo(FIGURES.meanLead, 3);
});

test('the lead tells how many are misread', () => {
  const { sure, unsure, refuse } = FIGURES;
  expect({ ...sure, ...count((n) => lead(n) >= sure.lead) }).toEqual(sure);
  expect({ ...unsure, ...count((n) => lead(n) < unsure.lead) }).toEqual(unsure);
  expect({ ...refuse, ...count((n) => lead(n) < refuse.lead) }).toEqual(refuse);
});

test('the surest misread image', () => {
  const [first] = [...all.keys()].filter(isMisread).toSorted((a, b) => lead(b) - lead(a));
  const { surest } = FIGURES;
  expect(first! + 1).toBe(surest.image);
  expect([set.labels[first!], all[first!]!.class]).toEqual([surest.label, surest.answer]);
  expect(lead(first!)).toBeCloseTo(surest.lead, 3);
});

test('the photo finish and the first image', () => {
  const { close, first } = FIGURES;
  const n = close.image - 1;
  expect([set.labels[n], all[n]!.class]).toEqual([close.label, close.answer]);
  expect(lead(n)).toBeCloseTo(close.lead, 3);
  expect([set.labels[0], all[0]!.class]).toEqual([first.answer, first.answer]);
  expect(lead(0)).toBeCloseTo(first.lead, 3);
});
