import { expect, test, type Page } from '@playwright/test';
import { hostPage, type HostPage } from './host-page';

let host: HostPage | undefined;

test.afterEach(() => host?.close());

interface Told {
  frame: number;
  origin: string;
  type: string;
  [more: string]: unknown;
}

/** Of the course page (host-page.ts): what its frames told it. */
declare const told: Told[];

/** What the course page was told by a frame, of one kind. */
const toldBy = (page: Page, frame: number, type: string): Promise<Told[]> =>
  page.evaluate(
    ([number, kind]) => told.filter((one) => one.frame === number && one.type === kind),
    [frame, type] as const,
  );

/** The course page says something to a frame; resolves to the answer. */
function ask(page: Page, frame: number, message: object): Promise<Told> {
  return page.evaluate(
    ([number, said]) => {
      const answer = new Promise<Told>((resolve) => {
        addEventListener('message', ({ data }) => {
          if (data.id === (said as { id?: number }).id) resolve(data);
        });
      });
      document.querySelectorAll('iframe')[number]!.contentWindow!.postMessage(said, '*');
      return answer;
    },
    [frame, message] as const,
  );
}

test('a course page of another origin shows panels without a bar to scroll, and speaks with those that name it', async ({
  page,
  baseURL,
}) => {
  const src = `${baseURL}/?engine=cpu&embed=input,spikes`;
  host = await hostPage(
    (origin) => `
      <iframe src="${src}&host=${origin}#v=1&sample=1"></iframe>
      <iframe sandbox="allow-scripts" src="${src}"></iframe>
      <script src="${baseURL}/embed.js" async></script>`,
  );
  await page.setViewportSize({ width: 1000, height: 1600 });
  await page.goto(host.origin);
  const open = page.frameLocator('iframe').nth(0);
  const closed = page.frameLocator('iframe').nth(1);
  await expect(open.getByTestId('answer')).toContainText(/^2/);
  // In a sandbox without allow-same-origin, too.
  await expect(closed.getByTestId('answer')).toContainText(/^7/);
  await expect(open.getByTestId('engine')).toHaveCount(0);

  const [, first, second] = page.frames();
  /** Whether the frame is as high and wide as what is in it, to the pixel. */
  const fits = (frame = first!) =>
    frame.evaluate(() => {
      const { scrollHeight, scrollWidth } = document.documentElement;
      const foot = document.querySelector('footer')!.getBoundingClientRect().bottom;
      return [scrollHeight - innerHeight, scrollWidth - innerWidth, Math.round(foot - innerHeight)];
    });
  const columns = () =>
    first!.evaluate(() => {
      const [input, spikes] = document.querySelectorAll('main section');
      return spikes!.getBoundingClientRect().left > input!.getBoundingClientRect().right ? 2 : 1;
    });
  for (const [width, side] of [
    [1000, 2],
    [640, 2],
    [390, 1],
    [320, 1],
  ] as const) {
    await page.setViewportSize({ width, height: 1600 });
    for (const frame of [first, second])
      await expect.poll(() => fits(frame), `at ${width} pixels`).toEqual([0, 0, 0]);
    expect(await columns()).toBe(side);
  }
  await page.setViewportSize({ width: 1000, height: 1600 });
  await expect.poll(() => fits()).toEqual([0, 0, 0]);
  // A frame that the course page makes higher is filled, and does not go on growing.
  const before = (await toldBy(page, 0, 'mtspike:height')).length;
  await page.evaluate(() => {
    document.querySelector('iframe')!.style.height = '1000px';
  });
  await expect.poll(async () => (await fits())[2]).toBe(0);
  expect(await first!.evaluate(() => document.documentElement.scrollHeight)).toBe(994);
  expect(await toldBy(page, 0, 'mtspike:height')).toHaveLength(before);

  // The page that is named hears what is on it, and how that changes.
  const [ready] = await toldBy(page, 0, 'mtspike:ready');
  expect(ready).toMatchObject({ v: 1, origin: baseURL, panels: ['input', 'spikes'] });
  expect(ready!['link']).toContain('sample=1');
  const whole = open.getByTestId('open-whole');
  await expect(whole).toHaveAttribute('href', /^http[^?]+\/#v=1&.*sample=1/);
  await open.getByRole('button', { name: 'Back to the spike before' }).click();
  await expect(whole).toHaveAttribute('href', /&t=0\./);
  await expect
    .poll(async () => (await toldBy(page, 0, 'mtspike:state')).at(-1)?.['link'])
    .toContain('&t=0.');

  // It sets it, and is told why not where it cannot.
  expect(await ask(page, 0, { type: 'mtspike:set', v: 1, id: 1, link: 'v=1&sample=2' })).toEqual({
    type: 'mtspike:answer',
    v: 1,
    id: 1,
    ok: true,
  });
  await expect(open.getByTestId('answer')).toContainText(/^1/);
  expect(await ask(page, 0, { type: 'mtspike:get', v: 1, id: 2 })).toMatchObject({
    type: 'mtspike:state',
    link: expect.stringContaining('sample=2'),
  });
  for (const [id, link, why] of [
    [3, 'v=1&sample=many', 'its sample is "many"'],
    [4, 'v=1&weights=new&layers=99999-10', 'page stays'],
    [5, 'x'.repeat(1e7), 'at most 100,000 characters'],
  ] as const) {
    const answer = await ask(page, 0, { type: 'mtspike:set', v: 1, id, link });
    expect(answer).toMatchObject({ type: 'mtspike:answer', ok: false });
    expect(answer['why']).toContain(why);
  }
  await expect(open.getByTestId('answer')).toContainText(/^1/);

  // The one that names nobody tells its height, and hears nobody.
  await page.evaluate(() => {
    for (const message of [{ type: 'mtspike:set', v: 1, link: 'v=1&sample=2' }, null, 'x'])
      document.querySelectorAll('iframe')[1]!.contentWindow!.postMessage(message, '*');
  });
  await closed.getByRole('button', { name: 'Back to the spike before' }).click();
  await expect(closed.getByTestId('open-whole')).toHaveAttribute('href', /&t=0\./);
  const kinds = await page.evaluate(() => told.map(({ frame, type }) => `${frame} ${type}`));
  expect(new Set(kinds.filter((kind) => kind.startsWith('1')))).toEqual(
    new Set(['1 mtspike:height']),
  );
  await expect(closed.getByTestId('answer')).toContainText(/^7/);
});

test('what a frame is refused is said in it @slow', async ({ page, baseURL }) => {
  const src = `${baseURL}/?engine=cpu&embed`;
  host = await hostPage(
    (origin) => `
      <iframe sandbox="allow-scripts" src="${src}=input,spikes,training"></iframe>
      <iframe sandbox="allow-scripts allow-same-origin" src="${src}=spikes"></iframe>
      <iframe src="${src}=rasters,input&host=${origin}/page"></iframe>
      <iframe src="${src}=input&host=https://other.example"></iframe>
      <script src="${baseURL}/embed.js"></script>`,
    // A course page that is cross-origin isolated takes in only what says that it may be.
    {
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  );
  await page.setViewportSize({ width: 1180, height: 900 });
  await page.goto(host.origin);
  const [alone, tied, misnamed, foreign] = [0, 1, 2, 3].map((n) =>
    page.frameLocator('iframe').nth(n),
  );
  // Without storage, locks and workers of its own origin it trains.
  await alone!.getByTestId('train-step').click();
  await expect(alone!.getByTestId('training-step')).toHaveText('1');
  // What is said stands below the panels, and covers none of them.
  const nothingStored = alone!.getByTestId('error');
  await expect(nothingStored).toContainText('lets this page store nothing');
  // A menu opens within what is in sight of the frame, wherever its button stands: no wheel brings it nearer.
  const save = alone!.getByRole('button', { name: 'Save the rasters' });
  await save.scrollIntoViewIfNeeded();
  const { y } = (await save.boundingBox())!;
  await page.evaluate((by) => window.scrollBy({ top: by, behavior: 'instant' }), y - 10);
  expect((await save.boundingBox())!.y).toBeLessThan(60);
  await save.click();
  await alone!.getByRole('button', { name: 'Picture (PNG)' }).click();
  await expect(alone!.getByTestId('note')).toContainText('allow-downloads');
  // Where only a part of the frame is in sight, what is said is there.
  const note = alone!.getByTestId('note');
  expect((await note.boundingBox())!.y).toBeLessThan(900);

  await tied!.getByTestId('open-whole').click();
  await expect(tied!.getByTestId('note')).toContainText('allow-popups');
  await expect(misnamed!.getByTestId('error')).toContainText([
    '"rasters", which is no panel of this page',
    'which is no origin such as',
  ]);
  await expect(misnamed!.getByTestId('answer')).toContainText(/^7/);
  await expect(foreign!.getByTestId('error')).toContainText(
    `names https://other.example as its host, but it stands in a page of ${host.origin}`,
  );
  const kinds = new Set(await page.evaluate(() => told.map(({ type }) => type)));
  expect([...kinds]).toEqual(['mtspike:height']);
});

test('a course page hears what is done in a lesson, and what was answered @slow', async ({
  page,
  baseURL,
}) => {
  host = await hostPage(
    (origin) => `
      <iframe sandbox="allow-scripts"
        src="${baseURL}/?engine=cpu&embed=input,spikes&host=${origin}#v=1&lesson=1"></iframe>
      <script src="${baseURL}/embed.js"></script>`,
  );
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(host.origin);
  const frame = page.frameLocator('iframe');
  for (let step = 0; step < 3; step++) {
    await expect(frame.getByTestId('lesson')).toHaveAttribute('data-step', String(step));
    await frame.getByTestId('lesson-show').click();
    await expect(frame.getByTestId('lesson-next')).toBeEnabled();
    await frame.getByTestId('lesson-next').click();
  }
  await frame.getByTestId('lesson-number').fill('0.3');
  await frame.getByTestId('lesson-number').press('Enter');
  await expect(frame.getByTestId('lesson-wrong')).toBeVisible();
  await frame.getByTestId('lesson-number').fill('0.7');
  await frame.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect.poll(() => toldBy(page, 0, 'mtspike:lesson')).toHaveLength(1);
  const steps = await toldBy(page, 0, 'mtspike:step');
  expect(steps).toMatchObject(
    [1, 2, 3].map((place) => ({ v: 1, number: 1, place, steps: 3, shown: true })),
  );
  const [done] = await toldBy(page, 0, 'mtspike:lesson');
  expect(done).toMatchObject({ number: 1, answers: ['0.3', '0.7'], right: false, shown: 3 });
  // The lesson is in the frame, whose height follows it.
  const cut = () =>
    page.frames()[1]!.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(cut).toBe(0);
});
