import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { HANDWRITINGS } from './digits';
import { open, settledAnswer } from './page';
import type { Point } from './digits';

/** A picture as a JPEG that a camera lying on its side has taken: rows are columns from the bottom up, and EXIF says so (orientation 6). */
function lying(picture: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(picture);
  const turned = Buffer.alloc(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.copy(
        turned,
        4 * ((width - 1 - x) * height + y),
        4 * (y * width + x),
        4 * (y * width + x) + 4,
      );
  const jpeg = encode({ width: height, height: width, data: turned }, 90).data;
  const exif = [0xff, 0xe1, 0, 34, 69, 120, 105, 102, 0, 0, 77, 77, 0, 42, 0, 0, 0, 8, 0, 1];
  const orientation = [1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([...exif, ...orientation]),
    jpeg.subarray(2),
  ]);
}

/** Strokes as dark ink on a sheet that is lit from the left, with some noise: what a telephone takes of a note. */
function photograph(strokes: Point[][], side = 400): Buffer {
  const png = new PNG({ width: side, height: side });
  const pieces = strokes.flatMap((points) =>
    points.slice(1).map((to, i) => [points[i]!, to] as const),
  );
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const near = pieces.some(([a, b]) => distance([x / side, y / side], a, b) < 0.03);
      const noise = ((x * 7919 + y * 104729) % 11) - 5;
      const light = 235 * (1 - (0.4 * x) / side) * (near ? 0.45 : 1) + noise;
      png.data.set([light, light, light, 255], 4 * (y * side + x));
    }
  }
  return PNG.sync.write(png);
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(
    0,
    Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)),
  );
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

test('a photograph is read as a drawing is, undone, and what cannot be read says so and changes nothing @slow', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  const chosen = page.getByTestId('picture-file');
  const before = await settledAnswer(page);
  for (const digit of [2, 7]) {
    const strokes = HANDWRITINGS.upright[digit]!;
    await chosen.setInputFiles(file(`note-${digit}.png`, photograph(strokes)));
    await expect(page.getByTestId('picture-bar')).toContainText(`note-${digit}.png`);
    expect((await settledAnswer(page))[0]).toBe(String(digit));
  }
  // As the commands do (own-data.test.ts), whichever way the camera was held.
  const held = lying(photograph(HANDWRITINGS.upright[7]!));
  await chosen.setInputFiles({ name: 'held.jpg', mimeType: 'image/jpeg', buffer: held });
  await expect(page.getByTestId('picture-bar')).toContainText('held.jpg');
  expect((await settledAnswer(page))[0]).toBe('7');
  // As a whole it lies elsewhere on the pad.
  const asDrawn = await settledAnswer(page);
  await page.getByLabel('scaled and centred as drawings are').uncheck();
  await expect.poll(() => page.getByTestId('answer').innerText()).not.toBe(asDrawn);
  await page.getByLabel('scaled and centred as drawings are').check();
  expect(await settledAnswer(page)).toBe(asDrawn);

  const whole = photograph(
    [
      [
        [0.5, 0.2],
        [0.5, 0.8],
      ],
    ],
    60,
  );
  await chosen.setInputFiles(file('cut.png', whole.subarray(0, whole.length / 2)));
  await expect(page.getByTestId('error')).toContainText('cut.png is a damaged PNG picture');
  const huge = Buffer.from(whole);
  huge.writeUInt32BE(10_000, 16);
  huge.writeUInt32BE(10_000, 20);
  await chosen.setInputFiles(file('huge.png', huge));
  await expect(page.getByTestId('error')).toContainText(
    'huge.png has 100 megapixels, but at most 64 are read',
  );
  expect(await settledAnswer(page)).toBe(asDrawn);
  await page.getByTestId('undo-drawing').click();
  await expect(page.getByTestId('picture-bar')).toHaveCount(0);
  expect(await settledAnswer(page)).toBe(before);
});

test('a folder of pictures is a data set with its folders as classes, and a network comes for it', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('signs');
  for (const [name, digit] of [
    ['nought', 0],
    ['stroke', 1],
    ['hook', 7],
  ] as const) {
    mkdirSync(`${folder}/${name}`, { recursive: true });
    for (let n = 0; n < 8; n++) {
      const strokes = HANDWRITINGS.upright[digit]!.map((points) =>
        points.map(([x, y]): Point => [x * (0.6 + 0.05 * n) + 0.02 * n, y * 0.9]),
      );
      writeFileSync(`${folder}/${name}/${n}.png`, photograph(strokes, 120));
    }
  }
  writeFileSync(`${folder}/hook/Thumbs.db`, 'no picture');
  await open(page, { query: '?engine=cpu' });
  await page.getByTestId('data').click();
  await page.getByTestId('pictures-folder').setInputFiles(folder);
  await expect(page.getByTestId('data')).toContainText('signs');
  await expect(page.getByTestId('network')).toHaveAttribute('title', /784 → 128 → 3/);
  await expect(page.getByTestId('sample-label').first()).toContainText(/nought|stroke|hook/);
  await page.getByTestId('train-run').click();
  await expect(page.getByTestId('test-accuracy').first()).toContainText('100', { timeout: 30_000 });
});
