import { expect, test } from './fixtures';
import { addressOf, button, choose, click, drag, marked, saved, says, shown, textOf } from './hand';

const answer = marked('answer');
const DECIDED = /first at t = /;
const BLANK = 'draw a digit';

test('save and open a model', async ({ visit, driver }) => {
  const tab = await visit();
  await says(tab, answer, /^7/);
  const before = await shown(tab);
  const { path, bytes } = await saved(driver, '784-128-10.safetensors', () =>
    click(tab, marked('model-save')),
  );
  // The weights alone, 4 bytes each.
  expect(bytes.length).toBeGreaterThan(4 * (784 * 128 + 128 * 10));
  await click(tab, marked('train-reset'));
  await expect.poll(() => shown(tab)).not.toBe(before);
  await choose(tab, 'model-load', [path]);
  await expect.poll(() => shown(tab)).toBe(before);
});

test('open a link again', async ({ visit }) => {
  const tab = await visit('#v=1&layers=40-10&k=2&seed=7');
  await says(tab, marked('network'), '196 → 40 → 10');
  // Each step waits for its own answer: an engine that is slow to answer still shows the one before.
  await says(tab, answer, DECIDED);
  await click(tab, marked('clear-drawing'));
  await says(tab, answer, BLANK);
  await drag(tab, marked('drawing-pad'), [
    [0.3, 0.2],
    [0.7, 0.2],
    [0.6, 0.5],
    [0.5, 0.8],
  ]);
  await says(tab, answer, DECIDED);
  // That may be of the stroke's beginning; what comes after a blank pad is of all of it.
  await click(tab, marked('undo-drawing'));
  await says(tab, answer, BLANK);
  await click(tab, button('Redo'));
  await expect.poll(() => addressOf(tab)).toMatch(/draw=[\w-]{10}/);
  const here = await shown(tab);
  const { hash } = new URL(await addressOf(tab));
  const other = await visit(hash);
  await expect.poll(() => shown(other)).toBe(here);
  expect(new URL(await addressOf(other)).hash).toBe(hash);
});

test('export a picture and a table', async ({ visit, driver }) => {
  const tab = await visit();
  await says(tab, answer, /^7/);
  await shown(tab);
  const save = async (name: string, kind: string) => {
    await click(tab, button('Save the rasters as a picture or as data'));
    const { bytes } = await saved(driver, name, () => click(tab, button(kind)));
    return bytes;
  };
  const picture = await save('rasters.png', 'Picture (PNG)');
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBeGreaterThan(500);
  expect((await save('rasters.svg', 'Picture (SVG)')).toString()).toContain('7 decides at');
  const [heading, ...rows] = (await save('spikes.csv', 'Data (CSV)'))
    .toString()
    .trim()
    .split('\r\n');
  expect(heading).toContain('layer');
  expect(rows.length).toBeGreaterThan(100);
  expect(await textOf(tab, answer)).toMatch(/^7/);
});
