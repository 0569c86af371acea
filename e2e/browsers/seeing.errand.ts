import { HANDWRITINGS } from '../digits';
import { expect, test } from './fixtures';
import { button, click, count, drag, marked, says, settled, textOf } from './hand';

const answer = marked('answer');
const time = marked('time');

test('open', async ({ visit }) => {
  const tab = await visit();
  await says(tab, answer, /^7/);
  await says(tab, marked('sample-label'), /\d/);
  expect(await count(tab, marked('raster'))).toBe(3);
});

test('draw', async ({ visit }) => {
  const tab = await visit();
  await says(tab, answer, /^7/);
  await click(tab, marked('clear-drawing'));
  await says(tab, answer, 'draw a digit');
  for (const stroke of HANDWRITINGS.upright[3]!) await drag(tab, marked('drawing-pad'), stroke);
  await says(tab, answer, /^3/);
  await click(tab, marked('clear-drawing'));
  await says(tab, answer, 'draw a digit');
});

test('neuron', async ({ visit }) => {
  const tab = await visit();
  const title = marked('neuron-title');
  await says(tab, title, 'output 7 fires at');
  const cause = {
    css: 'section:has([data-testid="neuron-title"]) th[scope="row"] button',
  };
  const name = (await says(tab, cause, /\S/)).trim();
  await click(tab, cause);
  await says(tab, title, name);
  await click(tab, button('What if it were silent?'));
  await says(tab, marked('what-if'), 'is silenced');
  await says(tab, answer, 'what if');
  await click(tab, button('Revert'));
  await expect.poll(() => count(tab, marked('what-if'))).toBe(0);
});

test('scrub the time', async ({ visit }) => {
  const tab = await visit();
  const decides = /t = [\d.]+/.exec(await says(tab, answer, /^7\s+first at t = \d/))![0];
  await says(tab, time, decides);
  await drag(tab, { ...marked('raster'), below: true }, [
    [0.5, 0.02],
    [0.4, 0.02],
    [0.3, 0.02],
  ]);
  await expect.poll(() => textOf(tab, time)).not.toBe(decides);
  const scrubbed = await settled(() => textOf(tab, time));
  await click(tab, button('On to the next spike'));
  await expect.poll(() => textOf(tab, time)).not.toBe(scrubbed);
  await click(tab, marked('play'));
  await says(tab, marked('play'), 'Pause');
  await click(tab, marked('play'));
  await says(tab, marked('play'), 'Play');
});
