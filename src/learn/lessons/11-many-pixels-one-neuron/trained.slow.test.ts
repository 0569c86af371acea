import { expect, test } from 'vitest';
import { DEFAULT_NETWORK, type TrainCode } from '../../../model/network';
import { DEFAULT_TRAINING } from '../../../model/training';
import { freshEngine, trained } from '../training.node';
import { figures } from './figures';

async function accuracyOf(train: TrainCode): Promise<number> {
  const { kernel } = figures;
  const coding = { kernel, stride: kernel, train };
  const engine = await freshEngine({ ...DEFAULT_NETWORK, coding });
  const last = (await trained(engine)).at(-1)!;
  const { accuracy } = await engine.evaluate('test');
  await engine.dispose();
  expect(last.step).toBe(figures.steps);
  return accuracy;
}

test('the whole train against its first spike', async () => {
  const { codes, goal, epochs } = figures;
  expect(DEFAULT_TRAINING.epochs).toBe(epochs);
  expect(await accuracyOf(codes.whole)).toBe(figures.trained.whole);
  expect(await accuracyOf(codes.first)).toBe(figures.trained.first);
  expect(goal.whole).toBeLessThan(figures.trained.whole);
  expect(goal.first).toBeLessThan(figures.trained.first);
});
