import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { dialogStore, openDialog } from '../../view/dialogs';
import { useSession, useStoreOf } from '../kit/session-context';
import { mount, tidy } from '../kit/mount.test-data';
import NetworkDialog from './network-dialog';

afterEach(tidy);

const cost = page.getByTestId('network-cost');
const apply = page.getByTestId('network-apply');

/** What the page's messages offer to do, a button each. */
function Offers() {
  const messages = useStoreOf(useSession().messages.store, (s) => s.messages);
  return messages.map(
    ({ id, action }) =>
      action && (
        <button key={id} type="button" onClick={action.run}>
          {action.label}
        </button>
      ),
  );
}

/** As the page shows it: gone once it is closed. */
function Shown() {
  const open = useStoreOf(dialogStore, (s) => s.open === 'network');
  return (
    <>
      {open && <NetworkDialog />}
      <Offers />
    </>
  );
}

async function edit() {
  openDialog('network');
  return (await mount(<Shown />, 900)).session;
}

test('says what a change costs before it is made', async () => {
  const session = await edit();
  const before = session.network.store.getState().weights!;
  await expect.element(cost).toHaveTextContent('Nothing is changed yet.');
  await page.getByLabelText('threshold').fill('1.5');
  await expect.element(cost).toHaveTextContent('Keeps the weights.');
  await apply.click();
  await expect.poll(() => session.network.store.getState().spec.threshold).toBe(1.5);
  expect(session.network.store.getState().weights![0]).toEqual(before[0]);
});

test('lets a patch emit its train, its first spike or one at its mean, and says what each does', async () => {
  const session = await edit();
  const emits = page.getByLabelText('a patch emits');
  const figures = page.getByTestId('network-figures');
  await expect.element(emits).toBeDisabled();
  await expect.element(figures).toHaveTextContent('spike for a test image, once each');
  await page.getByLabelText('patch k').fill('2');
  await expect.element(figures).toHaveTextContent('spikes in all');
  await emits.selectOptions('its first spike');
  await expect
    .element(emits)
    .toHaveAccessibleDescription(/^One spike a patch, when its train begins/);
  await expect.element(figures).toHaveTextContent('spike for a test image, once each');
  await page.getByLabelText('spike times').selectOptions('phase');
  await apply.click();
  await expect
    .poll(() => session.network.store.getState().spec.coding)
    .toEqual({ kernel: 2, stride: 2, train: 'phase-first' });
});

test('gives pixels a second neuron for paper, patches of several pixels none', async () => {
  const session = await edit();
  const polarity = page.getByLabelText('polarity');
  await polarity.selectOptions('ink and paper');
  await expect.element(page.getByText('the other, for paper, at x')).toBeVisible();
  await expect.element(page.getByTestId('network-figures')).toHaveTextContent('128-12-3');
  await page.getByLabelText('patch k').fill('2');
  await expect.element(polarity).toBeDisabled();
  await expect.element(polarity).toHaveValue('ink');
  await page.getByLabelText('patch k').fill('1');
  await polarity.selectOptions('ink and paper');
  await apply.click();
  await expect
    .poll(() => session.network.store.getState().spec.coding)
    .toEqual({ kernel: 1, stride: 1, train: 'latency', polarity: 'both' });
});

test('starts a new network, and brings the one before back', async () => {
  const session = await edit();
  const before = session.network.store.getState();
  await page.getByRole('radiogroup', { name: 'Hidden layers' }).getByText('2').click();
  await page.getByLabelText('hidden 2').fill('7');
  await expect.element(cost).toHaveTextContent(/^Needs a new network/);
  await expect.element(apply).toHaveTextContent('Start 64-12-7-3');
  await apply.click();
  await expect.poll(() => session.network.store.getState().spec.layers).toEqual([12, 7, 3]);
  await page.getByRole('button', { name: 'Back to 64-12-3' }).click();
  await expect.poll(() => session.network.store.getState().spec.layers).toEqual([12, 3]);
  expect(session.network.store.getState().weights![0]).toEqual(before.weights![0]);
});

test('brings the seed and the settings before back as well, from the message and from inside', async () => {
  const session = await edit();
  const { settings } = session.training.store.getState();
  const { spec, weights } = session.network.store.getState();
  const now = () => {
    const network = session.network.store.getState();
    return { ...network, settings: session.training.store.getState().settings };
  };
  for (const way of ['Back to 64-12-3', 'Bring the network before back']) {
    if (way.startsWith('Bring')) openDialog('network');
    await page.getByLabelText('seed').fill('77');
    await page.getByLabelText('threshold').fill('1.5');
    await page.getByLabelText('batch').fill('9');
    await apply.click();
    await expect.poll(() => now().settings).toMatchObject({ seed: 77, batch: 9 });
    await expect.poll(() => now().weights![0]).not.toEqual(weights![0]);
    if (way.startsWith('Bring')) openDialog('network');
    await page.getByRole('button', { name: way }).click();
    await expect.poll(() => now().settings).toEqual(settings);
    expect(now().spec).toEqual(spec);
    expect(now().weights![0]).toEqual(weights![0]);
  }
});

test('says in place what cannot be, and does not apply it', async () => {
  await edit();
  await page.getByLabelText('hidden 1').fill('5000');
  await expect
    .element(page.getByLabelText('hidden 1'))
    .toHaveAccessibleDescription(/is 5000, but must be from 1 to 1024/);
  await expect.element(apply).toBeDisabled();
});

test('offers points nothing that is for images alone', async () => {
  const session = await edit();
  await expect.element(page.getByLabelText('patch k')).toBeVisible();
  await session.data.loadPoints({ ...DEFAULT_POINTS, count: 64, testCount: 20 });
  await expect.poll(() => session.network.store.getState().spec.input.width).toBe(5);
  openDialog('network');
  await expect.element(page.getByText(/^A point is five spikes/)).toBeVisible();
  for (const label of ['Convolutions', 'patch k', 'stride s', 'cut', 'distortion']) {
    expect(page.getByLabelText(label).elements()).toEqual([]);
  }
  const figures = page.getByTestId('network-figures');
  await expect.element(figures).toHaveTextContent('5x, 1 − x, y, 1 − y, bias');
  await expect.element(figures).not.toHaveTextContent(/pack/);
});
