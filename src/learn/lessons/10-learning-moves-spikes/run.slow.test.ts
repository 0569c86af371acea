import { expect, test } from 'vitest';
import { DEFAULT_NETWORK } from '../../../model/network';
import { mnist, races } from '../testing.node';
import { freshEngine, trained } from '../training.node';
import { figures } from './figures';
import { inUse, timesOf } from './times.node';

test('a whole run, five single steps first', async () => {
  const engine = await freshEngine(DEFAULT_NETWORK);
  for (let n = 0; n < 5; n++) await trained(engine, 1);
  const last = (await trained(engine)).at(-1)!;
  const { accuracy, spikesPerImage } = await engine.evaluate('test');
  const set = await mnist('test');
  const maps = await engine.maps(set);
  await engine.dispose();
  expect(last.step).toBe(figures.steps);
  expect(figures.trained).toMatchObject({
    accuracy,
    hiddenSpikes: Math.round(spikesPerImage.hidden[0]!),
  });
  const { lead, right, others } = timesOf(maps, set.labels);
  expect(lead).toBeCloseTo(figures.trained.lead, 3);
  expect(right).toBeCloseTo(figures.right.after, 3);
  expect(others).toBeCloseTo(figures.others.after, 3);
  expect(inUse(maps)).toBe(figures.inUse);
  const [first] = races(maps);
  expect(first!.class).toBe(figures.first.answer);
  expect(first!.margin).toBeCloseTo(figures.first.lead, 3);
});
