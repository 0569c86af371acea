import { expect, test } from 'vitest';
import { DEFAULT_NETWORK } from '../../../model/network';
import { FIGURES } from './figures';
import { freshEngine, trained } from '../training.node';

test('a whole run, five single steps first', async () => {
  const engine = await freshEngine(DEFAULT_NETWORK);
  for (let n = 0; n < 5; n++) await trained(engine, 1);
  const last = (await trained(engine)).at(-1)!;
  const { accuracy, spikesPerImage } = await engine.evaluate('test');
  await engine.dispose();
  expect(last.step).toBe(FIGURES.steps);
  expect({ accuracy, hiddenSpikes: Math.round(spikesPerImage.hidden[0]!) }).toEqual(
    FIGURES.trained,
  );
});
