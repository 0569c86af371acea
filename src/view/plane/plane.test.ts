import { expect, test } from 'vitest';
import { PLANE_SIDE, planeImages, planePlace } from '../../data/points/plane-grid';
import { imageAt } from '../../data/image-set';
import { pointNetwork } from '../../data/points/point-network';
import { createReferenceEngine } from '../../engine/reference/reference';
import { forcedAnswer } from '../../model/explain-forced';
import { initialise } from '../../model/initialise';
import { readout } from '../../model/readout';
import { forward } from '../../model/step';
import type { PlaneMaps } from '../../session/maps/plane-maps';
import { contour } from './contour';
import { decide, depths, lags, NONE } from './decision';
import { forcedMap } from './forced';

const PLACES = PLANE_SIDE ** 2;
const spec = { ...pointNetwork(3), deadline: 0.7 };
const weights = initialise(spec, 4, 5, 1);

/** New weights of a wide spread, and so early a deadline that some places have no answer. */
async function someMaps(): Promise<PlaneMaps> {
  const engine = createReferenceEngine();
  await engine.setNetwork({ spec, weights });
  const { layers } = await engine.maps(planeImages());
  return { spec, layers };
}

/** Maps of outputs alone. @param times what output c does at a place */
function outputs(classes: number, times: (c: number, x: number, y: number) => number): PlaneMaps {
  const output = new Float32Array(classes * PLACES);
  for (let c = 0; c < classes; c++) {
    for (let place = 0; place < PLACES; place++) {
      const { x, y } = planePlace(place);
      output[c * PLACES + place] = times(c, x, y);
    }
  }
  return { spec, layers: [output] };
}

test('the decision is the readout of every place', async () => {
  const maps = await someMaps();
  const { classes, first, margin } = decide(maps);
  const seen = new Set(classes);
  expect(seen.size).toBeGreaterThan(2);
  const images = planeImages();
  for (let place = 0; place < PLACES; place += 37) {
    const { layers } = forward(spec, weights, imageAt(images, place));
    const { volley, potential } = layers.at(-1)!;
    const answer = readout(Float32Array.from(volley.times), potential, false);
    expect(classes[place]).toBe(answer.class ?? NONE);
    expect(first[place]).toBe(answer.decisionTime ?? Infinity);
    expect(margin[place]).toBe(answer.margin === null ? Infinity : Math.fround(answer.margin));
  }
});

test('forced to answer at t, every place answers as the model says for it alone', async () => {
  const maps = await someMaps();
  const images = planeImages();
  for (const t of [0.3, 0.9, 1.3]) {
    const { classes, fired } = forcedMap(maps, weights, t);
    for (let place = 0; place < PLACES; place += 101) {
      const run = forward(spec, weights, imageAt(images, place));
      const volleys = [run.input, ...run.layers.map(({ volley }) => volley)];
      const answer = forcedAnswer(spec, weights, volleys, t);
      expect([classes[place], fired[place]]).toEqual([answer.class, answer.by === 'spike' ? 1 : 0]);
    }
  }
});

test('depth is 1 where the answer comes first, 0 where it comes last, and grows with the lead', () => {
  // Output 0 fires at 1 + x, output 1 at 1.25 everywhere, and nothing below y = 1/2.
  const decision = decide(outputs(2, (c, x, y) => (y < 0.5 ? Infinity : c === 0 ? 1 + x : 1.25)));
  const early = depths(decision, 'time');
  const clear = depths(decision, 'margin');
  expect([early[0], early[63]]).toEqual([1, 0]);
  expect(early[10]!).toBeCloseTo(1 - 10 / 63 / 0.25, 2);
  expect(clear[0]).toBeCloseTo(0.5, 6);
  expect(clear[63]).toBe(1);
  expect(Math.min(...clear.subarray(0, 64))).toBeLessThan(0.02);
  expect([decision.classes[0], decision.classes[63], decision.classes[PLACES - 1]]).toEqual([
    0,
    1,
    NONE,
  ]);
});

test('ties are a line: where the first two outputs fire at one time', () => {
  // Output 0 is first left of x = 0.3, output 1 right of it; a third one never leads.
  const [first] = lags(outputs(3, (c, x) => [1 + x, 1.3, 2][c]!));
  const line = contour(first!, PLANE_SIDE, 0);
  expect(line.length).toBe(63 * 4);
  const columns = line.filter((_, i) => i % 2 === 0);
  expect(Math.max(...columns.map((column) => Math.abs(column / 63 - 0.3)))).toBeLessThan(1e-5);
});

test('a line of equal value keeps to the level on a slope, closes around a hill and keeps off what never spikes', () => {
  const grid = (f: (x: number, y: number) => number) =>
    Float32Array.from({ length: PLACES }, (_, i) => f(i % PLANE_SIDE, Math.floor(i / PLANE_SIDE)));
  const hill = contour(
    grid((x, y) => Math.hypot(x - 31.5, y - 31.5)),
    PLANE_SIDE,
    20,
  );
  const ends = Array.from({ length: hill.length / 2 }, (_, i) => [hill[2 * i]!, hill[2 * i + 1]!]);
  for (const [x, y] of ends) expect(Math.hypot(x! - 31.5, y! - 31.5)).toBeCloseTo(20, 1);
  // Every end is where another piece begins.
  const names = ends.map(([x, y]) => `${x!.toFixed(4)} ${y!.toFixed(4)}`);
  expect(new Set(names).size).toBe(names.length / 2);
  expect(
    contour(
      grid((x) => (x < 32 ? Infinity : x)),
      PLANE_SIDE,
      31.5,
    ),
  ).toHaveLength(0);
});
