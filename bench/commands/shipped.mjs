/** Every shipped model, tested by the page itself on all test images with both engines, against what its card says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';
import { readOptions } from '../lib/options.mjs';
import { LONG, openPlayground } from '../lib/playground.mjs';
import { save } from '../lib/results.mjs';
import { PLAYGROUND, say, withBrowser } from '../lib/stage.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- shipped: opens the page with each shipped model, on both engines, and compares its test accuracy with the card
  --engine NAME   only cpu or webgpu`;

/** Test images whose answer rounding may change from one engine to the other. */
const MOST = 3;

export async function main(args) {
  const options = readOptions(args, HELP, { engine: { type: 'string' } });
  const { quick, hardware } = options;
  const engines = options.engine ? [options.engine] : ['cpu', 'webgpu'];
  const all = JSON.parse(readFileSync(join(root, 'public/models/index.json'), 'utf8'));
  const cards = all.filter(({ data }) => data === 'MNIST').slice(0, quick ? 1 : undefined);
  await withBrowser({ sites: [PLAYGROUND], hardware }, async ({ browser, sites: [site] }) => {
    const models = [];
    for (const card of cards) {
      const seen = {};
      for (const engine of engines) {
        seen[engine] = await once(browser, `${site.address(true)}?engine=${engine}`, card.name);
        say(`${card.name}, ${engine}: ${seen[engine]} %`);
      }
      models.push({ name: card.name, card: card.test_accuracy, images: card.test_images, seen });
    }
    const apart = ({ card, images }, accuracy) =>
      Math.round(Math.abs(accuracy / 100 - card) * images);
    const rows = models.map((model) => [
      model.name,
      `${(100 * model.card).toFixed(2)} %`,
      ...engines.map((e) => `${model.seen[e]} % (${apart(model, model.seen[e])} apart)`),
    ]);
    console.log(table(['model', 'card', ...engines], rows));
    const most = Math.max(...models.flatMap((m) => engines.map((e) => apart(m, m.seen[e]))));
    console.log(`goal: at most ${MOST} images apart: ${most <= MOST ? 'reached' : 'NOT reached'}`);
    save('shipped', { quick, browser, models });
  });
}

/** Percent of the test images that the page says a model answers rightly. */
async function once(browser, address, name) {
  const page = await openPlayground(browser, `${address}#v=1&weights=${name}`);
  const loaded = ([mark, layers]) =>
    document.querySelector(`[data-testid="${mark}"]`)?.textContent.includes(layers);
  const inputs = name.split('-').slice(0, 2).join(' → ');
  await page.waitForFunction(loaded, ['network', inputs], LONG);
  const text = () =>
    document.querySelector('[data-testid="test-accuracy"]')?.textContent.match(/[\d.]+(?= %)/)?.[0];
  const handle = await page.waitForFunction(text, null, LONG);
  const accuracy = Number(await handle.jsonValue());
  await page.context().close();
  return accuracy;
}
