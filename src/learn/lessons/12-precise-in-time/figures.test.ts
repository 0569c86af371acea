import { expect, test } from 'vitest';
import { shippedEngine, robustnessAt } from './robust.node';
import { races, mnist } from '../testing.node';
import { figures } from './figures';

test('accuracy by bits, as the page works it out, and the mean lead', async () => {
  const engine = await shippedEngine();
  expect((await engine.evaluate('test')).accuracy).toBe(figures.precise);
  expect(await robustnessAt(engine, 'bits', figures.bits)).toEqual(figures.bits);
  const all = races(await engine.maps(await mnist('test')));
  await engine.dispose();
  const mean = all.reduce((sum, { margin }) => sum + margin!, 0) / all.length;
  expect(mean).toBeCloseTo(figures.meanLead, 3);
  expect(all[0]!.class).toBe(figures.first.answer);
  expect(all[0]!.margin).toBeCloseTo(figures.first.lead, 3);
  for (const [level, count] of Object.entries(figures.steps))
    expect(2 ** (Number(level) - 1) - 1, `${level} bits`).toBe(count);
});
