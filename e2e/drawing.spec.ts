import { expect, test } from '@playwright/test';
import { HANDWRITINGS } from './digits';
import { answer, draw, open } from './page';

for (const [style, digits] of Object.entries(HANDWRITINGS)) {
  const tag = style === 'upright' ? [] : '@slow';
  test(`reads each digit drawn in ${style} handwriting`, { tag }, async ({ page }) => {
    await open(page, { query: '?engine=cpu' });
    const read: string[] = [];
    for (const strokes of digits) {
      await page.getByTestId('clear-drawing').click();
      await expect(page.getByTestId('answer')).toContainText('draw a digit');
      await draw(page, strokes);
      await expect(page.getByTestId('answer')).toContainText(/^\d/);
      // The last piece of the stroke may still be on its way.
      await page.waitForTimeout(100);
      read.push((await answer(page))[0]!);
    }
    expect(read.join('')).toBe('0123456789');
  });
}

test('answers while the stroke is still moving, and takes strokes back', async ({ page }) => {
  await open(page, { query: '?engine=cpu' });
  await page.getByTestId('clear-drawing').click();
  const pad = page.getByTestId('drawing-pad');
  const box = (await pad.boundingBox())!;
  const at = (x: number, y: number): [number, number] => [
    box.x + x * box.width,
    box.y + y * box.height,
  ];
  await page.mouse.move(...at(0.5, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.8), { steps: 10 });
  await expect(page.getByTestId('answer')).toContainText(/^1/);
  await page.mouse.up();
  await page.getByRole('button', { name: /undo/i }).first().click();
  await expect(page.getByTestId('answer')).toContainText('draw a digit');
  await page.getByRole('button', { name: /redo/i }).first().click();
  await expect(page.getByTestId('answer')).toContainText(/^1/);
});
