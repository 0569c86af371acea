import { describe, expect, it } from 'vitest';
import { shapes, until } from '../../session/session.test-data';
import './run-stepped';
import { testView } from '../view.test-data';
import {
  chooseGhost,
  findCounterpart,
  ghostOptions,
  ghostValue,
  layerShift,
  layerShiftSigns,
  layerShiftWords,
  shiftWords,
} from './compare';

describe('layerShift', () => {
  it('counts what moved, came and went; rounding is no shift', () => {
    const before = [1, 2, 3, Infinity, Infinity, 4];
    const now = [0.9, 2.5, 3 + 1e-7, 1, Infinity, Infinity];
    const shift = layerShift(now, before);
    expect(shift).toEqual({ earlier: 1, later: 1, appeared: 1, gone: 1 });
    expect(layerShiftWords(shift)).toBe('1 earlier, 1 later, 1 new, 1 gone');
    expect(layerShiftSigns(shift)).toBe('←1 →1 +1 −1');
    expect(layerShiftWords(layerShift(now, now))).toBe('unchanged');
  });

  it('says one spike against the ghost in words', () => {
    expect(shiftWords(1, 0.966)).toBe('ghost at 0.966: +0.034');
    expect(shiftWords(0.9, 0.966)).toBe('ghost at 0.966: −0.066');
    expect(shiftWords(1, Infinity)).toBe('ghost silent');
    expect(shiftWords(Infinity, 0.5)).toBe('ghost at 0.500');
    expect(shiftWords(0.5, 0.5)).toBe('ghost at 0.500: no shift');
  });
});

describe('findCounterpart', () => {
  it('is the most similar image of the class with the other fate', () => {
    const set = shapes(12, 7);
    const answers = Uint8Array.from(set.labels);
    // Images 0, 3, 6, 9 are rows; two of them are misread.
    answers[6] = 1;
    answers[9] = 2;
    const distance = (a: number, b: number) =>
      Array.from(
        { length: 64 },
        (_, p) => (set.images[a * 64 + p]! - set.images[b * 64 + p]!) ** 2,
      ).reduce((x, y) => x + y);
    const nearest = distance(0, 6) <= distance(0, 9) ? 6 : 9;
    expect(findCounterpart(set, { answers }, 0)).toBe(nearest);
    expect([0, 3]).toContain(findCounterpart(set, { answers }, 6));
    expect(findCounterpart(set, { answers }, 1)).toBeNull();
  });
});

describe('the ghost', () => {
  async function ready() {
    const { session, view } = testView();
    await session.ready;
    await until(() => session.network.store.getState().evaluation !== null);
    return { session, derived: view.derived, store: view.store };
  }

  it('is the sample at an earlier epoch, and the present one where nothing was learnt since', async () => {
    const { session, derived, store } = await ready();
    await session.training.configure({ epochs: 2, batch: 12, learningRate: 0.02 });
    await session.training.run();
    const epochs = session.training.epochs.getState().list;
    const choices = ghostOptions(epochs, null).map((o) => o.label);
    expect(choices).toContain('ghost: the initial weights');
    store.setState(chooseGhost(session, `epoch ${epochs[0]!.step}`));
    expect(ghostValue(store.getState())).toBe('epoch 0');
    const run = derived.run()!;
    const first = derived.ghost()!;
    expect(first.layers[0]!.times).toEqual(run.layers[0]!.times);
    const moved = layerShift(run.layers[1]!.times, first.layers[1]!.times);
    expect(moved.earlier + moved.later).toBeGreaterThan(3);
    store.setState(chooseGhost(session, `epoch ${epochs.at(-1)!.step}`));
    const last = derived.ghost()!;
    for (const [layer, { times }] of run.layers.entries()) {
      expect(layerShiftWords(layerShift(times, last.layers[layer]!.times))).toBe('unchanged');
    }
    // A new run has no epochs of the old one: there is no ghost, and the page says which is missing.
    await session.training.reset();
    expect(derived.compared()).toEqual({ name: 'that epoch', run: null });
    expect(derived.ghost()).toBeNull();
    await session.dispose();
  });

  it('is the sample on a clock, whose spikes are late by a few steps, and goes with the link', async () => {
    const { session, derived, store } = await ready();
    store.setState(chooseGhost(session, 'stepped'));
    expect(ghostValue(store.getState())).toBe('stepped');
    expect(derived.compared()!.name).toBe('time steps of 0.01');
    const { layers } = derived.ghost()!;
    // Of the input every spike is late, by a step at most.
    derived.run()!.layers[0]!.times.forEach((t, i) => {
      if (t === Infinity) return;
      const late = layers[0]!.times[i]! - t;
      expect(late).toBeGreaterThan(-1e-6);
      expect(late).toBeLessThanOrEqual(0.01 + 1e-6);
    });
    store.setState({ compare: { kind: 'stepped', dt: 0.001 } });
    const near = derived.ghost()!.layers[1]!.times;
    const exact = derived.run()!.layers[1]!.times;
    const off = exact.filter((t, j) => t < Infinity && Math.abs(near[j]! - t) > 0.02);
    expect(off.length).toBeLessThanOrEqual(1);
    await session.dispose();
  });

  it('is a pinned sample, whatever is shown', async () => {
    const { session, derived, store } = await ready();
    const pinned = derived.run()!;
    store.setState(chooseGhost(session, 'pin'));
    expect(derived.compared()!.name).toMatch(/^test image 1 \(label \d\)$/);
    session.stimulus.show('test', 4);
    await until(() => derived.run() !== pinned);
    const ghost = derived.ghost()!;
    expect(layerShiftWords(layerShift(pinned.layers[2]!.times, ghost.layers[2]!.times))).toBe(
      'unchanged',
    );
    expect(ghost.layers[0]!.times).not.toEqual(derived.run()!.layers[0]!.times);
    store.setState(chooseGhost(session, 'off'));
    expect(derived.ghost()).toBeNull();
    await session.dispose();
  });

  it('is the nearest sample of the other fate', async () => {
    const { session, derived, store } = await ready();
    const { answers } = session.network.store.getState().evaluation!;
    const { labels } = session.testSet()!;
    const misread = answers.findIndex((a, n) => a !== labels[n]);
    expect(misread).toBeGreaterThanOrEqual(0);
    session.stimulus.show('test', misread);
    await until(() => session.stimulus.store.getState().sample?.index === misread);
    store.setState(chooseGhost(session, 'counterpart'));
    const compared = derived.compared()!;
    const right = answers.some((a, n) => a === labels[misread] && labels[n] === labels[misread]);
    expect(compared.run !== null).toBe(right);
    expect(compared.name).toMatch(right ? /read right/ : /other fate/);
    await session.dispose();
  });
});
