import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { writeModel } from '../../files/model-file';
import { smallNetwork } from '../../session/session.test-data';
import { mount, tidy } from '../kit/mount.test-data';
import { RunSettings } from './run-settings';
import { byHand, useTraining } from '../kit/use-training';

afterEach(tidy);

function Settings() {
  return <RunSettings settings={useTraining(byHand).settings} />;
}

test('settings that the weights were not trained with are marked, until they are taken or the network learns', async () => {
  const { session } = await mount(<Settings />);
  const mark = page.getByTestId('learned-with');
  await expect.element(mark).not.toBeInTheDocument();
  const metadata = { training: '{"loss":"cross-entropy","epochs":60,"distort":"affine+elastic"}' };
  const file = writeModel({ ...smallNetwork(), metadata });
  await session.network.load(new Blob([file]), 'small.safetensors');
  await expect.element(mark).toHaveTextContent('These weights: trained otherwise. Take theirs');
  // One line: all settings stay in sight.
  expect(mark.element().getBoundingClientRect().height).toBeLessThan(25);
  await page.getByRole('button', { name: 'trained otherwise' }).click();
  await expect
    .element(page.getByRole('dialog'))
    .toHaveTextContent(
      'Trained with: cross-entropy, 60 epochs, distorted. Run starts with the settings below.',
    );
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect.element(mark).not.toBeInTheDocument();
  expect(session.training.store.getState().settings).toMatchObject({ epochs: 60 });
  await session.training.configure({ epochs: 2 });
  await expect.element(mark).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'trained otherwise' }))
    .toHaveAttribute('title', expect.stringMatching(/^Trained with: 60 epochs\./));
  await session.training.step();
  await expect.element(mark).not.toBeInTheDocument();
});
