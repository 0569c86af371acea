/** run(): every layer's spikes against the model, given the engine's own spikes of the layer before. */
import { expect, test } from 'vitest';
import { encode } from '../../model/encode';
import { layerPlans, positionOf, receive, weightRow, type LayerPlan } from '../../model/layers';
import { classCount, layerCount } from '../../model/network';
import { membranePotential, type LayerSettings } from '../../model/propagate';
import { layerSettings } from '../../model/step';
import type { Volley } from '../../model/volley';
import type { LayerSpikes, SampleRun } from '../engine';
import { firingBounds, isWithin } from './bounds';
import { volleyFrom } from '../shared/layer-spikes';
import type { Context } from './context';
import { networkCases, type Case } from './networks';

/** What a comparison saw, beside mismatches. */
interface Tally {
  neurons: number;
  fired: number;
  /** Neurons that spike at the same time as another of their layer. */
  simultaneous: number;
  /** Rounding may decide whether or when these fire; a mismatch of theirs is none. */
  nearTies: number;
  /** Fires where the model says silent, or the other way round (near-ties, or it would be a mismatch). */
  apart: number;
  mismatches: string[];
}

const newTally = (): Tally => ({
  neurons: 0,
  fired: 0,
  simultaneous: 0,
  nearTies: 0,
  apart: 0,
  mismatches: [],
});

export function forwardTests(context: Context): void {
  const total = newTally();
  for (const network of networkCases(context.small)) {
    test(`spikes of ${network.name}`, async () => {
      const tally = newTally();
      await compare(context, network, tally);
      expect(tally.mismatches.slice(0, 5)).toEqual([]);
      expect(tally.nearTies).toBeLessThanOrEqual(1 + 0.005 * tally.neurons);
      total.neurons += tally.neurons;
      total.fired += tally.fired;
      total.simultaneous += tally.simultaneous;
      total.nearTies += tally.nearTies;
      total.apart += tally.apart;
    });
  }

  test('all those networks together fire, stay silent and tie often, and rarely just so', () => {
    const silent = total.neurons - total.fired;
    expect(total.fired).toBeGreaterThan(0.2 * total.neurons);
    expect(silent).toBeGreaterThan(0.1 * total.neurons);
    expect(total.simultaneous).toBeGreaterThan(0.005 * total.neurons);
    expect(total.nearTies).toBeLessThan(0.001 * total.neurons);
    expect(total.apart).toBeLessThan(0.0003 * total.neurons);
  });

  test('no images give no runs', async () => {
    const network = networkCases(true)[0]!;
    await context.engine.setNetwork(network);
    const { spec } = network;
    const none = { ...spec.input, count: 0, images: new Uint8Array(0) };
    expect(await context.engine.run(none)).toEqual([]);
  });
}

async function compare({ engine, tolerance }: Context, network: Case, tally: Tally): Promise<void> {
  const { spec, weights, images } = network;
  const size = spec.input.width * spec.input.height;
  await engine.setNetwork(network);
  const count = images.length / size;
  const runs = await engine.run({ ...spec.input, count, images });
  expect(runs).toHaveLength(count);
  runs.forEach((sample, n) => {
    const input = encode(spec, images.subarray(n * size, (n + 1) * size));
    expect(Array.from(sample.layers[0]!.times)).toEqual(Array.from(input.times));
    expect(Array.from(sample.layers[0]!.multiplicity)).toEqual(Array.from(input.multiplicity));
    const plans = layerPlans(spec);
    expect(sample.layers).toHaveLength(plans.length + 1);
    plans.forEach((plan, l) => {
      const actual = sample.layers[l + 1]!;
      expect(actual.times).toHaveLength(plan.neurons);
      const presynaptic = volleyFrom(sample.layers[l]!);
      const where = `image ${n}, layer ${l + 1}`;
      const settings = layerSettings(spec, l + 1);
      compareLayer(where, plan, presynaptic, weights[l]!, settings, actual, tolerance, tally);
    });
    comparePotential(`image ${n}`, network, sample, tolerance, tally);
  });
}

function compareLayer(
  where: string,
  plan: LayerPlan,
  presynaptic: Volley,
  weights: Float32Array,
  settings: LayerSettings,
  actual: LayerSpikes,
  tolerance: number,
  tally: Tally,
): void {
  let patch = presynaptic;
  const fired = actual.times.filter((t) => t < Infinity);
  tally.neurons += actual.times.length;
  tally.fired += fired.length;
  tally.simultaneous += fired.length - new Set(fired).size;
  actual.times.forEach((t, j) => {
    if (j % plan.rows === 0) patch = receive(plan, presynaptic, positionOf(plan, j));
    const bounds = firingBounds(patch, weights, weightRow(plan, j), settings, tolerance);
    if (bounds.nearTie) tally.nearTies++;
    if (!isWithin(t, bounds)) {
      tally.mismatches.push(
        `${where}, neuron ${j} fires at ${t}; the model says ${bounds.time} (rounding allows ${bounds.earliest} to ${bounds.latest})`,
      );
    } else if ((t === Infinity) !== (bounds.time === Infinity)) {
      tally.apart++;
    }
    const m = actual.multiplicity[j];
    if (m !== (t === Infinity ? 0 : 1)) {
      tally.mismatches.push(`${where}, neuron ${j} spikes at ${t} with multiplicity ${m}`);
    }
  });
}

function comparePotential(
  where: string,
  { spec, weights }: Case,
  sample: SampleRun,
  tolerance: number,
  tally: Tally,
): void {
  const depth = layerCount(spec);
  const { response, deadline } = layerSettings(spec, depth);
  const presynaptic = volleyFrom(sample.layers[depth - 1]!);
  const inputs = presynaptic.times.length;
  const layer = weights[depth - 1]!;
  const magnitudes = layer.map(Math.abs);
  expect(sample.potential).toHaveLength(classCount(spec));
  sample.potential.forEach((actual, c) => {
    const v = membranePotential(presynaptic, layer, c * inputs, response, deadline);
    const scale = membranePotential(presynaptic, magnitudes, c * inputs, response, deadline);
    // The potential is often a difference of two sums, A t - (B - theta): twice the scale of its value.
    const allowed = tolerance * 1e-6 * (2 * scale + spec.threshold);
    if (!(Math.abs(actual - v) <= allowed)) {
      tally.mismatches.push(
        `${where}, output ${c} reaches the potential ${actual}; the model says ${v} (give or take ${allowed})`,
      );
    }
  });
}
