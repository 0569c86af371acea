import { expect, test } from 'vitest';
import { createPlayback } from '../../session/stimulus/playback';
import { pacedCursor } from './paced-cursor';

test('a playing cursor is told of ten times a second, one that is moved or comes to rest at once', () => {
  const playback = createPlayback();
  let clock = 0;
  const seen: (number | null)[] = [];
  const stop = pacedCursor(playback.store, 10, () => clock).subscribe(() =>
    seen.push(playback.store.getState().t),
  );
  playback.seek(0.5);
  playback.seek(0.25);
  playback.hover({ layer: 1, neuron: 2 });
  expect(seen).toEqual([0.5, 0.25]);

  playback.seek(0);
  playback.setSpeed(0.1);
  playback.play(10);
  seen.length = 0;
  for (let frame = 0; frame < 60; frame++) {
    clock += 1000 / 60;
    playback.tick(1 / 60, 10);
  }
  expect(seen.length).toBeGreaterThanOrEqual(8);
  expect(seen.length).toBeLessThanOrEqual(10);
  playback.pause();
  expect(seen.at(-1)).toBe(playback.store.getState().t);
  stop();
  playback.seek(3);
  expect(seen.at(-1)).not.toBe(3);
});
