import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, tidy } from '../kit/mount.test-data';
import { SamplesPanel } from './samples-panel';

afterEach(tidy);

const label = page.getByTestId('sample-label');

test('steps through the samples, and says the true label apart', async () => {
  const { session } = await mount(<SamplesPanel />);
  const { labels } = session.testSet()!;
  await page.getByTestId('sample-next').click();
  await expect.element(label).toHaveTextContent(String(labels[1]));
  await expect.element(page.getByTestId('sample-number')).toHaveValue('2');
  await page.getByTestId('sample-previous').click();
  await expect.element(label).toHaveTextContent(String(labels[0]));
  session.stimulus.clear();
  await expect.element(label).toHaveTextContent('–');
  await expect.element(page.getByTestId('sample-number')).toHaveValue('');
});

test('goes to the sample whose number, from 1, is typed; what is none gets a sentence, and the sample stays', async () => {
  const { session } = await mount(<SamplesPanel />);
  const { labels } = session.testSet()!;
  const shown = () => session.stimulus.store.getState().sample?.index;
  const box = page.getByRole('textbox', { name: 'Go to the number of the test image' });
  await box.fill('13');
  await userEvent.keyboard('{Enter}');
  expect(shown()).toBe(12);
  await expect.element(label).toHaveTextContent(String(labels[12]));
  for (const [typed, says] of [
    ['0', 'The number of the test image must be from 1 to 30.'],
    ['31', 'The number of the test image must be from 1 to 30.'],
    ['2.5', 'The number of the test image must be a whole number.'],
    ['seven', 'The number of the test image must be a number.'],
  ] as const) {
    await box.fill(typed);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent(says);
    expect(shown()).toBe(12);
  }
  await userEvent.keyboard('{Escape}');
  await expect.element(box).toHaveValue('13');
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
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
