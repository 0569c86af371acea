import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FirstLine } from '../header/first-line';
import { InputPanel } from '../input/input-panel';
import { mount, tidy } from '../kit/mount.test-data';
import { SpikesPanel } from '../spikes/spikes-panel';

afterEach(tidy);

const line = page.getByTestId('first-line');
const rings = page.getByTestId('first-ring');

/** Whether a ring lies around the element, a little off it. */
function lies(ring: Element, around: Element): boolean {
  const [r, a] = [ring.getBoundingClientRect(), around.getBoundingClientRect()];
  return Math.abs(r.x + 4 - a.x) < 1 && Math.abs(r.y + 4 - a.y) < 1 && r.width > a.width;
}

test('each clause of the first line lights what it speaks of, under the pointer and at the focus', async () => {
  await mount(
    <>
      <FirstLine />
      <InputPanel points={null} />
      <SpikesPanel />
    </>,
    800,
  );
  await expect
    .element(line)
    .toHaveTextContent(
      /ink spikes early.*hidden neurons add spikes up.*the output that fires first is the answer/,
    );
  const find = (selector: string) => document.querySelector(selector)!;
  await line.getByRole('button', { name: 'ink spikes early' }).hover();
  await expect.poll(() => rings.elements().length).toBe(1);
  expect(lies(rings.element(), find('[data-testid="drawing-pad"]'))).toBe(true);

  await line.getByRole('button', { name: 'hidden neurons' }).hover();
  await expect.poll(() => rings.elements().length).toBe(1);
  await expect
    .poll(() => lies(rings.element(), find('[data-testid="raster"][data-layer="1"]')))
    .toBe(true);
  await page.getByRole('button', { name: 'Play', exact: true }).hover();
  await expect.poll(() => rings.elements().length).toBe(0);

  const last = line.getByRole('button', { name: 'the output that fires first' });
  (last.element() as HTMLElement).focus();
  await expect.poll(() => rings.elements().length).toBe(2);
  expect(lies(rings.elements()[0]!, find('[data-testid="answer"]'))).toBe(true);
  expect(lies(rings.elements()[1]!, find('[data-testid="raster"][data-layer="2"]'))).toBe(true);
});
