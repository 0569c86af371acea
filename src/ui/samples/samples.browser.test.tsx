import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount, tidy } from '../kit/mount.test-data';
import { SamplesPanel } from './samples-panel';

afterEach(tidy);

const label = page.getByTestId('sample-label');

test('steps through the samples, and says the true label apart', async () => {
  const { session } = await mount(<SamplesPanel />);
  const { labels } = session.testSet()!;
  await page.getByTestId('sample-next').click();
  await expect.element(label).toHaveTextContent(String(labels[1]));
  await expect.element(page.getByText('test image 2 of 30')).toBeVisible();
  await page.getByTestId('sample-previous').click();
  await expect.element(label).toHaveTextContent(String(labels[0]));
  session.stimulus.clear();
  await expect.element(label).toHaveTextContent('–');
});

test('shows one class, and only the misread with what they were read as', async () => {
  const { session } = await mount(<SamplesPanel />);
  const { labels } = session.testSet()!;
  await page.getByRole('combobox', { name: 'Class' }).selectOptions('class 2');
  await expect.element(label).toHaveTextContent('2');
  const thumbnails = page.getByRole('button', { name: /^test image/ });
  for (const element of thumbnails.elements()) expect(element.ariaLabel).toMatch(/, a 2/);

  await page.getByRole('combobox', { name: 'Class' }).selectOptions('any class');
  const { answers } = session.network.store.getState().evaluation!;
  const misread = [...answers.keys()].filter((i) => answers[i] !== labels[i]);
  await page.getByRole('button', { name: 'misread' }).click();
  const first = misread[0]!;
  const readAs = answers[first] === 255 ? 'nothing' : answers[first];
  await expect
    .element(thumbnails.first())
    .toHaveAccessibleName(`test image ${first + 1}, a ${labels[first]}, read as ${readAs}`);
  for (const element of thumbnails.elements()) expect(element.ariaLabel).toContain('read as');
});
