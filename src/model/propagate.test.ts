import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neuron, response, type Neuron } from './arbitrary';
import type { Response } from './network';
import { firing, membranePotential, propagate, type LayerSettings } from './propagate';
import { volley } from './testing';

const settings = (response: Response, deadline = 3): LayerSettings => ({
  response,
  threshold: 1,
  deadline,
});

/** The first crossing, found another way: the first moment of interest at or above the threshold, then bisection. */
function crossing({ presynaptic, weights }: Neuron, s: LayerSettings): number {
  const v = (t: number): number => membranePotential(presynaptic, weights, 0, s.response, t);
  const moments = [...presynaptic.times].filter((t) => t <= s.deadline).sort((a, b) => a - b);
  let low = 0;
  for (const high of [...moments, s.deadline]) {
    if (v(high) < s.threshold) {
      low = high;
      continue;
    }
    let [a, b] = [low, high];
    for (let n = 0; n < 200 && a < b; n++) {
      const middle = (a + b) / 2;
      if (middle === a || middle === b) break;
      if (v(middle) < s.threshold) a = middle;
      else b = middle;
    }
    return b;
  }
  return Infinity;
}

/** Whether rounding decides if the neuron fires: its potential touches the threshold, or crosses it just at the deadline. */
function isClose({ presynaptic, weights }: Neuron, s: LayerSettings): boolean {
  const at = (threshold: number): number =>
    firing(presynaptic, weights, 0, { ...s, threshold })?.time ?? Infinity;
  const [early, late] = [at(s.threshold - 1e-9), at(s.threshold + 1e-9)];
  return early !== late && !(late - early < 1e-6);
}

describe('a neuron fires when its potential first reaches the threshold', () => {
  test('event by event equals a search by bisection', () => {
    let fired = 0;
    fc.assert(
      fc.property(neuron, response, fc.constantFrom(0.4, 1, 3), (n, r, deadline) => {
        const s = settings(r, deadline);
        fc.pre(!isClose(n, s));
        const found = firing(n.presynaptic, n.weights, 0, s)?.time ?? Infinity;
        if (found < Infinity) fired++;
        const wanted = crossing(n, s);
        expect(found === wanted || Math.abs(found - wanted) < 1e-6).toBe(true);
      }),
      { seed: 1, numRuns: 3000 },
    );
    expect(fired).toBeGreaterThan(1000);
  });

  test('the potential is below the threshold on a dense scan before the spike, and at it then', () => {
    fc.assert(
      fc.property(neuron, response, (n, r) => {
        const s = settings(r);
        const v = (t: number): number => membranePotential(n.presynaptic, n.weights, 0, r, t);
        const t = firing(n.presynaptic, n.weights, 0, s)?.time;
        const end = t ?? s.deadline;
        for (let k = 0; k < 400; k++) expect(v((k / 400) * end)).toBeLessThan(1 + 1e-9);
        expect(Math.abs((t === undefined ? 1 : v(t)) - 1)).toBeLessThan(1e-6);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('a higher threshold never makes it earlier', () => {
    fc.assert(
      fc.property(neuron, response, fc.double({ min: 0, max: 2, noNaN: true }), (n, r, more) => {
        const at = (threshold: number): number =>
          firing(n.presynaptic, n.weights, 0, { ...settings(r), threshold })?.time ?? Infinity;
        expect(at(1 + more)).toBeGreaterThanOrEqual(at(1) - 1e-9);
      }),
      { seed: 3 },
    );
  });
});

describe('causal sets', () => {
  test('hold every spike before the neuron fires, and simultaneous ones all or none', () => {
    fc.assert(
      fc.property(neuron, response, (n, r) => {
        const fired = firing(n.presynaptic, n.weights, 0, settings(r));
        fc.pre(fired !== undefined);
        const { times, order } = n.presynaptic;
        const last = times[order[fired!.causal - 1]!]!;
        const next = fired!.causal < order.length ? times[order[fired!.causal]!]! : Infinity;
        expect(next).toBeGreaterThan(last);
        expect(fired!.time).toBeGreaterThanOrEqual(last);
        expect(fired!.time).toBeLessThanOrEqual(next);
      }),
      { seed: 4 },
    );
  });

  test('simultaneous spikes enter together, before the crossing is tested', () => {
    // Alone, the first would cross at 0.2 + 1 / 4; the second, inhibiting, arrives at the same time and delays it.
    const presynaptic = volley([0.2, 0.2]);
    const alone = firing(volley([0.2, Infinity]), [4, -3], 0, settings('average-delay'));
    expect(alone!.time).toBeCloseTo(0.45, 12);
    const both = firing(presynaptic, [4, -3], 0, settings('average-delay'))!;
    expect(both.time).toBeCloseTo(1.2, 12);
    expect(both.causal).toBe(2);
    expect(both.slope).toBe(1);
  });

  test('their order does not matter', () => {
    const times = [0.5, 0.1, 0.5, 0.1, 0.3];
    const weights = [0.3, 0.6, -0.4, 0.9, 0.7];
    const forwards = firing(volley(times), weights, 0, settings('average-delay'))!;
    const backwards = firing(
      volley(times.toReversed()),
      weights.toReversed(),
      0,
      settings('average-delay'),
    )!;
    expect(backwards.causal).toBe(forwards.causal);
    expect(backwards.time).toBeCloseTo(forwards.time, 12);
  });

  test('a spike exactly when the neuron fires, outside the prefix that made it fire, is not causal', () => {
    const fired = firing(volley([0, 0.5, 0.5]), [2, 1, 1], 0, settings('average-delay'))!;
    expect(fired).toEqual({ time: 0.5, causal: 1, slope: 2 });
  });
});

describe('by hand', () => {
  test('average delay response: t = (theta + sum w m tbar) / sum w m', () => {
    const presynaptic = volley([0.1, 0.4, 0.99], [1, 0.5, 2]);
    const fired = firing(presynaptic, [0.5, 2, 1], 0, settings('average-delay'))!;
    expect(fired.causal).toBe(2);
    expect(fired.slope).toBeCloseTo(1.5, 12);
    expect(fired.time).toBeCloseTo((1 + 0.05 + 0.4) / 1.5, 12);
    expect(membranePotential(presynaptic, [0.5, 2, 1], 0, 'average-delay', 1)).toBeCloseTo(
      0.5 * 0.9 + 0.6 + 2 * 0.01,
      12,
    );
  });

  test('exponential: e^t = sum w m e^tbar / (sum w m - theta)', () => {
    const presynaptic = volley([0.1, 0.4], [1, 0.5]);
    const fired = firing(presynaptic, [1, 2], 0, settings('exponential'))!;
    expect(fired.slope).toBeCloseTo(1, 12);
    expect(fired.time).toBeCloseTo(Math.log(Math.exp(0.1) + Math.exp(0.4)), 12);
    expect(membranePotential(presynaptic, [1, 2], 0, 'exponential', fired.time)).toBeCloseTo(1, 12);
  });

  test('a spike at the deadline still counts, one after it does not', () => {
    const at = (deadline: number) =>
      firing(volley([0]), [0.5], 0, settings('average-delay', deadline));
    expect(at(2)!.time).toBe(2);
    expect(at(1.999)).toBeUndefined();
    // Presynaptic spikes after the deadline don't reach the neuron at all.
    const late = propagate(volley([0.2, 0.8]), [0.5, 9], 1, settings('average-delay', 0.7));
    expect(late.volley.times[0]).toBe(Infinity);
    expect(late.potential[0]).toBeCloseTo(0.25, 12);
  });

  test('without spikes, and with inhibition alone, it stays silent', () => {
    const trace = propagate(
      volley([Infinity, Infinity]),
      [9, 9, 9, 9],
      2,
      settings('average-delay'),
    );
    expect([...trace.volley.times]).toEqual([Infinity, Infinity]);
    expect([...trace.volley.multiplicity]).toEqual([0, 0]);
    expect([...trace.potential]).toEqual([0, 0]);
    expect(trace.volley.order).toHaveLength(0);
    expect([...trace.causal, ...trace.slope]).toEqual([0, 0, 0, 0]);
    const inhibited = propagate(volley([0.1]), [-1], 1, settings('average-delay'));
    expect(inhibited.volley.times[0]).toBe(Infinity);
    expect(inhibited.potential[0]).toBeCloseTo(-2.9, 12);
  });

  test('a layer reads its weights row by row and hands on a volley in time order', () => {
    const trace = propagate(volley([0, 0.5]), [1, 0, 4, 0, 1, 1], 3, settings('average-delay'));
    expect([...trace.volley.times]).toEqual([1, 0.25, 0.75]);
    expect([...trace.volley.order]).toEqual([1, 2, 0]);
    expect([...trace.volley.multiplicity]).toEqual([1, 1, 1]);
    expect([...trace.causal]).toEqual([2, 1, 2]);
  });
});
