import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { mount, tidy } from '../kit/mount.test-data';
import { ShareButton } from './share-button';
import { ShareSheet } from './share-sheet';

afterEach(tidy);

test('points are in the link: nothing is said to travel by itself', async () => {
  const { session } = await mount(<ShareButton Sheet={ShareSheet} />);
  await session.data.loadPoints({ ...DEFAULT_POINTS, count: 64, testCount: 30 });
  await page.getByTestId('share').click();
  await expect.element(page.getByTestId('share-link')).toBeVisible();
  await expect.element(page.getByText(/is not in the link: its files/)).not.toBeInTheDocument();
});
