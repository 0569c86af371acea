/** A data file may be called anything: what stands beside it in the header stays readable. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount, tidy } from '../kit/mount.test-data';
import { Header } from './header';

afterEach(tidy);

test('a long name of a data set leaves the network chip its words', async () => {
  const { data } = (await mount(<Header />, 1200)).session;
  data.store.setState({ name: 'W'.repeat(80) });
  await expect.element(page.getByTestId('data')).toHaveTextContent('WWW');
  for (const chip of ['network', 'engine']) {
    const words = page.getByTestId(chip).element().querySelector('span[translate=no]')!;
    expect(words.scrollWidth, chip).toBeLessThanOrEqual(words.clientWidth);
  }
});
