import { expect, test } from 'vitest';
import { FIGURES } from './figures';
import { robustnessAt, shippedEngine } from './robust.node';

test('accuracy by jitter, as the page works it out', async () => {
  const engine = await shippedEngine();
  const found = await robustnessAt(engine, 'jitter', FIGURES.jitter);
  await engine.dispose();
  expect(Object.keys(found)).toEqual(Object.keys(FIGURES.jitter));
  for (const [level, accuracy] of Object.entries(FIGURES.jitter))
    expect(found[level], `jitter ${level}`).toBeCloseTo(accuracy, 4);
});
