/**
 * One training step against the model. With SGD, momentum at rest and a learning rate of 1, the change of the weights IS the gradient,
 * so gradients are compared through the interface alone.
 */
import { expect, test } from 'vitest';
import { imageAt, type ImageSet } from '../../data/image-set';
import { layerPlans } from '../../model/layers';
import { networkName } from '../../model/network';
import { createMoments, update } from '../../model/optimizer';
import { createRandom, STREAM } from '../../model/random';
import { backward, forward } from '../../model/step';
import type { TrainingSettings } from '../../model/training';
import { parseNetwork } from '../../model/validate';
import type { Network, Snapshot } from '../engine';
import { createBatchSource } from '../shared/batch';
import { learningRateAt } from '../shared/plan';
import { settingsOf, trainFor, type Context } from './context';
import { CONVOLUTIONS, randomNetwork } from './networks';
import { noiseImages, type NoiseOptions } from './samples';
import { steadySet } from './steady';

interface Plan {
  what: string;
  spec: object;
  loss: TrainingSettings['loss'];
  batch: number;
  /** Images of the set, where they are not the batch's: the step looked at is the epoch's last, smaller one. */
  images?: number;
  spread?: number;
  noise?: NoiseOptions;
  /** See steadySet(). */
  pool?: number;
}

const line = { width: 61, height: 1 };
const exponential = { response: 'exponential' };

const PLANS: Plan[] = [
  { what: 'one image', spec: { input: line, layers: [5] }, loss: 'heuristic', batch: 1 },
  { what: '', spec: { input: line, layers: [5], ...exponential }, loss: 'cross-entropy', batch: 7 },
  { what: '', spec: { input: line, layers: [37, 5] }, loss: 'cross-entropy', batch: 64 },
  { what: '', spec: { input: line, layers: [37, 5], ...exponential }, loss: 'heuristic', batch: 7 },
  { what: '', spec: { input: line, layers: [37, 23, 5] }, loss: 'heuristic', batch: 64 },
  {
    what: 'one image',
    spec: { input: line, layers: [37, 23, 5], ...exponential },
    loss: 'cross-entropy',
    batch: 1,
  },
  {
    what: "an epoch's last 3 of 10 images",
    spec: { input: line, layers: [37, 23, 5] },
    loss: 'cross-entropy',
    batch: 7,
    images: 10,
  },
  { what: '', spec: { input: line, layers: [37, 23, 11, 5] }, loss: 'cross-entropy', batch: 64 },
  {
    what: '',
    spec: { input: line, layers: [37, 23, 11, 5], ...exponential },
    loss: 'heuristic',
    batch: 64,
  },
  {
    what: 'silent outputs',
    spec: { input: line, layers: [37, 9], deadline: 0.9 },
    loss: 'heuristic',
    batch: 33,
    spread: 1,
  },
  {
    what: 'silent outputs',
    spec: { input: line, layers: [37, 9], deadline: 0.9, ...exponential },
    loss: 'cross-entropy',
    batch: 33,
    spread: 1,
  },
  {
    what: 'simultaneous spikes',
    spec: { input: line, layers: [37, 5] },
    loss: 'cross-entropy',
    batch: 20,
    noise: { levels: 3 },
  },
  {
    what: 'kernel 2, latency',
    spec: { input: { width: 13, height: 11 }, coding: { kernel: 2 }, layers: [21, 4] },
    loss: 'heuristic',
    batch: 16,
  },
  {
    what: 'kernel 4, stride 2, phase',
    spec: { coding: { kernel: 4, stride: 2, train: 'phase' }, layers: [40, 10] },
    loss: 'cross-entropy',
    batch: 8,
  },
  {
    what: 'kernel 3, stride 1, one spike at the mean',
    spec: {
      input: { width: 13, height: 11 },
      coding: { kernel: 3, stride: 1, train: 'latency-mean' },
      layers: [21, 4],
    },
    loss: 'heuristic',
    batch: 16,
  },
  {
    what: '64 x 64 images, 64 classes',
    spec: { input: { width: 64, height: 64 }, layers: [33, 64] },
    loss: 'cross-entropy',
    batch: 5,
    noise: { density: 0.15 },
  },
  { what: '', spec: { layers: [128, 10] }, loss: 'heuristic', batch: 64 },
  {
    what: 'a convolution, overlapping patches',
    spec: CONVOLUTIONS.overlapping,
    loss: 'cross-entropy',
    batch: 33,
  },
  {
    what: 'a convolution alone',
    spec: {
      input: { width: 9, height: 10 },
      convolutions: [{ channels: 18, kernel: 3, stride: 3 }],
      layers: [5],
      deadline: 1,
      ...exponential,
    },
    loss: 'heuristic',
    batch: 16,
  },
  {
    what: 'two convolutions',
    spec: CONVOLUTIONS.two,
    loss: 'cross-entropy',
    batch: 9,
    pool: 4,
    noise: { density: 0.3 },
  },
  {
    what: 'two convolutions, ink and paper',
    spec: CONVOLUTIONS.bothPolarities,
    loss: 'cross-entropy',
    batch: 8,
    pool: 4,
  },
  {
    what: 'two convolutions of many channels',
    spec: { ...CONVOLUTIONS.manyChannels, input: { width: 5, height: 6 } },
    loss: 'cross-entropy',
    batch: 5,
    pool: 12,
    noise: { density: 0.6 },
  },
  {
    what: 'two convolutions, packed input',
    spec: { ...CONVOLUTIONS.packed, deadline: 2 },
    loss: 'cross-entropy',
    batch: 12,
    noise: { density: 0.9 },
  },
];

export function gradientTests(context: Context): void {
  PLANS.forEach((plan, n) => {
    const spec = parseNetwork(plan.spec);
    const { loss, batch, images = batch } = plan;
    const name = [networkName(spec), spec.response, loss, `batch ${batch}`, plan.what];
    test(`gradients of ${name.filter(Boolean).join(', ')}`, async () => {
      const sample = noiseImages(spec.input.width, spec.input.height, 20, n, plan.noise);
      const network = randomNetwork(spec, 300 + n, sample, plan.spread);
      const set = steadySet(network, images, 400 + n, context.tolerance, plan.noise, plan.pool);
      const settings = settingsOf({ loss, batch, optimizer: 'sgd', learningRate: 1, epochs: 100 });
      const step = images === batch ? 0 : Math.floor(images / batch);
      const expected = modelGradient(network, set, settings, step);
      const after = await oneStep(context, atRest(network, step), set, settings);
      const rate = learningRateAt(settings, step, set.count);
      const plans = layerPlans(spec);
      network.weights.forEach((before, l) => {
        const wanted = Float64Array.from(before, (w, i) => w - rate * expected[l]![i]!);
        const scale = largest(expected[l]!);
        expect(scale).toBeGreaterThan(1e-4);
        // The positions that share a weight pull it to and fro: their sum is smaller than its terms.
        const cancelling = Math.sqrt(plans[l]!.positions);
        const allowed = context.tolerance * GRADIENT_ERROR * scale * cancelling;
        expect(differences(l, plans[l]!.inputs, after.weights[l]!, wanted, allowed)).toEqual([]);
        // The velocity is the gradient itself, without the rounding of a weight.
        const velocity = differences(l, plans[l]!.inputs, after.first[l]!, expected[l]!, allowed);
        expect(velocity).toEqual([]);
      });
    });
  });

  for (const optimizer of ['adam', 'sgd'] as const) {
    test(`one ${optimizer} step from moments that are under way`, async () => {
      const spec = parseNetwork({ input: line, layers: [37, 23, 5] });
      const network = randomNetwork(spec, 31, noiseImages(61, 1, 20, 31));
      const set = steadySet(network, 24, 32, context.tolerance);
      const settings = settingsOf({ optimizer, batch: 24, learningRate: 2e-3, epochs: 40 });
      const before = underWay(network, 7, optimizer === 'adam');
      const gradient = modelGradient(network, set, settings, before.step);
      const after = await oneStep(context, before, set, settings);
      expect(after.step).toBe(before.step + 1);
      const rate = learningRateAt(settings, before.step, set.count);
      const plans = layerPlans(spec);
      network.weights.forEach((layer, l) => {
        const weights = Float64Array.from(layer);
        const moments = createMoments(layer.length);
        moments.first.set(before.first[l]!);
        moments.second.set(before.second[l]!);
        update(optimizer, weights, gradient[l]!, moments, rate, before.step);
        const scale = largest(gradient[l]!);
        const allowed = context.tolerance * GRADIENT_ERROR * scale;
        const check = (actual: Float32Array, wanted: Float64Array, error: number): void => {
          expect(differences(l, plans[l]!.inputs, actual, wanted, error)).toEqual([]);
        };
        check(after.weights[l]!, weights, optimizer === 'adam' ? 1e-6 : rate * allowed);
        check(after.first[l]!, moments.first, allowed);
        check(after.second[l]!, moments.second, allowed * scale);
      });
    });
  }
}

/** Allowed difference of a gradient, as a share of its layer's largest one. */
const GRADIENT_ERROR = 5e-5;

/** Mean gradient of a step's batch, from the model in float64. */
function modelGradient(
  { spec, weights }: Network,
  set: ImageSet,
  settings: TrainingSettings,
  step: number,
): Float64Array[] {
  const { indices } = createBatchSource()(settings, step, set.count);
  const sum = weights.map((layer) => new Float64Array(layer.length));
  for (const index of indices) {
    const pass = forward(spec, weights, imageAt(set, index));
    backward(spec, weights, pass, set.labels[index]!, settings, sum);
  }
  return sum.map((layer) => layer.map((g) => g / indices.length));
}

async function oneStep(
  { engine }: Context,
  from: Snapshot,
  set: ImageSet,
  settings: TrainingSettings,
): Promise<Snapshot> {
  await engine.setNetwork(from);
  await engine.setData('train', set);
  await engine.configure(settings);
  const { end } = await trainFor(engine, 1);
  expect(end).toEqual({ step: from.step + 1, reason: 'steps' });
  return engine.snapshot();
}

function atRest(network: Network, step: number): Snapshot {
  const zeros = (): Float32Array<ArrayBuffer>[] =>
    network.weights.map((layer) => new Float32Array(layer.length));
  return { ...network, step, first: zeros(), second: zeros() };
}

function underWay(network: Network, step: number, second: boolean): Snapshot {
  const random = createRandom(step, STREAM.noise);
  const rest = atRest(network, step);
  for (const layer of rest.first) layer.forEach((_, i) => (layer[i] = 0.01 * random.normal()));
  if (second) {
    for (const layer of rest.second)
      layer.forEach((_, i) => (layer[i] = 1e-4 * (0.1 + random.uniform())));
  }
  return rest;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** The first few values that differ by more than `allowed` and float32's own rounding, with where and both values. */
function differences(
  layer: number,
  inputs: number,
  actual: ArrayLike<number>,
  wanted: ArrayLike<number>,
  allowed: number,
): string[] {
  const found: string[] = [];
  for (let i = 0; i < wanted.length && found.length < 5; i++) {
    const error = Math.abs(actual[i]! - wanted[i]!);
    if (error <= allowed + 1.2e-7 * Math.abs(wanted[i]!)) continue;
    found.push(
      `layer ${layer + 1}, neuron ${Math.floor(i / inputs)}, from ${i % inputs}: ${actual[i]} instead of ${wanted[i]} (give or take ${allowed})`,
    );
  }
  return found;
}
