import { expect, test, type Page } from '@playwright/test';
import { HANDWRITINGS, type Point } from './digits';
import { draw, settledAnswer } from './page';

/** Three symbols, each as one hand repeats it: a bit larger, a bit lower every time. */
const SYMBOLS = [2, 4, 7].map((digit) => HANDWRITINGS.upright[digit]!);
const again = (strokes: Point[][], n: number): Point[][] =>
  strokes.map((stroke) =>
    stroke.map(([x, y]): Point => [x + 0.012 * (n - 2), y * (1 + 0.03 * (n - 2))]),
  );

async function openTeaching(page: Page): Promise<void> {
  await page.getByTestId('data').click();
  await page.getByTestId('teach-open').click();
  await expect(page.getByTestId('teach')).toBeVisible();
}

test('three symbols are drawn, trained and read; they are there after a reload, and leave as a pair that opens again', async ({
  page,
}) => {
  await page.goto('/?engine=cpu');
  await expect(page.getByTestId('answer')).toContainText('7');
  // The first screen has the way to it, and all that is needed to begin is in sight, without what is offered to newcomers.
  await page.getByTestId('teach-tool').click();
  await expect(page.getByTestId('lesson-offer')).toHaveCount(0);
  await expect(page.getByTestId('teach-class')).toBeInViewport({ ratio: 1 });
  await page.getByTestId('teach-class').click();
  const names = page.getByTestId('teach-name');
  await names.nth(0).fill('☺');
  await names.nth(0).press('Enter');
  const examples = page.getByTestId('teach-example');
  for (const [c, strokes] of SYMBOLS.entries()) {
    for (let n = 0; n < 5; n++) {
      await draw(page, again(strokes, n));
      // By key and by button.
      if (n % 2 === 0) await page.keyboard.press(String(c + 1));
      else await page.getByTestId('teach-add').nth(c).click();
      await expect(examples).toHaveCount(5 * c + n + 1);
    }
  }
  await page.getByTestId('teach-train').click();
  await expect(page.getByTestId('teach-result')).toContainText('Learned from 15 drawings');
  await expect(page.getByTestId('data')).toContainText('Taught');
  // The figure is of the drawings that it has learned from, and is called so.
  await expect(page.getByText('accuracy on known drawings')).toBeVisible();
  const answers: string[] = [];
  for (const strokes of SYMBOLS) {
    await page.getByTestId('clear-drawing').click();
    await draw(page, again(strokes, 1.4));
    answers.push((await settledAnswer(page)).split(/\s/)[0]!);
  }
  expect(answers).toEqual(['☺', 'B', 'C']);

  // The outputs are called so in the rasters' words as well, and a new name is theirs at once.
  await names.nth(2).fill('seven');
  await names.nth(2).press('Enter');
  await expect(page.getByTestId('answer')).toContainText('seven');
  await expect(page.getByTestId('neuron-title')).toContainText('output seven');

  await page.reload();
  await expect(page.getByTestId('data')).toContainText('Taught');
  await expect(page.getByTestId('answer')).toContainText('seven');
  await openTeaching(page);
  await expect(examples).toHaveCount(15);
  await expect(names.nth(2)).toHaveValue('seven');
  await examples.first().click();
  await page.getByTestId('teach-delete').click();
  await expect(examples).toHaveCount(14);
  await page.getByTestId('teach-undo').click();
  await expect(examples).toHaveCount(15);

  const files: string[] = [];
  page.on('download', (download) => void download.path().then((path) => files.push(path)));
  const named: string[] = [];
  page.on('download', (download) => named.push(download.suggestedFilename()));
  await page.getByTestId('teach-save').click();
  await expect.poll(() => files.length).toBe(2);
  expect(named.toSorted()).toEqual(['taught-images-idx3-ubyte', 'taught-labels-idx1-ubyte']);
  await page.getByTestId('data').click();
  await page.getByTestId('data-trainImages').setInputFiles(files);
  await page.getByRole('button', { name: 'Use these files' }).click();
  await page.getByTestId('data').click();
  await expect(page.getByRole('dialog', { name: 'Data' })).toContainText('13 of 28 x 28');
});

test('where the storage is full in the middle of teaching one sentence says so, all goes on, and what was kept stays @slow', async ({
  page,
  baseURL,
}) => {
  const session = await page.context().newCDPSession(page);
  const origin = baseURL!;
  // Room for drawings, but not for the network that training would keep with them.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 300_000 });
  await page.goto('/?engine=cpu');
  await expect(page.getByTestId('answer')).toContainText('7');
  await page.getByTestId('teach-tool').click();
  const examples = page.getByTestId('teach-example');
  const drawOne = async (n: number) => {
    await draw(page, again(SYMBOLS[n % 2]!, n / 2));
    await page.keyboard.press(String((n % 2) + 1));
    await expect(examples).toHaveCount(n + 1);
  };
  const kept = page.getByTestId('teach-kept');
  for (const n of [0, 1]) await drawOne(n);
  await expect(kept).toContainText('are kept in this browser');
  await page.getByTestId('teach-train').click();
  await expect(page.getByTestId('teach-result')).toContainText('Learned from 2 drawings');
  await drawOne(2);
  await expect(kept).toHaveText(
    /^The latest drawings are not kept because the browser’s storage is full: they last/,
  );
  // That the run is not kept either is one message.
  await expect(page.getByTestId('error')).toHaveCount(1);
  await expect(page.getByTestId('error')).toContainText('storage is full');

  await page.reload();
  await expect(page.getByTestId('data')).toContainText('MNIST');
  await openTeaching(page);
  await expect(examples).toHaveCount(2);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('every tap takes its drawing, Train is beside the classes, and the way back is there after a reload @slow', async ({
    page,
  }) => {
    await page.goto('/?engine=cpu');
    await expect(page.getByTestId('answer')).toContainText('7');
    const begin = async () => {
      await page.getByTestId('menu').tap();
      await openTeaching(page);
    };
    await begin();
    const examples = page.getByTestId('teach-example');
    for (let n = 0; n < 8; n++) {
      await draw(page, again(SYMBOLS[n % 2]!, n / 2));
      await page
        .getByTestId('teach-add')
        .nth(n % 2)
        .tap();
      await expect(examples).toHaveCount(n + 1);
    }
    await expect(page.getByTestId('answer')).toContainText('draw a symbol to teach');
    const train = page.getByTestId('teach-train');
    await expect(train).toBeInViewport({ ratio: 1 });
    await train.tap();
    await expect(page.getByTestId('note')).toContainText('Learned from 8 drawings');
    await expect(page.getByTestId('answer')).toContainText('draw A or B');

    // On its side the row covers neither the tools nor the time axis.
    await page.setViewportSize({ width: 844, height: 390 });
    const bottom = async (part: string) => {
      const { y, height } = (await page.getByTestId(part).first().boundingBox())!;
      return y + height;
    };
    await expect
      .poll(async () => (await train.boundingBox())!.y - (await bottom('clear-drawing')))
      .toBeGreaterThan(6);

    await page.reload();
    await expect(page.getByTestId('data')).toContainText('Taught');
    await begin();
    await page.getByTestId('teach-back').tap();
    await expect(page.getByTestId('data')).toContainText('MNIST');
    await expect(page.getByTestId('network')).toContainText('784 → 128 → 10');
  });
});
