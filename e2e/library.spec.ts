/** The library on a page of other people's making (docs/library.md): built as `npm run build:lib` builds it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { buildLibrary } from '../scripts/lib/build-library.mjs';
import { imageAt } from '../src/data/image-set';
import { readImageSet } from '../src/data/idx';
import { readModel } from '../src/files/model-file';
import { forward } from '../src/model/step';
import type * as library from '../src/lib/index';
import { HANDWRITINGS, type Point } from './digits';
import { serveFolder, type StaticServer } from './static-server';

const root = join(import.meta.dirname, '..');
const bytes = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(root, name)));

let server: StaticServer;
test.beforeAll(async () => {
  await buildLibrary();
  server = await serveFolder(root);
});
test.afterAll(() => server.close());

/** What a page says in the console and of errors that nobody caught. */
function complaints(page: Page): string[] {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (line) => {
    // Browsers ask for an icon by themselves.
    if (line.type() === 'error' && !line.location().url.endsWith('favicon.ico'))
      said.push(line.text());
  });
  return said;
}

async function drawOn(page: Page, strokes: Point[][]): Promise<void> {
  const box = (await page.locator('#pad').boundingBox())!;
  for (const stroke of strokes) {
    const [first, ...rest] = stroke.map(([x, y]): Point => [
      box.x + x * box.width,
      box.y + y * box.height,
    ]);
    await page.mouse.move(...first!);
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(...point);
    await page.mouse.up();
  }
}

test('@slow the example page classifies what is drawn, and trains a network of its own', async ({
  page,
}) => {
  const said = complaints(page);
  await page.goto(`${server.origin}/examples/library/index.html`);
  for (const digit of [0, 3]) {
    await page.locator('#clear').click();
    await drawOn(page, HANDWRITINGS.upright[digit]!);
    await expect(page.locator('#answer')).toHaveText(
      new RegExp(`^${digit} at [\\d.]+; spikes a layer: \\d+, \\d+, \\d+$`),
    );
  }
  await page.locator('#train').click();
  await expect(page.locator('#progress')).toHaveText(/^step 157: [5-9]\d\.\d % right$/);
  expect(said).toEqual([]);
});

test("@slow from another host, under any path, spike times are the model's; what was trained is saved and read again", async ({
  page,
}) => {
  const elsewhere = await serveFolder(root, {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  // Isolated, so that threads are started in the worker, too.
  const isolated = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  const host = await serveFolder(root, isolated, {
    '/some/page.html': `<!doctype html>
<script type="module">
  import * as library from '${elsewhere.origin}/dist-lib/mt-spike.js';
  window.library = library;
</script>`,
  });
  const said = complaints(page);
  await page.goto(`${host.origin}/some/page.html`);
  await page.waitForFunction(() => 'library' in window);

  const { spec, weights } = readModel(bytes('public/models/784-128-10.safetensors'));
  const set = await readImageSet(
    bytes('public/data/mnist-test-images.bin'),
    bytes('public/data/mnist-test-labels.bin'),
  );
  const images = [0, 1, 2, 3].map((n) => [...imageAt(set, n)]);
  const { runs, engine } = await page.evaluate(
    async ({ images, model }) => {
      const { loadModel } = (window as unknown as { library: Library }).library;
      const net = await loadModel(model);
      const runs = [];
      for (const image of images) {
        const picture = Uint8Array.from(image);
        const times = await net.spikeTimes(picture);
        runs.push({ answer: await net.classify(picture), times: times.map((layer) => [...layer]) });
      }
      const { engine } = net;
      await net.dispose();
      return { runs, engine };
    },
    { images, model: `${elsewhere.origin}/public/models/784-128-10.safetensors` },
  );
  expect(engine).toContain('CPU');
  for (const [n, run] of runs.entries()) {
    const expected = forward(spec, weights, Uint8Array.from(images[n]!));
    expect(run.answer.class).toBe(expected.answer.class);
    const layers = [expected.input, ...expected.layers.map(({ volley }) => volley)];
    expect(run.times).toHaveLength(layers.length);
    layers.forEach(({ times }, l) => {
      times.forEach((time, j) => {
        const got = run.times[l]![j]!;
        if (time === Infinity) expect(got).toBe(Infinity);
        else expect(Math.abs(got - time)).toBeLessThan(1e-5);
      });
    });
  }

  const size = 784;
  const train = {
    images: [...set.images.subarray(0, 2000 * size)],
    labels: [...set.labels.subarray(0, 2000)],
  };
  const held = {
    images: [...set.images.subarray(9800 * size)],
    labels: [...set.labels.subarray(9800)],
  };
  const learned = await page.evaluate(
    async ({ train, held, size }) => {
      const { loadModel, newModel } = (window as unknown as { library: Library }).library;
      const own = newModel({ layers: [16, 10] });
      const early = await own.classify(new Uint8Array(size)).catch((error: Error) => error.message);
      const end = await own.train(Uint8Array.from(train.images), train.labels, { epochs: 3 });
      const again = await loadModel(await own.save());
      let right = 0;
      let same = 0;
      for (const [n, label] of held.labels.entries()) {
        const image = Uint8Array.from(held.images.slice(n * size, (n + 1) * size));
        const [a, b] = [await own.classify(image), await again.classify(image)];
        if ((a.class ?? a.guess) === label) right++;
        if (a.class === b.class && a.decisionTime === b.decisionTime) same++;
      }
      await own.dispose();
      await again.dispose();
      const late = await own.classify(new Uint8Array(size)).catch((error: Error) => error.message);
      return { early, late, end, right, same };
    },
    { train, held, size },
  );
  elsewhere.close();
  host.close();
  expect(learned.early).toBe('The network is new: train it before it is asked for anything.');
  expect(learned.late).toBe('The model was disposed of: load it again.');
  expect(learned.end).toEqual({ reason: 'plan', step: 96 });
  expect(learned.same).toBe(200);
  // By chance it would be 20.
  expect(learned.right).toBeGreaterThan(120);
  expect(said).toEqual([]);
});

type Library = typeof library;

const USE = `
import { loadModel, newModel, type Answer, type Model, type Progress, type Settings } from 'mt-spike';
const model: Model = await loadModel(new Blob(), { engine: 'cpu', description: { threshold: 2 } });
const answer: Answer = await model.classify(document.createElement('canvas'));
export const late: number | null = answer.decisionTime;
const settings: Settings = { epochs: 2, loss: 'cross-entropy' };
const own = newModel({ layers: [32, 10], input: { width: 8, height: 8 } });
await own.train(new Uint8Array(64), [3], settings, (progress: Progress) => progress.accuracy);
export const file: Blob = await own.save();
export const first: number | undefined = (await own.spikeTimes(new Uint8Array(64)))[0]?.[0];
// @ts-expect-error there is no such loss
await own.train(new Uint8Array(64), [3], { loss: 'none' });
`;

test.describe('@slow the types', () => {
  for (const [module, moduleResolution] of [
    ['esnext', 'bundler'],
    ['nodenext', 'nodenext'],
  ]) {
    test(`hold in a strict project that looks for modules as ${moduleResolution}`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'mt-spike-types-'));
      try {
        const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
        write('package.json', '{"type":"module"}');
        write('use.ts', USE);
        const compilerOptions = {
          strict: true,
          skipLibCheck: false,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          target: 'es2022',
          lib: ['es2022', 'dom'],
          types: [],
          module,
          moduleResolution,
          paths: { 'mt-spike': [join(root, 'dist-lib/mt-spike.d.ts')] },
        };
        write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['use.ts'] }));
        const tsc = join(root, 'node_modules/typescript/bin/tsc');
        const compile = (): string =>
          execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8', stdio: 'pipe' });
        expect(compile).not.toThrow();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
