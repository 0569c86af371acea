import { describe, expect, it } from 'vitest';
import { spikeErrors } from './explain-errors';
import { outputError } from './loss';
import { layerDeadline } from './network';
import { createRandom } from './random';
import { forwardVolley } from './step';
import { parseNetwork } from './validate';
import { volleyOf } from './volley';

const settings = { loss: 'heuristic', margin: 0.1, temperature: 0.04 } as const;
const spec = parseNetwork({ input: { width: 5, height: 5 }, layers: [12, 3] });

function situation(seed: number) {
  const random = createRandom(seed, 79);
  const input = volleyOf(Float64Array.from({ length: 25 }, () => random.uniform()));
  const weights = [300, 36].map((n, l) =>
    Float64Array.from({ length: n }, () => (l === 0 ? 0.12 : 0.2) + 0.15 * random.normal()),
  );
  return { input, weights };
}

describe('spikeErrors', () => {
  it('asks for earlier spikes where that lowers the loss', () => {
    let compared = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { input, weights } = situation(seed);
      const target = seed % 3;
      const { deltas, floored } = spikeErrors(spec, weights, input, target, settings);
      if (floored.some((set) => set.size > 0)) continue;
      const loss = (times: Float64Array) => {
        const pass = forwardVolley(spec, weights, volleyOf(times));
        const output = pass.layers[1]!;
        const { loss: value } = outputError(
          output.volley.times,
          target,
          layerDeadline(spec, 2),
          settings,
        );
        return { value, causal: pass.layers.map((l) => [...l.causal]).join() };
      };
      const here = loss(input.times).causal;
      for (let i = 0; i < 25; i++) {
        if (deltas[0]![i] === 0) continue;
        const [less, more] = [-1e-6, 1e-6].map((by) =>
          loss(input.times.map((t, n) => (n === i ? t + by : t))),
        );
        if (less!.causal !== here || more!.causal !== here) continue;
        expect((more!.value - less!.value) / 2e-6).toBeCloseTo(deltas[0]![i]!, 3);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('asks nothing of a sample whose class leads by the margin', () => {
    const { input, weights } = situation(1);
    const { answer } = forwardVolley(spec, weights, input);
    const { loss, largest } = spikeErrors(spec, weights, input, answer.class!, {
      ...settings,
      margin: answer.margin! * 0.5,
    });
    expect(loss).toBe(0);
    expect(largest).toEqual([0, 0, 0]);
  });

  it('names the silent output that should have fired, and passes nothing on through it', () => {
    const { input, weights } = situation(2);
    weights[1]!.fill(-1, 12, 24);
    const { pushed, deltas } = spikeErrors(spec, weights, input, 1, settings);
    expect(pushed).toEqual([1]);
    expect(deltas[2]![1]).toBeGreaterThan(0);
  });

  it('marks spikes whose slope is below the floor', () => {
    const flat = parseNetwork({ input: { width: 2, height: 1 }, layers: [2], deadline: 90 });
    const errors = spikeErrors(
      flat,
      [Float64Array.from([0.02, 0.01, 0.5, 0.5])],
      volleyOf(Float64Array.from([0, 0.5])),
      0,
      settings,
    );
    expect([...errors.floored[1]!]).toEqual([0]);
    expect(errors.deltas[1]![0]).toBeGreaterThan(0);
  });
});
