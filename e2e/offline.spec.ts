import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { HANDWRITINGS } from './digits';
import { writeServiceWorker } from '../scripts/lib/service-worker.mjs';
import { draw, numberIn, settledAnswer } from './page';
import { serveFolder, type StaticServer } from './static-server';

test.use({ serviceWorkers: 'allow' });

/** Any host of files, without a header of its own: the page lies deep in it. */
let site: string;
let server: StaticServer;
let home: string;

test.beforeEach(async () => {
  site = mkdtempSync(join(tmpdir(), 'mt-spike-site-'));
  mkdirSync(join(site, 'some'));
  publish('dist');
  server = await serveFolder(site);
  // A machine that serves itself asks its server first: this name is any other host's.
  home = `${server.origin.replace('127.0.0.1', 'host.localhost')}/some/path/`;
});

test.afterEach(() => {
  server.close();
  rmSync(site, { recursive: true });
});

/** Puts a build where the page is, at once. */
function publish(folder: string): void {
  symlinkSync(resolve(folder), join(site, 'some/next'));
  renameSync(join(site, 'some/next'), join(site, 'some/path'));
}

/** Counts how often the page is loaded. */
function loadsOf(page: Page): () => number {
  let loads = 0;
  page.on('domcontentloaded', () => loads++);
  return () => loads;
}

const isolated = (page: Page) => page.evaluate(() => crossOriginIsolated);

/** Addresses of all that the service worker has. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) names.push(url);
    }
    return names;
  });

/** Waits until the service worker has all it is to have, the training images among it. */
async function allKept(page: Page): Promise<void> {
  const last = ['/index.html', '/mnist-train-in-order.bin', '/mnist-test-labels.bin'];
  const missing = async () => {
    const names = await kept(page);
    return last.filter((part) => !names.some((name) => name.includes(part)));
  };
  await expect.poll(missing, { timeout: 60_000 }).toEqual([]);
}

test(
  'a host without headers: threads from the first visit, and all of it without a network',
  {
    tag: '@slow',
  },
  async ({ page }) => {
    const loads = loadsOf(page);
    // The page's own policy, which it has in a meta element here, holds for all of this.
    const refused: string[] = [];
    page.on('console', (said) => {
      if (said.text().includes('Content Security Policy')) refused.push(said.text());
    });
    await page.goto(`${home}?engine=cpu#v=1&sample=1`);
    // Nothing is asked of the page meanwhile: to the browser that is a touch.
    await expect.poll(loads).toBe(2);
    expect(await isolated(page)).toBe(true);
    await expect(page.getByTestId('engine')).toContainText('threads');
    await expect(page.getByTestId('answer')).toContainText(/^2/);
    await allKept(page);
    expect(loads()).toBe(2);

    server.close();
    await page.goto(`${home}?engine=cpu`);
    await expect(page.getByTestId('answer')).toContainText(/^7/);
    await expect(page.getByTestId('engine')).toContainText('threads');
    expect(loads()).toBe(3);
    await draw(page, HANDWRITINGS.upright[2]!);
    expect((await settledAnswer(page))[0]).toBe('2');
    await page.keyboard.press('e');
    await expect(page.getByRole('dialog', { name: 'Network' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByTestId('model-save-nir').click();
    const saved = page.waitForEvent('download');
    await page.getByTestId('nir-save').click();
    expect((await saved).suggestedFilename()).toBe('784-128-10.nir');
    await page.getByTestId('train-reset').click();
    await page.getByTestId('train-run').click();
    await expect.poll(() => numberIn(page.getByTestId('training-step'))).toBeGreaterThan(100);
    await page.goto(`${home}?engine=cpu&lang=en#v=1&lesson=1`);
    await expect(page.getByTestId('lesson')).toBeVisible();
    const manifest = await page.evaluate(async () => {
      const { href } = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')!;
      return (await fetch(href)).json() as Promise<{ icons: { src: string }[] }>;
    });
    expect(
      await page.evaluate(async (icon) => (await fetch(icon)).ok, manifest.icons[0]!.src),
    ).toBe(true);
    expect(refused).toEqual([]);
  },
);

/** The next version of the page: every script and style sheet has another name, and the title says so. */
async function nextVersion(): Promise<string> {
  const folder = join(site, 'next-version');
  cpSync('dist', folder, { recursive: true });
  const assets = join(folder, 'assets');
  const hashed = /-[\w-]{8}(\.(js|css))$/;
  const names = readdirSync(assets).filter((name) => hashed.test(name));
  const next = new Map(
    names.map((name, at) => [name, name.replace(hashed, `-next${String(at).padStart(4, '0')}$1`)]),
  );
  const rewrite = (file: string): void => {
    let text = readFileSync(file, 'utf8');
    for (const [name, other] of next) text = text.replaceAll(name, other);
    writeFileSync(file, text.replace('<title>MT-Spike', '<title>Next MT-Spike'));
  };
  for (const [name, other] of next) {
    rewrite(join(assets, name));
    renameSync(join(assets, name), join(assets, other));
  }
  rewrite(join(folder, 'index.html'));
  await writeServiceWorker(folder);
  return folder;
}

test(
  'a new version is offered, and each tab goes on with the files of its own',
  { tag: '@slow' },
  async ({ page, context }) => {
    await page.goto(`${home}?engine=cpu`);
    await allKept(page);
    const other = await context.newPage();
    await other.goto(`${home}?engine=cpu`);
    await expect(other.getByTestId('answer')).toContainText(/^7/);

    publish(await nextVersion());
    // As an hour later, or at the next visit in another tab.
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
    for (const tab of [page, other]) {
      await expect(tab.getByTestId('note')).toContainText('A newer version of this page is here.');
      await expect(tab).toHaveTitle('MT-Spike Playground');
    }
    await page.getByRole('button', { name: 'Load it' }).click();
    await expect(page).toHaveTitle('Next MT-Spike Playground');
    await expect(page.getByTestId('answer')).toContainText(/^7/);

    // The server has no file of the old version any more.
    await other.getByTestId('model-save-nir').click();
    const saved = other.waitForEvent('download');
    await other.getByTestId('nir-save').click();
    await saved;
    await expect(other.getByTestId('error')).toHaveCount(0);

    // Alone, the new version lets go of what the old one needed.
    await other.close();
    await page.reload();
    await expect(page.getByTestId('note')).toHaveCount(0);
    const old = async () =>
      (await kept(page)).filter((url) => url.endsWith('.js') && !/-next\d+\.js$/.test(url));
    await expect.poll(old, { timeout: 30_000 }).toEqual([]);

    await page.goto(`${home}?engine=cpu&sw=off`);
    await expect(page.getByTestId('answer')).toContainText(/^7/);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    expect(await isolated(page)).toBe(false);
    await page.goto('about:blank');
    await page.goto(`${home}?sw=off&engine=cpu`);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  },
);

test(
  'without a service worker, a part that a new version took away says that it is there',
  { tag: '@slow' },
  async ({ page }) => {
    await page.goto(`${home}?engine=cpu&sw=off`);
    await expect(page.getByTestId('answer')).toContainText(/^7/);
    await expect(page.getByTestId('train-run')).toBeVisible();
    publish(await nextVersion());
    await page.getByTestId('model-save-nir').click();
    await page.getByTestId('nir-save').click();
    await expect(page.getByTestId('note')).toContainText('A newer version of this page is here.');
    await page.getByRole('button', { name: 'Load it' }).click();
    await expect(page).toHaveTitle('Next MT-Spike Playground');
  },
);

test(
  'in a frame of another page no service worker comes, and nothing is loaded again',
  { tag: '@slow' },
  async ({ page, context }) => {
    writeFileSync(
      join(site, 'course.html'),
      `<iframe src="some/path/?engine=cpu" width="1200" height="800"></iframe>`,
    );
    await page.goto(home.replace('some/path/', 'course.html'));
    const frame = page.frameLocator('iframe');
    await expect(frame.getByTestId('answer').first()).toContainText(/^7/);
    // The same page by itself has its service worker by the time that the images are there: so long is waited here.
    await expect(frame.getByTestId('test-accuracy')).toContainText('%');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2000)));
    expect(
      await page.evaluate(() =>
        navigator.serviceWorker.getRegistrations().then((all) => all.length),
      ),
    ).toBe(0);

    const alone = await context.newPage();
    await alone.goto(`${home}?engine=cpu`);
    await expect
      .poll(() =>
        alone.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)),
      )
      .toBe(1);
  },
);
