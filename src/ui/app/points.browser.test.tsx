/** Points in several panels: what they are called, and how they are seen. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { InputPanel } from '../input/input-panel';
import { PointInput } from '../input/point-input';
import { mount, tidy } from '../kit/mount.test-data';
import { SamplesPanel } from '../samples/samples-panel';

afterEach(tidy);

test('points are called points, and seen where they lie', async () => {
  const { session } = await mount(
    <>
      <InputPanel points={<PointInput />} />
      <SamplesPanel />
    </>,
  );
  await session.data.loadPoints({ ...DEFAULT_POINTS, count: 64, testCount: 30 });
  await expect.element(page.getByText('of 30')).toBeVisible();
  await expect.element(page.getByLabelText('Go to the number of the test point')).toHaveValue('1');
  const thumbnails = page.getByRole('button', { name: /^test point \d+, an? [012]/ });
  expect(thumbnails.elements().length).toBeGreaterThan(5);
  const pictures = thumbnails.elements().map((button) => button.querySelector('img')!.naturalWidth);
  expect(new Set(pictures)).toEqual(new Set([72]));
  await page.getByTestId('clear-drawing').click();
  await expect.element(page.getByText('a point of your own')).toBeVisible();
  await expect.element(page.getByText('0 yin')).toBeVisible();
});
