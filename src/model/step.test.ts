/** The whole way through: forward to the answer, and learning by the formulas alone, on shapes made up here. */
import { describe, expect, test } from 'vitest';
import { initialise, measureInputSpikes } from './initialise';
import type { NetworkSpec } from './network';
import { cosineRate, createMoments, update } from './optimizer';
import { backward, forward } from './step';
import { testRandom } from './testing';
import { DEFAULT_TRAINING, epochOrder } from './training';
import { parseNetwork } from './validate';

describe('forward', () => {
  const spec = parseNetwork({ input: { width: 2, height: 1 }, layers: [2, 2] });
  // The first hidden neuron listens to the first pixel, the second to the second; outputs likewise.
  const weights = [Float64Array.from([2, 0, 0, 2]), Float64Array.from([2, 0, 0, 2])];

  test('by hand: the pixel with more ink wins', () => {
    const { layers, answer, input } = forward(spec, weights, Uint8Array.from([204, 255]));
    expect(input.times[0]).toBeCloseTo(0.2, 7);
    expect([...layers[0]!.volley.times]).toEqual([Math.fround(0.2) + 0.5, 0.5]);
    expect(answer).toMatchObject({ class: 1, decisionTime: 1, tie: false });
    expect(answer.margin).toBeCloseTo(0.2, 6);
  });

  test('equal pixels tie, a blank image gives no answer', () => {
    expect(forward(spec, weights, Uint8Array.from([9, 9]).fill(99)).answer).toMatchObject({
      class: 0,
      tie: true,
    });
    const blank = forward(spec, weights, Uint8Array.from([0, 0]));
    expect(blank.answer).toMatchObject({ class: null, guess: null });
    const back = backward(spec, weights, blank, 1, DEFAULT_TRAINING);
    expect(back.deltas[0]!.every((d) => d === 0)).toBe(true);
    expect(back.loss).toBeGreaterThan(0);
  });
});

const SIDE = 8;
/** A bar, a cross, a frame, a diagonal and a dot. */
const SHAPES: ((x: number, y: number) => boolean)[] = [
  (x) => x === 3 || x === 4,
  (x, y) => x === 4 || y === 4,
  (x, y) => Math.max(Math.abs(x - 3.5), Math.abs(y - 3.5)) === 2.5,
  (x, y) => x === y,
  (x, y) => Math.hypot(x - 3.5, y - 3.5) < 1.6,
];

function shapes(count: number, seed: number): { images: Uint8Array; labels: number[] } {
  const random = testRandom(seed);
  const images = new Uint8Array(count * SIDE * SIDE);
  const labels = Array.from({ length: count }, (_, n) => n % SHAPES.length);
  labels.forEach((label, n) => {
    const [dx, dy] = [random.below(3) - 1, random.below(3) - 1];
    const ink = 0.6 + 0.4 * random.uniform();
    for (let p = 0; p < SIDE * SIDE; p++) {
      const lit = SHAPES[label]!((p % SIDE) + dx, Math.floor(p / SIDE) + dy);
      const value = (lit ? ink : 0) + 0.08 * random.normal();
      images[n * SIDE * SIDE + p] = Math.round(255 * Math.min(1, Math.max(0, value)));
    }
  });
  return { images, labels };
}

function learn(spec: NetworkSpec, loss: 'heuristic' | 'cross-entropy'): number {
  const settings = { ...DEFAULT_TRAINING, loss, temperature: 0.1 };
  const size = SIDE * SIDE;
  const train = shapes(300, 1);
  const weights = initialise(spec, 1, measureInputSpikes(spec, train.images)).map((layer) =>
    Float64Array.from(layer),
  );
  const moments = weights.map((layer) => createMoments(layer.length));
  const [epochs, batch] = [12, 20];
  const perEpoch = train.labels.length / batch;
  for (let step = 0; step < epochs * perEpoch; step++) {
    const order = epochOrder(train.labels.length, 1, Math.floor(step / perEpoch));
    const gradients = weights.map((layer) => new Float64Array(layer.length));
    const start = (step % perEpoch) * batch;
    for (const index of order.subarray(start, start + batch)) {
      const pass = forward(spec, weights, train.images.subarray(index * size, (index + 1) * size));
      backward(spec, weights, pass, train.labels[index]!, settings, gradients);
    }
    const rate = cosineRate(1e-2, step, epochs * perEpoch);
    weights.forEach((layer, l) => {
      const mean = gradients[l]!.map((g) => g / batch);
      update('adam', layer, mean, moments[l]!, rate, step);
    });
  }
  const held = shapes(200, 2);
  const correct = held.labels.filter((label, n) => {
    const { answer } = forward(spec, weights, held.images.subarray(n * size, (n + 1) * size));
    return (answer.class ?? answer.guess) === label;
  });
  return correct.length / held.labels.length;
}

describe('five shifted shapes are learnt to more than 95 %', () => {
  test.each([
    ['heuristic', 'average-delay', {}],
    ['cross-entropy', 'average-delay', {}],
    ['heuristic', 'exponential', {}],
    ['cross-entropy', 'average-delay', { kernel: 2, stride: 1, train: 'phase' }],
  ] as const)('%s, %s, coding %o', (loss, response, coding) => {
    const spec = parseNetwork({
      input: { width: SIDE, height: SIDE },
      layers: [24, SHAPES.length],
      coding,
      response,
    });
    expect(learn(spec, loss)).toBeGreaterThan(0.95);
  });
});
