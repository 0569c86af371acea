import { expect, test } from 'vitest';
import { figures } from './figures';
import { robustnessAt, shippedEngine } from './robust.node';

test('accuracy by jitter, as the page works it out', async () => {
  const engine = await shippedEngine();
  const found = await robustnessAt(engine, 'jitter', figures.jitter);
  await engine.dispose();
  expect(Object.keys(found)).toEqual(Object.keys(figures.jitter));
  for (const [level, accuracy] of Object.entries(figures.jitter))
    expect(found[level], `jitter ${level}`).toBeCloseTo(accuracy, 4);
});
