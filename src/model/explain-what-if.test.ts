import { describe, expect, it } from 'vitest';
import type { NetworkSpec, Response } from './network';
import { createRandom } from './random';
import { propagate } from './propagate';
import { forwardVolley, layerSettings } from './step';
import { parseNetwork } from './validate';
import { volleyOf } from './volley';
import { causalSet, predictShift, runEdited, standing, type Edit } from './explain-what-if';

function situation(seed: number, response: Response = 'average-delay') {
  const random = createRandom(seed, 80);
  const spec: NetworkSpec = parseNetwork({
    input: { width: 5, height: 5 },
    response,
    layers: [14, 10, 3],
  });
  const input = volleyOf(
    Float64Array.from({ length: 25 }, () => (random.uniform() < 0.2 ? Infinity : random.uniform())),
  );
  const sizes = [25, 14, 10, 3];
  const weights = spec.layers.map((n, l) =>
    Float64Array.from({ length: n * sizes[l]! }, () => 0.2 + 0.15 * random.normal()),
  );
  return { spec, input, weights, random };
}

describe('runEdited', () => {
  it('is what happened where nothing is edited', () => {
    const { spec, input, weights } = situation(1);
    const pass = forwardVolley(spec, weights, input);
    const course = runEdited(spec, weights, input, []);
    expect(course.answer).toEqual(pass.answer);
    expect(course.layers.map((l) => l.volley)).toEqual(pass.layers.map((l) => l.volley));
  });

  it('leaves weights and input as they were', () => {
    const { spec, input, weights } = situation(2);
    const copies = [Float64Array.from(weights[0]!), Float64Array.from(input.times)];
    runEdited(spec, weights, input, [
      { kind: 'weight', layer: 1, postsynaptic: 2, presynaptic: 3, value: 9 },
      { kind: 'silence', layer: 0, neuron: 4 },
      { kind: 'time', layer: 0, neuron: 5, time: 0.123 },
    ]);
    expect(weights[0]).toEqual(copies[0]);
    expect(input.times).toEqual(copies[1]);
  });

  it('silences a neuron as outgoing weights of 0 would', () => {
    for (let seed = 0; seed < 10; seed++) {
      const { spec, input, weights } = situation(seed);
      const course = runEdited(spec, weights, input, [{ kind: 'silence', layer: 1, neuron: 3 }]);
      const cut = weights.map((w) => Float64Array.from(w));
      for (let j = 0; j < 10; j++) cut[1]![j * 14 + 3] = 0;
      const pass = forwardVolley(spec, cut, input);
      expect(course.layers[0]!.volley.times[3]).toBe(Infinity);
      for (const l of [1, 2]) {
        pass.layers[l]!.volley.times.forEach((t, j) => {
          const s = course.layers[l]!.volley.times[j]!;
          expect(s === t || Math.abs(s - t) < 1e-9).toBe(true);
        });
      }
    }
  });

  it('lets the next output win when the first is silenced', () => {
    const { spec, input, weights } = situation(3);
    const { answer } = runEdited(spec, weights, input, []);
    const edits: Edit[] = [{ kind: 'silence', layer: 3, neuron: answer.class! }];
    const after = runEdited(spec, weights, input, edits).answer;
    expect(after.class).not.toBe(answer.class);
    expect(after.decisionTime! - answer.decisionTime!).toBeCloseTo(answer.margin!, 9);
  });

  it('has a moved hidden spike act as an input at that time would, and nothing reach it', () => {
    for (let seed = 0; seed < 10; seed++) {
      const { spec, input, weights, random } = situation(seed);
      const before = runEdited(spec, weights, input, []);
      const neuron = before.layers[0]!.volley.order[0]!;
      const time = random.uniform();
      const moved: Edit = { kind: 'time', layer: 1, neuron, time };
      const course = runEdited(spec, weights, input, [moved]);
      expect(course.layers[0]!.volley.times[neuron]).toBe(time);
      expect(causalSet(course, 1, neuron).size).toBe(0);
      // The network from there on, on the hidden volley with that spike moved.
      const hidden = Float64Array.from(before.layers[0]!.volley.times);
      hidden[neuron] = time;
      const settings = layerSettings(spec, 2);
      const next = propagate(volleyOf(hidden), weights[1]!, 10, settings);
      expect(course.layers[1]!.volley).toEqual(next.volley);
      const last = propagate(next.volley, weights[2]!, 3, layerSettings(spec, 3));
      expect(course.layers[2]!.volley).toEqual(last.volley);
      // Whatever reaches it, and unless it is silenced.
      const quiet: Edit[] = [...input.order].map((i) => ({ kind: 'silence', layer: 0, neuron: i }));
      const alone = runEdited(spec, weights, input, [moved, ...quiet]);
      expect([...alone.layers[0]!.volley.order]).toEqual([neuron]);
      const silenced = runEdited(spec, weights, input, [
        moved,
        { kind: 'silence', layer: 1, neuron },
      ]);
      expect(silenced.layers[0]!.volley.times[neuron]).toBe(Infinity);
    }
  });

  it('does not wake a silent pixel by moving it, and keeps the last of several edits', () => {
    const { spec, input, weights } = situation(4);
    const silent = input.times.indexOf(Infinity);
    const edits: Edit[] = [
      { kind: 'time', layer: 0, neuron: silent, time: 0.5 },
      { kind: 'threshold', value: 2 },
      { kind: 'threshold', value: 1.5 },
    ];
    const course = runEdited(spec, weights, input, edits);
    expect(course.input.times[silent]).toBe(Infinity);
    expect(course.spec.threshold).toBe(1.5);
    expect(standing(edits)).toHaveLength(2);
  });
});

describe('predictShift', () => {
  it('is what happens, for small edits of every kind that leave the causal sets alone', () => {
    const step = 1e-5;
    const compared = { time: 0, weight: 0, threshold: 0 };
    let hidden = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { spec, input, weights, random } = situation(
        seed,
        seed % 2 ? 'exponential' : undefined,
      );
      const before = runEdited(spec, weights, input, []);
      if (before.layers.some((l) => l.slope.some((a) => a > 0 && a < 0.05))) continue;
      const i = input.order[random.below(input.order.length)]!;
      const j = random.below(14);
      const fires = before.layers[0]!.volley.order;
      const h = fires[random.below(fires.length)]!;
      const all: Edit[] = [
        { kind: 'time', layer: 0, neuron: i, time: input.times[i]! + step },
        {
          kind: 'weight',
          layer: 1,
          postsynaptic: j,
          presynaptic: i,
          value: weights[0]![j * 25 + i]! + step,
        },
        { kind: 'threshold', value: 1 + step },
        { kind: 'time', layer: 1, neuron: h, time: before.layers[0]!.volley.times[h]! + step },
      ];
      for (const edit of all) {
        const after = runEdited(spec, weights, input, [edit]);
        const same = before.layers.every((l, n) =>
          l.causal.every(
            (count, m) =>
              count === after.layers[n]!.causal[m] ||
              (edit.kind === 'time' && edit.layer === n + 1 && edit.neuron === m),
          ),
        );
        if (!same) continue;
        for (let c = 0; c < 3; c++) {
          const predicted = predictShift(before, [edit], 3, c);
          const t = before.layers[2]!.volley.times[c]!;
          if (predicted === null) continue;
          const actual = after.layers[2]!.volley.times[c]! - t;
          expect(Math.abs(actual - predicted)).toBeLessThan(2e-2 * Math.abs(actual) + 1e-8);
          compared[edit.kind as 'time']++;
          if (edit.kind === 'time' && edit.layer > 0) hidden++;
        }
      }
    }
    expect(Math.min(...Object.values(compared), hidden)).toBeGreaterThan(30);
  });

  it('has nothing pass through a spike that was moved, and moves that spike itself by what was asked', () => {
    const { spec, input, weights } = situation(8);
    const before = runEdited(spec, weights, input, []);
    const neuron = before.layers[0]!.volley.order[0]!;
    const t = before.layers[0]!.volley.times[neuron]!;
    const moved: Edit = { kind: 'time', layer: 1, neuron, time: t - 0.01 };
    expect(predictShift(before, [moved], 1, neuron)).toBeCloseTo(-0.01, 12);
    const cause = [...causalSet(before, 1, neuron)][0]!;
    const earlier: Edit = { kind: 'time', layer: 0, neuron: cause, time: 0 };
    expect(predictShift(before, [earlier], 1, neuron)).not.toBe(0);
    expect(predictShift(before, [moved, earlier], 1, neuron)).toBeCloseTo(-0.01, 12);
  });

  it('takes silencing for all outgoing weights going to 0', () => {
    const { spec, input, weights } = situation(6);
    const before = runEdited(spec, weights, input, []);
    const quiet: Edit[] = [{ kind: 'silence', layer: 2, neuron: 1 }];
    const cut: Edit[] = [0, 1, 2].map((j) => ({
      kind: 'weight',
      layer: 3,
      postsynaptic: j,
      presynaptic: 1,
      value: 0,
    }));
    const c = before.answer.class!;
    expect(predictShift(before, quiet, 3, c)).toBeCloseTo(predictShift(before, cut, 3, c)!, 12);
    expect(predictShift(before, quiet, 3, c)).not.toBe(0);
  });

  it('predicts nothing for a neuron that stays silent', () => {
    const { spec, input, weights } = situation(7);
    const before = runEdited(spec, weights, input, [{ kind: 'silence', layer: 3, neuron: 0 }]);
    expect(predictShift(before, [{ kind: 'threshold', value: 2 }], 3, 0)).toBeNull();
    expect(causalSet(before, 3, 0).size).toBe(0);
  });
});
