import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { draw, open } from '../page';

const EXAMPLE = readFileSync('public/lessons/example.json', 'utf8');
const HTML = '<img src=x onerror=document.title=1>';

test('the example is played from a link, by hand', { tag: '@slow' }, async ({ page }) => {
  await page.goto('/?engine=cpu&lesson-file=lessons/example.json');
  await expect(page.getByTestId('lesson-do')).toContainText('Draw a 1');
  const stroke = (x: number): [number, number][] =>
    Array.from({ length: 13 }, (_, i) => [x - 0.003 * i, 0.2 + 0.05 * i]);
  await draw(page, [stroke(0.52)]);
  await expect(page.getByTestId('lesson-done')).toBeVisible();
  await page.getByTestId('lesson-next').click();
  await draw(page, [stroke(0.55)]);
  await expect(page.getByTestId('lesson-done')).toBeVisible();
  await page.getByTestId('lesson-next').click();
  const outputs = page.getByRole('slider', { name: 'Neurons of output' });
  await outputs.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByTestId('lesson-show').click();
  await expect(page.getByTestId('lesson-next')).toBeEnabled();
  await page.getByTestId('lesson-next').click();
  await page.getByTestId('lesson-choice').nth(1).click();
  await expect(page.getByTestId('lesson-wrong')).toContainText('It never sees strokes');
  await page.getByTestId('lesson-choice').first().click();
  await expect(page.getByTestId('lesson-why')).toContainText('Right.');
  await page.getByTestId('lesson-all').click();
  await page.getByTestId('lesson-put-back').click();
  await expect(
    page.getByTestId('lesson-row').filter({ hasText: 'Thick and thin' }),
  ).toHaveAttribute('data-done', 'true');
  await page.getByTestId('lesson-receipt').click();
  await expect(page.getByTestId('receipt-text')).toHaveValue(
    /- Thick and thin: .*not right at once/,
  );
});

test(
  'a file is opened, its HTML is text; one with faults says line and field, and the page stays',
  { tag: '@slow' },
  async ({ page }) => {
    await open(page, { query: '?engine=cpu' });
    await page.getByTestId('learn').click();
    const choose = (text: string | Buffer) =>
      page.getByTestId('lesson-file').setInputFiles({
        name: `${HTML}.json`,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    const refused = page.getByTestId('lesson-refused');
    await choose(EXAMPLE.replace('"is": "drawn"', '"is": "drown"'));
    await expect(refused).toContainText(
      /Line 15, steps › 1 › done › of › 1 › is: .*did you mean "drawn"/,
    );
    await choose(Buffer.alloc(10_000_000, 32));
    await expect(refused).toContainText('The file has 10 MB');
    await expect(page.getByTestId('answer')).toContainText(/^7/);
    await choose(EXAMPLE.replaceAll('Draw a 1 on the pad', HTML));
    await expect(page.getByTestId('lesson-do')).toContainText(HTML);
    await expect(refused).not.toBeAttached();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  },
);

test(
  'a lesson on another server is read where that allows it',
  { tag: '@slow' },
  async ({ page }) => {
    const server = createServer((request, response) => {
      const isOpen = request.url === '/open.json';
      if (isOpen) response.setHeader('Access-Control-Allow-Origin', '*');
      response.end(EXAMPLE);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    try {
      const link = (name: string) =>
        `/?engine=cpu&lesson-file=http://127.0.0.1:${port}/${name}.json`;
      await page.goto(link('closed'));
      await expect(page.getByTestId('lesson-refused')).toContainText('does not allow this page');
      await page.goto(link('open'));
      await expect(page.getByTestId('lesson-do')).toContainText('Draw a 1');
    } finally {
      server.close();
    }
  },
);
