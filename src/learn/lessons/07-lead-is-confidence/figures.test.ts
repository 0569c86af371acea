import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImageSet } from '../../../data/image-set';
import type { Readout } from '../../../model/readout';
import { engineWith, mnist, races, shippedNetwork } from '../testing.node';
import { figures } from './figures';

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
  expect(count(() => true)).toEqual({ images: figures.images, misread: figures.misread });
});

test('the lead tells how many are misread', () => {
  const { sure, unsure, refuse } = figures;
  expect({ ...sure, ...count((n) => lead(n) >= sure.lead) }).toEqual(sure);
  expect({ ...unsure, ...count((n) => lead(n) < unsure.lead) }).toEqual(unsure);
  expect({ ...refuse, ...count((n) => lead(n) < refuse.lead) }).toEqual(refuse);
});

test('the surest and the closest misread image, and the photo finish', () => {
  const misread = [...all.keys()].filter(isMisread).toSorted((a, b) => lead(b) - lead(a));
  const of = (n: number) => ({
    image: n + 1,
    label: set.labels[n],
    answer: all[n]!.class,
    lead: Number(lead(n).toFixed(3)),
  });
  const { surest, closest, close } = figures;
  expect(of(misread[0]!)).toEqual(surest);
  expect(of(misread.at(-1)!)).toEqual(closest);
  expect(of(close.image - 1)).toEqual(close);
});
