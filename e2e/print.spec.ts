/** The page on paper, as a browser prints it. */
import { expect, test } from '@playwright/test';
import { open } from './page';
import { coloursOf, fillsOf, sheetsOf, type Fill } from './pdf';

test.use({ colorScheme: 'dark' });

/** The colours of a dark page's grounds, and of the light ones. */
const DARK = ['#0f1216', '#161a20', '#1d232a'];
const LIGHT_WELL = '#f0f0ec';
/** Earliest on the scale of time, and excitatory, on a light ground. */
const [EARLY, EXCITES] = ['#440154', '#ad4a06'];
/** Pixels between the margins of the lowest sheet, A4 across. */
const LOWEST = 703;

const ofColour = (fills: readonly Fill[], colour: string) =>
  fills.filter((fill) => fill.colour === colour);

test('a dark page prints as a light one, with pad, rasters and neuron, on every paper, no panel in halves @slow', async ({
  page,
}) => {
  await open(page, { query: '?engine=cpu' });
  await expect(page.getByTestId('test-accuracy')).toContainText('98.79 %');
  await expect(page.getByTestId('equation')).toBeVisible();
  await page.keyboard.press('p');
  for (const format of ['A4', 'Letter']) {
    for (const landscape of [false, true]) {
      const name = `${format} ${landscape ? 'across' : 'upright'}`;
      const pdf = await page.pdf({ format, landscape, printBackground: true });
      const fills = fillsOf(pdf);
      const early = ofColour(fills, EARLY);
      // The pad: pixels of full ink are square. The rasters: marks are 4.5 wide.
      const isSquare = ({ width, height }: Fill) => width > 5 && Math.abs(width - height) < 0.01;
      expect(early.filter(isSquare).length, `${name}: pad`).toBeGreaterThan(10);
      expect(early.filter((f) => f.width === 4.5).length, `${name}: rasters`).toBeGreaterThan(10);
      expect(fills.filter((f) => f.width === 4.5).length, name).toBeGreaterThan(140);
      // The neuron: a line up for each spike that excites it.
      const bars = ofColour(fills, EXCITES).filter((f) => f.width === 2);
      expect(bars.length, `${name}: neuron`).toBeGreaterThan(15);
      expect(ofColour(fills, LIGHT_WELL).length, `${name}: light`).toBeGreaterThan(0);
      for (const ground of DARK) expect(ofColour(fills, ground), `${name}: dark`).toEqual([]);
      expect(sheetsOf(pdf), `${name}: sheets`).toBe(landscape ? 4 : 3);
    }
  }
  // After it the presentation goes on.
  await expect(page.locator('html')).toHaveAttribute('data-presenting');

  // Programs that show print media without printing see the same; what stands above says where the page is.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByTestId('paper-line')).toHaveText(/^http:\/\/127\.0\.0\.1:\d+\//);
  const panels = page.getByRole('region').filter({ has: page.getByRole('heading') });
  const heights = await panels.evaluateAll((all) => all.map((panel) => panel.clientHeight));
  expect(heights.length).toBeGreaterThan(4);
  for (const height of heights) expect(height).toBeLessThan(LOWEST);
  await page.emulateMedia({ media: null, colorScheme: 'dark' });
  await expect(page.getByTestId('paper-line')).toHaveCount(0);

  const points = 'points=yin-yang&width=5&height=1&cut=0&layers=12-3&weights=yin-yang-5-12-3';
  await page.goto(`/?engine=cpu#v=1&${points}`);
  await page.reload();
  await expect(page.getByTestId('circuit-caption')).toContainText('synapses');
  await expect(page.getByTestId('test-accuracy')).toContainText('%');
  // The plane of 64 x 64 places, as soon as it is there, under the canvas of the point: that one has to let it through.
  let pdf: Buffer = Buffer.alloc(0);
  const colours = async () => {
    pdf = await page.pdf({ format: 'A4', printBackground: true });
    return Math.max(0, ...coloursOf(pdf, 64, 64));
  };
  await expect.poll(colours).toBeGreaterThan(200);
  expect(pdf.toString('latin1')).toContain('/BM /Multiply');
  for (const ground of DARK) expect(ofColour(fillsOf(pdf), ground)).toEqual([]);
});

test('on paper the table has its heads, its rows and then its sum; a lesson has no ring, and the list of lessons is left out @slow', async ({
  page,
}) => {
  await open(page, {
    query: '?engine=cpu&lang=de#v=1&lesson=4',
    samples: false,
  });
  await expect(page.getByTestId('lesson-ring')).toBeVisible();
  const table = page.getByTestId('causes');
  await expect(table).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByTestId('paper-line')).toBeVisible();
  await expect(page.getByTestId('lesson-ring')).toBeHidden();
  const box = await table.evaluate((element: HTMLTableElement) => {
    const of = (part: Element) => part.getBoundingClientRect();
    const rows = [...element.tBodies[0]!.rows].map(of);
    const [head, foot] = [of(element.tHead!.rows[0]!), of(element.tFoot!.rows[0]!)];
    const panel = of(element.closest('section')!);
    const cells = [...element.querySelectorAll('th, td')].map((cell) => of(cell).right);
    return {
      head: head.bottom,
      first: rows[0]!.top,
      last: rows.at(-1)!.bottom,
      foot: foot.top,
      right: Math.max(...cells),
      edge: panel.right,
    };
  });
  expect(box.head, 'heads above the rows').toBeLessThanOrEqual(box.first + 1);
  expect(box.foot, 'the sum below them').toBeGreaterThanOrEqual(box.last - 1);
  expect(box.right, 'inside the panel').toBeLessThan(box.edge);
  await page.emulateMedia({ media: null });
  await page.getByTestId('learn-close').click();
  await expect(page.getByTestId('lesson-list')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByTestId('paper-line')).toBeVisible();
  await expect(page.getByTestId('lesson-list')).toBeHidden();
  const sheets = sheetsOf(await page.pdf({ format: 'A4', printBackground: true }));
  expect(sheets).toBeLessThanOrEqual(3);
});
