import { expect, test } from 'vitest';
import { DEFAULT_NETWORK, type TrainCode } from '../../../model/network';
import { freshEngine, trained } from '../training.node';
import { figures } from './figures';

async function accuracyOf(train: TrainCode): Promise<number> {
  const { kernel } = figures;
  const engine = await freshEngine({
    ...DEFAULT_NETWORK,
    coding: { kernel, stride: kernel, train },
  });
  await trained(engine);
  const { accuracy } = await engine.evaluate('test');
  await engine.dispose();
  return accuracy;
}

test('the whole train against its first spike', async () => {
  expect(await accuracyOf('latency')).toBe(figures.trained.whole);
  expect(await accuracyOf('latency-first')).toBe(figures.trained.first);
});
