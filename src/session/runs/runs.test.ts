import { describe, expect, it } from 'vitest';
import { MNIST } from '../data/data-id';
import { parseNetwork } from '../../model/validate';
import { DEFAULT_TRAINING } from '../../model/training';
import {
  changes,
  freeName,
  keep,
  MOST_RUNS,
  MOST_WEIGHTS,
  runName,
  saving,
  type Run,
} from './runs';

const spec = parseNetwork({});
const packed = parseNetwork({ coding: { kernel: 2, stride: 2 }, layers: [96, 10] });
const settings = DEFAULT_TRAINING;

function run(id: number, weights: number | null = 10): Run {
  return {
    id,
    name: `run ${id}`,
    spec,
    settings,
    step: 100,
    epochSteps: 50,
    curve: [],
    tests: [],
    accuracy: 0.9,
    from: 'page',
    data: 'MNIST',
    figures: null,
    end: 'stopped',
    stored: false,
    weights: weights === null ? null : [new Float32Array(weights)],
  };
}

describe('changes', () => {
  it('names what differs, in the words of the page', () => {
    expect(
      changes(
        { spec, settings },
        { spec: packed, settings: { ...settings, learningRate: 1e-3, epochs: 5 } },
      ),
    ).toEqual([
      'hidden 128 → 96',
      'k 1 → 2',
      'stride 1 → 2',
      'learning rate 0.002 → 0.001',
      'epochs 3 → 5',
    ]);
  });

  it('says nothing of settings the loss at work has no use for', () => {
    const cross = { ...settings, loss: 'cross-entropy' } as const;
    expect(changes({ spec, settings }, { spec, settings: { ...cross, margin: 0.5 } })).toEqual([
      'loss heuristic → cross-entropy',
    ]);
    expect(
      changes({ spec, settings: cross }, { spec, settings: { ...cross, temperature: 0.07 } }),
    ).toEqual(['temperature 0.04 → 0.07']);
  });

  it('is empty for the same again', () => {
    expect(changes({ spec, settings }, structuredClone({ spec, settings }))).toEqual([]);
  });
});

describe('keep', () => {
  it('puts a run in place of its older self, in the same order', () => {
    const list = keep([run(1), run(2), run(3)], { ...run(2), step: 200 });
    expect(list.map((r) => [r.id, r.step])).toEqual([
      [1, 100],
      [2, 200],
      [3, 100],
    ]);
  });

  it('lets the oldest go when there are too many', () => {
    let list: Run[] = [];
    for (let id = 1; id <= MOST_RUNS + 2; id++) list = keep(list, run(id));
    expect(list).toHaveLength(MOST_RUNS);
    expect(list[0]!.id).toBe(3);
  });

  it('gives up the weights of the oldest for room, never those of the newest', () => {
    const half = MOST_WEIGHTS / 2;
    let list = keep(keep([], run(1, half)), run(2, half));
    expect(list.map((r) => r.weights !== null)).toEqual([true, true]);
    list = keep(list, run(3, 1));
    expect(list.map((r) => r.weights !== null)).toEqual([false, true, true]);
    list = keep(list, run(4, MOST_WEIGHTS + 1));
    expect(list.map((r) => r.weights !== null)).toEqual([false, false, false, true]);
  });
});

it('names runs by their network, and numbers those of the same', () => {
  expect(runName(spec)).toBe('784-128-10');
  expect(runName(packed)).toBe('196-96-10, k = 2');
  expect(freeName('a', [{ name: 'a' }, { name: 'a (2)' }])).toBe('a (3)');
});

describe('saving', () => {
  it('compares the best smaller network with the best of all', () => {
    const runs = [
      { spec, accuracy: 0.97, data: MNIST },
      { spec: packed, accuracy: 0.96, data: MNIST },
    ];
    // 196 * 96 + 96 * 10 of 784 * 128 + 128 * 10 weights.
    expect(saving(runs, MNIST)).toBe(
      '196-96-10, k = 2 keeps 99.0 % of the best accuracy with 19.5 % of the weights.',
    );
  });

  it('has nothing to tell of one network, or of runs never evaluated', () => {
    expect(saving([{ spec, accuracy: 0.97, data: MNIST }], MNIST)).toBeNull();
    const runs = [
      { spec, accuracy: null, data: MNIST },
      { spec: packed, accuracy: 0.96, data: MNIST },
    ];
    expect(saving(runs, MNIST)).toBeNull();
  });

  it('has nothing to tell of other data than those that are there', () => {
    const runs = [
      { spec, accuracy: 0.97, data: MNIST },
      { spec: packed, accuracy: 0.96, data: MNIST },
    ];
    expect(saving(runs, 'digits 1a2b')).toBeNull();
    expect(saving([runs[0]!, { ...runs[1]!, data: 'digits 1a2b' }], MNIST)).toBeNull();
  });
});
