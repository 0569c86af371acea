import { describe, expect, it } from 'vitest';
import { initialise } from './initialise';
import { createMoments, update } from './optimizer';
import { createRandom } from './random';
import { phasesOf, slowStep, type SlowSettings } from './slow-step';
import { backward, forward } from './step';
import { parseNetwork } from './validate';

const spec = parseNetwork({ input: { width: 6, height: 6 }, layers: [9, 7, 3] });
const random = createRandom(3);
const image = Uint8Array.from({ length: 36 }, () =>
  random.below(3) === 0 ? 100 + random.below(155) : 0,
);
const weights = initialise(spec, 4, 12);
const settings: SlowSettings = {
  loss: 'cross-entropy',
  margin: 0.1,
  temperature: 0.04,
  optimizer: 'adam',
  learningRate: 2e-3,
};
const fresh = {
  spec,
  weights,
  first: weights.map((w) => new Float64Array(w.length)),
  second: weights.map((w) => new Float64Array(w.length)),
  step: 0,
};

describe('a step in slow motion', () => {
  it('goes through the layers and back', () => {
    expect(phasesOf(spec).map(({ kind, layer }) => `${kind} ${layer}`)).toEqual([
      'encode 0',
      'propagate 1',
      'propagate 2',
      'propagate 3',
      'decide 3',
      'loss 3',
      'error 2',
      'error 1',
      'change 1',
      'after 3',
    ]);
    const flat = phasesOf({ ...spec, layers: [3] }).map(({ kind }) => kind);
    expect(flat).toEqual(['encode', 'propagate', 'decide', 'loss', 'change', 'after']);
  });

  it('gives the numbers of the reference step', () => {
    const slow = slowStep(fresh, image, 2, settings, 100);
    const pass = forward(spec, weights, image);
    const gradients = weights.map((w) => new Float64Array(w.length));
    const back = backward(spec, weights, pass, 2, settings, gradients);
    expect(slow.back.loss).toBe(back.loss);
    expect(slow.gradients).toEqual(gradients);
    expect(slow.rate).toBe(2e-3);
    slow.changes.forEach(({ norm, moved, largest }, l) => {
      const gradient = gradients[l]!;
      expect(norm).toBeCloseTo(Math.hypot(...gradient), 12);
      expect(moved).toBe(gradient.filter((g) => g !== 0).length);
      const most = Math.max(...gradient.map(Math.abs));
      expect(Math.abs(largest!.gradient)).toBe(most);
      const at = largest!.post * (gradient.length / spec.layers[l]!) + largest!.pre;
      expect(gradient[at]).toBe(largest!.gradient);
      const whole = Float64Array.from(weights[l]!);
      update('adam', whole, gradient, createMoments(whole.length), 2e-3, 0);
      expect(largest!.alone).toBe(whole[at]);
    });
  });

  it('goes on from the state of the optimiser', () => {
    const state = {
      ...fresh,
      step: 50,
      first: weights.map((w) => new Float64Array(w.length).fill(0.5)),
    };
    const { changes, rate } = slowStep(state, image, 2, { ...settings, optimizer: 'sgd' }, 100);
    expect(rate).toBeCloseTo(1e-3, 12);
    const { gradient, weight, alone } = changes[0]!.largest!;
    expect(alone).toBeCloseTo(weight - rate * (0.9 * 0.5 + gradient), 12);
  });

  it('has nothing to change for an empty image, and refuses a class there is not', () => {
    const empty = slowStep(fresh, new Uint8Array(36), 0, settings, 100);
    expect(empty.changes.every(({ moved, largest }) => moved === 0 && largest === null)).toBe(true);
    expect(() => slowStep(fresh, image, 3, settings, 100)).toThrow(/no class 3/);
  });
});
