/** By hand: that evaluate() is made of these is shown for every engine by the conformance tests. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_TRAINING } from '../../model/training';
import { parseNetwork } from '../../model/validate';
import type { LayerSpikes, SampleRun } from '../engine';
import { createEvaluation, NO_ANSWER } from './evaluation';
import { countTrainSpikes, outcomeOf } from './outcome';

function spikes(...times: number[]): LayerSpikes {
  return {
    times: Float32Array.from(times),
    multiplicity: Float32Array.from(times, (t) => (t < Infinity ? 1 : 0)),
  };
}

function sample(potential: number[], ...layers: LayerSpikes[]): SampleRun {
  return { layers, potential: Float32Array.from(potential) };
}

const spec = parseNetwork({ input: { width: 4, height: 1 }, layers: [3, 2] });
const settings = { ...DEFAULT_TRAINING, margin: 0.5 };

const decided = sample(
  [1, 1],
  spikes(0, 0.25, 0.5, Infinity),
  spikes(0.25, Infinity, 2.5),
  spikes(1.5, 1.75),
);
const undecided = sample(
  [0.25, 0.5],
  spikes(0, 0.25, 0.5, 1),
  spikes(Infinity, 0.125, Infinity),
  spikes(Infinity, Infinity),
);
const blank = sample(
  [0, 0],
  spikes(Infinity, Infinity, Infinity, Infinity),
  spikes(Infinity, Infinity, Infinity),
  spikes(Infinity, Infinity),
);

describe('synaptic operations: spikes reaching neurons that have not fired yet, up to the decision', () => {
  test('count a spike with which the neuron fires, and none after it', () => {
    // Hidden: 2 up to 0.25, all 3 for the silent and for the one that fires after the decision; each output: the spike at 0.25.
    expect(outcomeOf(spec, decided, 0, settings).operations).toBe(2 + 3 + 3 + 1 + 1);
  });

  test('go on to the end where nothing decides', () => {
    expect(outcomeOf(spec, undecided, 0, settings).operations).toBe(4 + 1 + 4 + 1 + 1);
    expect(outcomeOf(spec, blank, 0, settings).operations).toBe(0);
  });

  test('stop at the layer’s deadline', () => {
    const early = parseNetwork({ ...spec, deadline: 0.3 });
    expect(outcomeOf(early, undecided, 0, settings).operations).toBe(2 + 1 + 2 + 1 + 1);
  });
});

test('spikes of trains come back from the multiplicities', () => {
  const packed = parseNetwork({ coding: { kernel: 3, stride: 3 } });
  const m = Float32Array.from([0, 1, 2, 4, 9].map((n) => Math.fround((2 * n) / 9)));
  expect(countTrainSpikes(packed, m)).toBe(16);
  expect(countTrainSpikes(spec, [1, 0, 1])).toBe(2);
});

test('an evaluation counts answers and guesses, and sets blank images apart', () => {
  const sum = createEvaluation(spec, 4);
  for (const [label, run] of [
    [0, decided],
    [1, decided],
    [1, undecided],
    [1, blank],
  ] as const) {
    sum.add(label, outcomeOf(spec, run, label, settings));
  }
  const result = sum.result();
  expect(result).toEqual({
    images: 4,
    accuracy: 0.5,
    noOutputSpike: 2,
    confusion: [1, 0, 1, 1],
    spikesPerImage: { input: 2.5, hidden: [1.25], output: 1 },
    synapticOperations: (10 + 10 + 11 + 0) / 4,
    decisionTime: 1.5,
    // Lead 0.25 of 0.5: v = 0.5; behind by 0.25: v = 1.5; silent: v = 1.
    loss: (0.25 * (0.5 ** 2 + 1.5 ** 2 + 1 + 1)) / 4,
    answers: Uint8Array.from([0, 0, 1, NO_ANSWER]),
    decisionTimes: Float32Array.from([1.5, 1.5, Infinity, Infinity]),
    leads: Float32Array.from([0.25, 0.25, 0, 0]),
  });
});

test('of no images nothing is made up', () => {
  expect(createEvaluation(spec, 0).result()).toMatchObject({
    images: 0,
    accuracy: 0,
    decisionTime: null,
    loss: 0,
  });
});
