import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainNeuron } from './explain';
import { contributionsAcross } from './explain-across';
import { tracePotential } from './explain-potential';
import type { NetworkSpec, Response } from './network';
import { firing, membranePotential } from './propagate';
import { createRandom } from './random';
import { forwardVolley, layerSettings } from './step';
import { order, volleyOf, type Volley } from './volley';

const responses: Response[] = ['average-delay', 'exponential'];

/** A presynaptic volley with silent neurons, simultaneous spikes and multiplicities, and one row of weights. */
function situation(seed: number, neurons: number): { volley: Volley; weights: Float64Array } {
  const random = createRandom(seed, 77);
  const times = Float64Array.from({ length: neurons }, () =>
    random.uniform() < 0.25 ? Infinity : Math.round(random.uniform() * 20) / 20,
  );
  const multiplicity = times.map((t) => (t < Infinity ? 0.5 * (1 + random.below(4)) : 0));
  const weights = Float64Array.from({ length: neurons }, () => 0.15 + 0.5 * random.normal());
  return { volley: { times, multiplicity, order: order(times) }, weights };
}

const cases = fc.record({
  seed: fc.nat(),
  neurons: fc.integer({ min: 1, max: 60 }),
  response: fc.constantFrom(...responses),
  threshold: fc.double({ min: 0.05, max: 4, noNaN: true }),
  deadline: fc.double({ min: 0.5, max: 5, noNaN: true }),
});

describe('explainNeuron', () => {
  it('splits the threshold of a firing neuron into contributions, without remainder', () => {
    let fired = 0;
    fc.assert(
      fc.property(cases, ({ seed, neurons, ...settings }) => {
        const { volley, weights } = situation(seed, neurons);
        const e = explainNeuron(volley, weights, 0, settings);
        if (e.time === Infinity) return;
        fired++;
        const sum = e.contributions.reduce((total, c) => total + c.adds, 0);
        expect(Math.abs(sum - settings.threshold)).toBeLessThan(1e-6);
        expect(e.contributions.filter((c) => c.causal)).toHaveLength(e.causal);
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(fired).toBeGreaterThan(100);
  });

  it('tells a silent neuron its peak, which no moment before the deadline exceeds', () => {
    let silent = 0;
    fc.assert(
      fc.property(cases, ({ seed, neurons, ...settings }) => {
        const { volley, weights } = situation(seed, neurons);
        const e = explainNeuron(volley, weights, 0, settings);
        if (e.time < Infinity) return;
        silent++;
        expect(e.peak.potential).toBeLessThan(settings.threshold + 1e-9);
        for (let step = 0; step <= 200; step++) {
          const t = (settings.deadline * step) / 200;
          const v = membranePotential(volley, weights, 0, settings.response, t);
          expect(v).toBeLessThanOrEqual(e.peak.potential + 1e-9);
        }
        const sum = e.contributions.reduce((total, c) => total + c.adds, 0);
        expect(sum).toBeCloseTo(membranePotential(volley, weights, 0, settings.response, e.at), 9);
        expect(e.late ?? Infinity).toBeGreaterThan(settings.deadline);
      }),
      { seed: 2, numRuns: 300 },
    );
    expect(silent).toBeGreaterThan(50);
  });

  it('traces the membrane potential exactly, between the knots as well', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (c, share) => {
        const { volley, weights } = situation(c.seed, c.neurons);
        const e = explainNeuron(volley, weights, 0, c);
        const t = share * c.deadline;
        const v = membranePotential(volley, weights, 0, c.response, t);
        expect(tracePotential(e.segments, c.response, t)).toBeCloseTo(v, 8);
        for (const knot of e.knots) {
          const at = membranePotential(volley, weights, 0, c.response, knot.time);
          expect(knot.potential).toBeCloseTo(at, 8);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('predicts how the firing time moves with a spike and with a weight', () => {
    const step = 1e-6;
    let compared = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { volley, weights } = situation(seed, 30);
      // Distinct times: moving one of two simultaneous spikes would reorder them.
      volley.times.forEach((t, i) => (volley.times[i] = t + i * 1e-4));
      volley.order = order(volley.times);
      const settings = { response: responses[seed % 2]!, threshold: 1, deadline: 4 };
      const e = explainNeuron(volley, weights, 0, settings);
      if (e.time === Infinity || e.slope < 0.05) continue;
      const nearest = Math.min(...e.contributions.map((c) => Math.abs(c.time - e.time)));
      if (nearest < 1e-3) continue;
      for (const { presynaptic: i, byTime, byWeight } of e.contributions) {
        const shift = (sign: number) => {
          const times = volley.times.map((t, n) => (n === i ? t + sign * step : t));
          return firing({ ...volley, times, order: order(times) }, weights, 0, settings)!.time;
        };
        const weigh = (sign: number) => {
          const changed = weights.map((w, n) => (n === i ? w + sign * step : w));
          return firing(volley, changed, 0, settings)!.time;
        };
        expect((shift(1) - shift(-1)) / (2 * step)).toBeCloseTo(byTime, 3);
        expect((weigh(1) - weigh(-1)) / (2 * step)).toBeCloseTo(byWeight, 3);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it('moves with its causes as a whole: the derivatives by their times sum to 1', () => {
    let fired = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { volley, weights } = situation(seed, 40);
      const settings = { response: responses[seed % 2]!, threshold: 1, deadline: 4 };
      const e = explainNeuron(volley, weights, 0, settings);
      if (e.time === Infinity) continue;
      fired++;
      expect(e.contributions.reduce((sum, c) => sum + c.byTime, 0)).toBeCloseTo(1, 6);
    }
    expect(fired).toBeGreaterThan(30);
  });

  it('has nothing to say about a neuron that no spike reaches', () => {
    const e = explainNeuron(volleyOf(new Float64Array(5).fill(Infinity)), new Float64Array(5), 0, {
      response: 'average-delay',
      threshold: 1,
      deadline: 3,
    });
    expect(e).toMatchObject({ time: Infinity, at: 0, potential: 0, causal: 0, late: null });
    expect(e.contributions).toEqual([]);
    expect(e.knots).toEqual([]);
  });
});

describe('contributionsAcross', () => {
  it('hands the whole threshold on, layer by layer, down to the input', () => {
    let explained = 0;
    for (const response of responses) {
      for (let seed = 0; seed < 10; seed++) {
        const random = createRandom(seed, 78);
        const spec: NetworkSpec = {
          input: { width: 6, height: 6, cut: 0.1 },
          coding: { kernel: 1, stride: 1, train: 'latency' },
          response,
          layers: [20, 15, 4],
          threshold: 1,
          deadline: 3,
        };
        const input = volleyOf(Float64Array.from({ length: 36 }, () => random.uniform()));
        const sizes = [36, ...spec.layers];
        const weights = spec.layers.map((n, l) =>
          Float64Array.from({ length: n * sizes[l]! }, () => 0.12 + 0.1 * random.normal()),
        );
        const pass = forwardVolley(spec, weights, input);
        const volleys = [input, ...pass.layers.map((layer) => layer.volley)];
        for (let c = 0; c < 4; c++) {
          const at = volleys[3]!.times[c]!;
          if (at === Infinity) continue;
          explained++;
          const parts = contributionsAcross(spec, weights, volleys, 3, c, at);
          expect(parts.map((p) => p.length)).toEqual([36, 20, 15]);
          for (const part of parts) {
            expect(part.reduce((sum, v) => sum + v, 0)).toBeCloseTo(spec.threshold, 6);
          }
          // A spike that was moved hands nothing on: what it contributes stays with it.
          const largest = parts[2]!.indexOf(Math.max(...parts[2]!));
          const stops = (l: number, n: number) => l === 2 && n === largest;
          const stopped = contributionsAcross(spec, weights, volleys, 3, c, at, stops);
          expect(stopped[2]).toEqual(parts[2]);
          expect(stopped[1]!.reduce((sum, v) => sum + v, 0)).toBeCloseTo(
            spec.threshold - parts[2]![largest]!,
            6,
          );
          const direct = explainNeuron(
            volleys[2]!,
            weights[2]!,
            c * 15,
            layerSettings(spec, 3),
          ).contributions;
          for (const { presynaptic, adds } of direct) {
            expect(parts[2]![presynaptic]).toBeCloseTo(adds, 9);
          }
        }
      }
    }
    expect(explained).toBeGreaterThan(20);
  });
});
