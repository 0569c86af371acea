import { expect, test } from 'vitest';
import { shippedEngine, robustnessAt } from './robust.node';
import { races, mnist } from '../testing.node';
import { FIGURES } from './figures';

test('accuracy by bits, as the page works it out, and the mean lead', async () => {
  const engine = await shippedEngine();
  expect((await engine.evaluate('test')).accuracy).toBe(FIGURES.precise);
  expect(await robustnessAt(engine, 'bits', FIGURES.bits)).toEqual(FIGURES.bits);
  const all = races(await engine.maps(await mnist('test')));
  await engine.dispose();
  const mean = all.reduce((sum, { margin }) => sum + margin!, 0) / all.length;
  expect(mean).toBeCloseTo(FIGURES.meanLead, 3);
});
