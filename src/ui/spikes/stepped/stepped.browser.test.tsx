import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { readout } from '../../../model/readout';
import { chooseGhost } from '../../../view/scene/compare';
import { steppedWords } from '../../../view/words/stepped-words';
import { mount, tidy } from '../../kit/mount.test-data';
import { SteppedBar } from './stepped-bar';

afterEach(tidy);

const bar = page.getByTestId('stepped');

test('says what steps of dt would have answered, beside the exact answer; the curve comes on request', async () => {
  const { session, view } = await mount(<SteppedBar />);
  expect(bar.elements()).toHaveLength(0);
  view.store.setState(chooseGhost(session, 'stepped'));
  const words = () => {
    const { layers, potential } = view.derived.ghost()!;
    const { times } = layers.at(-1)!;
    const { spec, answer } = view.derived.base();
    return steppedWords(spec, readout(times, potential, false), times, answer!);
  };
  await expect.element(bar).toHaveTextContent(words());
  const fine = words();
  await page.getByRole('combobox', { name: 'Length of a time step, dt' }).selectOptions('0.1');
  await expect.element(bar).toHaveTextContent(words());
  expect(words()).not.toBe(fine);

  await page.getByTestId('stepped-open').click();
  await page.getByTestId('stepped-start').click();
  const table = page.getByTestId('stepped-table');
  await expect.element(table.getByText('0.001')).toBeVisible();
  const rows = table.getByRole('row');
  // A heading, the exact answers, and a row a step.
  await expect.poll(() => rows.elements().length).toBe(9);
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'No time steps: exact spikes alone' }).click();
  expect(view.store.getState().compare).toBeNull();
  await expect.element(bar).not.toBeInTheDocument();
});
