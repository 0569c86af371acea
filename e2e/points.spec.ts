/** Points: chosen, learnt live, and asked one by one on the plane. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { imageFile } from '../src/data/idx.test-data';
import { pointImage, STEPS } from '../src/data/points/point';
import { boxOf, numberIn, open, settledAnswer } from './page';

/** What the plane's ground looks like, as one text. */
const ground = (page: Page): Promise<string> =>
  page
    .getByTestId('plane')
    .locator('canvas')
    .first()
    .evaluate((c: HTMLCanvasElement) => c.toDataURL());

interface Line {
  class: number | null;
  decision_time: number;
}

test('yin-yang is learnt live past 95 %, and a point dragged over the boundary is answered as the command does', async ({
  page,
}, info) => {
  await open(page, { query: '?engine=cpu' });
  await page.getByTestId('data').click();
  await page.getByTestId('use-points').click();
  await expect(page.getByTestId('network')).toContainText('5 → 12 → 3');
  await expect(page.getByText('of 1,000', { exact: true })).toBeVisible();
  const before = await ground(page);
  await page.getByTestId('train-run').click();
  const seen = new Set<string>();
  await expect
    .poll(async () => {
      seen.add(await ground(page));
      return numberIn(page.getByTestId('test-accuracy'));
    })
    .toBeGreaterThan(95);
  expect(seen.has(before) && seen.size === 1).toBe(false);
  await expect(page.getByTestId('train-run')).toHaveText(/Run/);
  expect(await ground(page)).not.toBe(before);

  // Up in yang, then down through the disk into yin.
  const box = await boxOf(page.getByTestId('plane'));
  const at = (x: number, y: number) =>
    [box.x + x * box.width, box.y + (1 - y) * box.height] as const;
  await page.mouse.move(...at(0.4, 0.9));
  await page.mouse.down();
  const read = async () => {
    const words = await settledAnswer(page);
    const [x, y] = (await page.getByTestId('point').innerText()).match(/[01]\.\d+/g)!.map(Number);
    const step = (v: number) => Math.round(v * STEPS) / STEPS;
    return { words, x: step(x!), y: step(y!) };
  };
  const up = await read();
  for (let y = 0.9; y > 0.12; y -= 0.05) await page.mouse.move(...at(0.5, y));
  const down = await read();
  await page.mouse.up();
  expect([up.words[0], down.words[0]]).toEqual(['1', '0']);

  const saving = page.waitForEvent('download');
  await page.getByTestId('model-save').click();
  const model = info.outputPath('model.safetensors');
  await (await saving).saveAs(model);
  const images = info.outputPath('points');
  writeFileSync(
    images,
    imageFile(
      2,
      1,
      5,
      [up, down].flatMap((point) => [...pointImage(point)]),
    ),
  );
  const out = execFileSync(
    process.execPath,
    ['scripts/mtspike.mjs', 'classify', '--model', model, '--images', images],
    { encoding: 'utf8' },
  );
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  lines.forEach((line, i) => {
    const { words } = [up, down][i]!;
    expect(words).toContain(`${line.class}`);
    expect(words).toContain(`t = ${line.decision_time.toFixed(3)}`);
  });

  // Keys move it too, and the link brings points, network and point.
  await page.getByTestId('plane').press('Shift+ArrowLeft');
  await expect(page).toHaveURL(/points=yin-yang.*draw=/);
});
