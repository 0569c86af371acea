import { writeFileSync } from 'node:fs';
import { shapeFiles } from '../shapes';
import { expect, test } from './fixtures';
import { button, choose, click, count, marked, numberOf, says, settled, textOf } from './hand';

/** Points of yin-yang, and a network of 96 new weights. */
const POINTS = '#v=1&points=yin-yang&width=5&height=1&cut=0&layers=12-3&weights=new';

const step = marked('training-step');
const accuracy = marked('test-accuracy');
const run = marked('train-run');

test('train an epoch on own files', async ({ visit }, info) => {
  const tab = await visit();
  const { images, labels } = shapeFiles();
  const [imageFile, labelFile] = [info.outputPath('images.idx'), info.outputPath('labels.idx')];
  writeFileSync(imageFile, images);
  writeFileSync(labelFile, labels);
  await click(tab, marked('data'));
  await choose(tab, 'data-trainImages', [imageFile, labelFile]);
  await click(tab, button('Use these files'));
  await click(tab, button('Fit the network to the data'));
  await says(tab, marked('network'), '144');
  await click(tab, run);
  await says(tab, marked('training-says'), 'epochs are done');
  await expect.poll(() => numberOf(tab, accuracy)).toBeGreaterThan(90);
});

test('stop and step', async ({ visit }) => {
  const tab = await visit(`${POINTS}&epochs=1000`);
  await says(tab, step, /^0/);
  await click(tab, run);
  await expect.poll(() => numberOf(tab, step)).toBeGreaterThan(5);
  await click(tab, run);
  await says(tab, run, 'Run');
  const before = await settled(() => numberOf(tab, step));
  await click(tab, marked('train-step'));
  await expect.poll(() => numberOf(tab, step)).toBe(before + 1);
  await click(tab, marked('train-reset'));
  await says(tab, step, /^0$/);
});

test('another network', async ({ visit }) => {
  const tab = await visit();
  await says(tab, accuracy, '98.79 %');
  await click(tab, marked('models'));
  const card = '[role="dialog"] [data-name="49-128-10"]';
  const shipped = await says(tab, { css: `${card} [data-testid="model-accuracy"]` }, /\d/);
  await click(tab, { css: `${card} button`, has: 'Load' });
  await says(tab, marked('network'), '49 → 128 → 10');
  await says(tab, marked('answer'), /^\d/);
  await says(tab, accuracy, shipped);
  await click(tab, { css: '[data-testid="note"] button', name: 'Undo' });
  await says(tab, marked('network'), '784 → 128 → 10');
});

test('runs are there after a reload', async ({ visit }) => {
  const tab = await visit(`${POINTS}&epochs=2`);
  await says(tab, step, /^0/);
  await click(tab, run);
  await says(tab, marked('training-says'), 'epochs are done');
  const reached = await settled(() => textOf(tab, accuracy));
  await click(tab, marked('train-reset'));
  await says(tab, step, /^0$/);
  await tab.reload();
  await click(tab, marked('compare-runs'));
  await says(tab, marked('run-row'), reached);
  expect(await count(tab, marked('run-row'))).toBe(1);
});
