import { describe, expect, it } from 'vitest';
import { DEFAULT_TRAINING } from '../../model/training';
import { parseNetwork } from '../../model/validate';
import type { Run } from './runs';
import { runsCsv, runsJson } from './runs-export';

const base: Run = {
  id: Date.UTC(2026, 0, 2),
  name: 'a',
  from: 'page',
  data: 'MNIST',
  spec: parseNetwork({}),
  settings: DEFAULT_TRAINING,
  step: 150,
  epochSteps: 100,
  curve: [
    { step: 1, steps: 1, loss: 2, accuracy: 0.1, spikes: [1, 2, 3], decisionTime: Number.NaN },
  ],
  tests: [{ step: 100, accuracy: 0.9, loss: 0.5 }],
  accuracy: 0.9,
  figures: {
    images: 100,
    loss: 0.5,
    decisionTime: null,
    synapticOperations: 1234.5,
    spikesPerImage: { input: 100, hidden: [70, 5], output: 9 },
    noOutputSpike: 2,
  },
  end: 'stopped',
  weights: [new Float32Array(3)],
  stored: true,
};

/** One line's cells, without quotes. */
const cells = (line: string) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) =>
    m[1]!.replace(/^"|"$/g, '').replaceAll('""', '"'),
  );

describe('runsCsv', () => {
  it('writes a line a run, with what it changed', () => {
    const other = {
      ...base,
      id: base.id + 1,
      settings: { ...DEFAULT_TRAINING, batch: 32, seed: 2 },
    };
    const [head, first, second] = runsCsv([base, other]).split('\r\n').map(cells);
    const value = (line: string[], name: string) => line[head!.indexOf(name)];
    expect(value(first!, 'network')).toBe('784-128-10');
    expect(value(first!, 'started')).toBe('2026-01-02T00:00:00.000Z');
    expect(value(first!, 'weights')).toBe('101632');
    expect(value(first!, 'epochs')).toBe('1.5');
    expect(value(first!, 'hidden_spikes')).toBe('75');
    expect(value(first!, 'decision_time')).toBe('');
    expect(value(second!, 'changed')).toBe('batch 64 → 32; seed 1 → 2');
    // Exported alone, a run still says what it changed against the one before it in the list.
    expect(runsCsv([other], [base, other])).toContain('batch 64 → 32');
  });

  it('keeps names as they are, and formulas from being run', () => {
    const csv = runsCsv([
      { ...base, name: 'k = 2, "small"' },
      { ...base, name: '=1+1' },
    ]);
    expect(csv).toContain('"k = 2, ""small"""');
    expect(csv).toContain("\r\n'=1+1,");
  });
});

it('writes all but the weights as JSON', () => {
  const { runs, ...head } = JSON.parse(runsJson([base])) as { runs: Record<string, unknown>[] };
  expect(head).toEqual({ format: 'mt-spike-runs', format_version: 1 });
  expect(runs[0]).toMatchObject({ name: 'a', accuracy: 0.9, started: '2026-01-02T00:00:00.000Z' });
  expect(runs[0]!['curve']).toEqual([{ ...base.curve[0], decisionTime: null }]);
  expect(runs[0]).not.toHaveProperty('weights');
});
