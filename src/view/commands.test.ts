import { describe, expect, it } from 'vitest';
import { testSession, until } from '../session/session.test-data';
import { runKey } from './keys';
import { spikeCommands } from './commands';
import { derivedOf } from './scene/derive';
import { neuronBelow } from './time/navigation';
import { spikesView } from './spikes-view';

async function session() {
  const s = testSession();
  await s.ready;
  await until(() => s.spikes.store.getState().run !== null && !s.spikes.store.getState().blank);
  return s;
}

function press(s: Awaited<ReturnType<typeof session>>, key: string, repeat = false): boolean {
  const modifiers = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  return runKey(spikeCommands(s), { key, code: '', repeat, ...modifiers });
}

describe('the keys of the rasters', () => {
  it('step the cursor through every spike of every layer, both ways', async () => {
    const s = await session();
    const times = derivedOf(s).times();
    expect(times.length).toBeGreaterThan(3);
    press(s, 'Home');
    const seen: number[] = [];
    while (seen.length <= times.length) {
      press(s, 'ArrowRight');
      const { t } = s.playback.store.getState();
      if (t === derivedOf(s).end()) break;
      seen.push(t!);
    }
    expect(seen).toEqual(times.filter((t) => t > 0));
    press(s, 'ArrowLeft');
    expect(s.playback.store.getState().t).toBe(times[times.length - 1]);
    await s.dispose();
  });

  it('play, pause, and go back to the decision', async () => {
    const s = await session();
    press(s, ' ');
    // Held, it goes on playing.
    press(s, ' ', true);
    expect(s.playback.store.getState().playing).toBe(true);
    press(s, ' ');
    expect(s.playback.store.getState().playing).toBe(false);
    press(s, 'd');
    const { answer } = s.spikes.store.getState();
    expect(derivedOf(s).cursor()).toBe(answer!.decisionTime ?? derivedOf(s).end());
    await s.dispose();
  });

  it('zoom about the cursor and back, and go through the orders', async () => {
    const s = await session();
    s.playback.seek(0.5);
    press(s, '+');
    const { window } = spikesView(s).getState();
    expect(window!.end - window!.start).toBeCloseTo(derivedOf(s).end() / 1.6, 9);
    press(s, '0');
    expect(spikesView(s).getState().window).toBeNull();
    press(s, 'o');
    expect(spikesView(s).getState().sort).toBe('time');
    await s.dispose();
  });

  it('leave other keys alone', async () => {
    const s = await session();
    expect(press(s, 'x')).toBe(false);
    await s.dispose();
  });
});

describe('derived values', () => {
  it('explain the deciding neuron: its causes add up to the threshold in every layer', async () => {
    const s = await session();
    const { answer } = s.spikes.store.getState();
    const causes = derivedOf(s).causes({ layer: 2, neuron: answer!.class! })!;
    expect(causes.parts).toHaveLength(2);
    for (const part of causes.parts) {
      expect(part.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 4);
    }
    await s.dispose();
  });

  it('show each output how far it is on its way to the threshold', async () => {
    const s = await session();
    const { answer } = s.spikes.store.getState();
    const derived = derivedOf(s);
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
