import { describe, expect, it } from 'vitest';
import { createPlayback } from './playback';

describe('the time cursor', () => {
  it('sweeps by wall time and speed, and comes to rest at the end', () => {
    const playback = createPlayback();
    playback.setSpeed(0.5);
    playback.play(2);
    playback.tick(1, 2);
    expect(playback.store.getState()).toMatchObject({ t: 0.5, playing: true });
    playback.tick(10, 2);
    expect(playback.store.getState()).toMatchObject({ t: 2, playing: false });
    playback.tick(1, 2);
    expect(playback.store.getState().t).toBe(2);
  });

  it('starts anew from the end, goes on from elsewhere, and stops where it is sought', () => {
    const playback = createPlayback();
    playback.seek(2);
    playback.play(2);
    expect(playback.store.getState().t).toBe(0);
    playback.seek(0.7);
    expect(playback.store.getState()).toMatchObject({ t: 0.7, playing: false });
    playback.play(2);
    expect(playback.store.getState().t).toBe(0.7);
  });

  it('tells its readers nothing when the same neuron is hovered again', () => {
    const playback = createPlayback();
    let told = 0;
    playback.store.subscribe(() => told++);
    playback.hover({ layer: 1, neuron: 3 });
    playback.hover({ layer: 1, neuron: 3 });
    playback.hover(null);
    playback.hover(null);
    expect(told).toBe(2);
  });
});
