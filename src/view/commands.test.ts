import { describe, expect, it } from 'vitest';
import { until } from '../session/session.test-data';
import { runKey } from './keys';
import { spikeCommands } from './commands';
import { neuronBelow } from './time/navigation';
import type { View } from './view';
import { testView } from './view.test-data';

async function open() {
  const { session: s, view } = testView();
  await s.ready;
  await until(() => s.spikes.store.getState().run !== null && !s.spikes.store.getState().blank);
  return { s, view };
}

function press(view: View, key: string, repeat = false): boolean {
  const modifiers = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  return runKey(spikeCommands(view), { key, code: '', repeat, ...modifiers });
}

describe('the keys of the rasters', () => {
  it('step the cursor through every spike of every layer, both ways', async () => {
    const { s, view } = await open();
    const times = view.derived.times();
    expect(times.length).toBeGreaterThan(3);
    press(view, 'Home');
    const seen: number[] = [];
    while (seen.length <= times.length) {
      press(view, 'ArrowRight');
      const { t } = s.playback.store.getState();
      if (t === view.derived.end()) break;
      seen.push(t!);
    }
    expect(seen).toEqual(times.filter((t) => t > 0));
    press(view, 'ArrowLeft');
    expect(s.playback.store.getState().t).toBe(times[times.length - 1]);
    await s.dispose();
  });

  it('play, pause, and go back to the decision', async () => {
    const { s, view } = await open();
    press(view, ' ');
    // Held, it goes on playing.
    press(view, ' ', true);
    expect(s.playback.store.getState().playing).toBe(true);
    press(view, ' ');
    expect(s.playback.store.getState().playing).toBe(false);
    press(view, 'd');
    const { answer } = s.spikes.store.getState();
    expect(view.derived.cursor()).toBe(answer!.decisionTime ?? view.derived.end());
    await s.dispose();
  });

  it('zoom about the cursor and back, and go through the orders', async () => {
    const { s, view } = await open();
    s.playback.seek(0.5);
    press(view, '+');
    const { window } = view.store.getState();
    expect(window!.end - window!.start).toBeCloseTo(view.derived.end() / 1.6, 9);
    press(view, '0');
    expect(view.store.getState().window).toBeNull();
    press(view, 'o');
    expect(view.store.getState().sort).toBe('time');
    await s.dispose();
  });

  it('leave other keys alone', async () => {
    const { s, view } = await open();
    expect(press(view, 'x')).toBe(false);
    await s.dispose();
  });
});

describe('derived values', () => {
  it('explain the deciding neuron: its causes add up to the threshold in every layer', async () => {
    const { s, view } = await open();
    const { answer } = s.spikes.store.getState();
    const causes = view.derived.causes({ layer: 2, neuron: answer!.class! })!;
    expect(causes.parts).toHaveLength(2);
    for (const part of causes.parts) {
      expect(part.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 4);
    }
    await s.dispose();
  });

  it('show each output how far it is on its way to the threshold', async () => {
    const { s, view } = await open();
    const { answer } = s.spikes.store.getState();
    const { derived } = view;
    expect(derived.outputShares(answer!.decisionTime! - 1e-4)![answer!.class!]).toBeCloseTo(1, 2);
    expect([...derived.outputShares(0)!]).toEqual([0, 0, 0]);
    await s.dispose();
  });
});

describe('neuronBelow', () => {
  it('moves by rows and stops at the ends', () => {
    const rows = Uint32Array.from([5, 2, 9]);
    expect(neuronBelow(rows, null, 1)).toBe(5);
    expect(neuronBelow(rows, 5, 1)).toBe(2);
    expect(neuronBelow(rows, 9, 1)).toBe(9);
    expect(neuronBelow(rows, 2, -10)).toBe(5);
    expect(neuronBelow(new Uint32Array(), null, 1)).toBeNull();
  });
});
