import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, tidy } from '../../kit/mount.test-data';
import { SpikesPanel } from '../spikes-panel';
import { SpikeTable } from './spike-table';

afterEach(tidy);

const rows = () => [...document.querySelectorAll<HTMLTableRowElement>('tbody tr')];
const times = () => rows().map((row) => row.cells[0]!.textContent);
const current = () => rows().filter((row) => row.getAttribute('aria-current') === 'true');
const focused = () => rows().indexOf(document.activeElement!.closest('tr')!);
const buttons = () => rows().map((row) => row.querySelector('button')!);
const inTabOrder = () => buttons().filter(({ tabIndex }) => tabIndex === 0).length;

async function table() {
  const mounted = await mount(<SpikesPanel table={<SpikeTable />} />, 700);
  await page.getByRole('radio', { name: 'table' }).click();
  await expect.element(page.getByRole('table')).toBeVisible();
  return mounted;
}

test('lists every spike in order of time, and says who is silent and who answers', async () => {
  const { view } = await table();
  const { run, answer } = view.derived.told();
  const all = run!.layers.flatMap((layer) => [...layer.times].filter((t) => t < Infinity));
  all.sort((a, b) => a - b);
  expect(times()).toEqual(all.map((t) => t.toFixed(3)));
  const place = page.getByTestId('spike-table');
  await expect.element(place).toHaveTextContent(/Silent, hence in no row: \d+ of 64 input/);
  await expect.element(place).toHaveTextContent(`${answer!.class} is the answer, `);
  const heads = page.getByRole('columnheader').elements();
  expect(heads.map((head) => head.textContent)).toEqual(['time', 'layer', 'neuron']);
});

test('is gone through by the keyboard, one stop of the tab order, and selects as a click in the raster does', async () => {
  const { session, view } = await table();
  expect(inTabOrder()).toBe(1);
  buttons()
    .find(({ tabIndex }) => tabIndex === 0)!
    .focus();
  await userEvent.keyboard('{Home}');
  expect(focused()).toBe(0);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(focused()).toBe(1);
  expect(inTabOrder()).toBe(1);
  await userEvent.keyboard('{End}');
  expect(focused()).toBe(rows().length - 1);
  // The last spike is of an output: what it was caused by.
  await userEvent.keyboard('{Enter}');
  const { selected } = session.playback.store.getState();
  expect(selected!.layer).toBeGreaterThan(0);
  await expect.element(page.getByRole('columnheader').nth(3)).toHaveTextContent(/^adds to /);
  expect(view.derived.causes(selected)).not.toBeNull();

  // Only its causes: fewer rows, and the focus stays on its own.
  const before = rows().length;
  const check = page.getByRole('checkbox', { name: /^only causes of / });
  await check.click();
  expect(rows().length).toBeLessThan(before);
  expect(buttons().some((button) => button.ariaPressed === 'true')).toBe(true);
  await check.click();
  buttons()
    .find((button) => button.ariaPressed === 'true')!
    .focus();
  await userEvent.keyboard('{Enter}');
  expect(session.playback.store.getState().selected).toBeNull();
});

test('lists one layer alone', async () => {
  await table();
  await userEvent.selectOptions(
    page.getByRole('combobox', { name: 'Layers in the table' }),
    'output',
  );
  expect(new Set(rows().map((row) => row.cells[1]!.textContent))).toEqual(new Set(['output']));
});

test('marks and tells the rows at the cursor, and the focus goes with it as it is stepped', async () => {
  const { session, view } = await table();
  const [first, second] = view.derived.times();
  session.playback.seek(first!);
  await vi.waitFor(() => expect(current()[0]!.cells[0]).toHaveTextContent(first!.toFixed(3)));
  const told = page.getByTestId('at-cursor');
  await expect.element(told).toHaveTextContent(`t = ${first!.toFixed(3)}: pixel x `);
  current()[0]!.querySelector('button')!.focus();
  session.playback.seek(second!);
  await vi.waitFor(() => expect(focused()).toBe(rows().indexOf(current()[0]!)));
  expect(current()[0]!.cells[0]).toHaveTextContent(second!.toFixed(3));

  // While it plays the outputs alone are told, and the focus stays where it is.
  const at = focused();
  const decision = view.derived.scene().answer!.decisionTime!;
  session.playback.setSpeed(0.001);
  session.playback.seek(decision - 0.001);
  await vi.waitFor(() => expect(focused()).not.toBe(at));
  const before = focused();
  session.playback.play(view.derived.end());
  // What is to come is kept back.
  await vi.waitFor(() => expect(rows()).toHaveLength(before + 1));
  const place = page.getByTestId('spike-table');
  await expect.element(place).toHaveTextContent('no output has fired');
  session.playback.tick(1.5, view.derived.end());
  await expect.element(told).toHaveTextContent(/output \d fires and is the answer/);
  await expect.element(place).toHaveTextContent('is the answer,');
  expect(focused()).toBe(before);
  session.playback.pause();
});

test('keeps the focus on the table when a row is gone', async () => {
  const { session } = await table();
  buttons()[0]!.focus();
  const { run, version } = session.spikes.store.getState();
  const layers = run!.layers.map(({ times: t, multiplicity }, layer) => ({
    times: layer === 0 ? t.map(() => Infinity) : t,
    multiplicity,
  }));
  const silent = { ...run!, layers };
  session.spikes.store.setState({ run: silent, explained: silent, wordsVersion: version + 1 });
  await vi.waitFor(() => expect(rows()[0]!.cells[1]).toHaveTextContent('hidden'));
  expect(focused()).toBeGreaterThanOrEqual(0);
});
