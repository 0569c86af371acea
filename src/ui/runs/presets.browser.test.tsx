import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { mount, tidy } from '../kit/mount.test-data';
import { Presets } from './presets';

afterEach(tidy);

test('points have presets of their own', async () => {
  const { session } = await mount(<Presets />);
  await session.data.loadPoints({ ...DEFAULT_POINTS, count: 64, testCount: 20 });
  await expect.poll(() => session.network.store.getState().spec.input.width).toBe(5);
  await page.getByTestId('presets').click();
  await expect.element(page.getByText(/MNIST|pixel|image/)).not.toBeInTheDocument();
  await page.getByText('Six hidden neurons: 5-6-3').click();
  await expect.poll(() => session.network.store.getState().spec.layers).toEqual([6, 3]);
  expect(session.training.store.getState().settings).toMatchObject({
    epochs: 60,
    loss: 'cross-entropy',
    temperature: 0.01,
  });
});
