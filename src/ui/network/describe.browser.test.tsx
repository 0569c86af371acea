import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { writeModel } from '../../files/model-file';
import { readSafetensors, writeSafetensors } from '../../files/safetensors';
import { smallNetwork, SPEC } from '../../session/session.test-data';
import { mount, tidy } from '../kit/mount.test-data';
import { useSession, useStoreOf } from '../kit/session-context';
import DescribeDialog from './describe-dialog';

afterEach(tidy);

function Shown() {
  const { opening } = useSession();
  const question = useStoreOf(opening.store, (s) => s.question);
  return question && <DescribeDialog question={question} />;
}

test('asks what network weights are of, says what does not fit, and opens what was said', async () => {
  const { session } = await mount(<Shown />, 900);
  const { tensors } = readSafetensors(writeModel(smallNetwork(5)));
  const file = new Blob([writeSafetensors({ tensors, metadata: {} })]);
  await session.network.load(file, 'bare.safetensors');
  const dialog = page.getByRole('dialog');
  const open = page.getByTestId('describe-open');
  await expect
    .element(dialog)
    .toHaveTextContent('bare.safetensors holds the weights of a network 64-12-3');
  await page.getByLabelText('width').fill('9');
  await expect
    .element(page.getByTestId('describe-says'))
    .toHaveTextContent('but the weights take 64');
  await expect.element(open).toBeDisabled();
  await page.getByLabelText('width').fill('8');
  await page.getByLabelText('response').selectOptions('exponential');
  await page.getByLabelText('threshold').fill('2');
  await open.click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect
    .poll(() => session.network.store.getState().spec)
    .toEqual({ ...SPEC, response: 'exponential', threshold: 2 });

  await session.network.load(file, 'again.safetensors');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(session.network.store.getState().origin.name).toBe('bare.safetensors');
});
