// `node bench/gpu.mjs [--help]`: how fast the GPU engine trains in the page, in Chromium. The measuring itself is in gpu-page.ts.
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromiumFlags } from '../scripts/chromium-flags.mjs';
import { findChromium } from '../scripts/find-chromium.mjs';

const HELP = `Trains on MNIST in Chromium (on SwiftShader where there is no GPU) and prints seconds an epoch.
  --hidden 128       hidden sizes, joined by -
  --batch 64         images a step
  --epochs 1         epochs
  --images N         only the first N training images; seconds are scaled to all 60,000
  --kernel, --stride, --train, --response, --loss, --distort, --optimizer, --ema   as in the commands
  --stages           milliseconds a step that each stage takes, instead
  --hardware         on the real GPU
  --json             one line of JSON`;

const { values } = parseArgs({
  options: {
    hidden: { type: 'string', default: '128' },
    epochs: { type: 'string', default: '1' },
    batch: { type: 'string', default: '64' },
    images: { type: 'string' },
    kernel: { type: 'string', default: '1' },
    stride: { type: 'string' },
    train: { type: 'string', default: 'latency' },
    response: { type: 'string', default: 'average-delay' },
    loss: { type: 'string', default: 'heuristic' },
    distort: { type: 'string', default: 'none' },
    optimizer: { type: 'string', default: 'adam' },
    ema: { type: 'string', default: '0' },
    stages: { type: 'boolean', default: false },
    hardware: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const server = await createServer({ logLevel: 'error', server: { port: 0 } });
await server.listen();
const flags = values.hardware
  ? chromiumFlags.filter((flag) => !flag.startsWith('--use-webgpu-adapter'))
  : chromiumFlags;
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...flags, '--disable-dawn-features=timestamp_quantization'],
});
try {
  const page = await browser.newPage();
  page.on('console', (message) => console.error(message.text()));
  page.on('pageerror', (error) => console.error(error.message));
  const { port } = server.httpServer.address();
  await page.goto(`http://127.0.0.1:${port}/bench/gpu.html`);
  await page.waitForFunction('globalThis.measure');
  const kernel = Number(values.kernel);
  const answer = await page.evaluate((request) => globalThis.measure(request), {
    spec: {
      coding: { kernel, stride: Number(values.stride ?? kernel), train: values.train },
      response: values.response,
      layers: [...values.hidden.split('-').filter(Boolean).map(Number), 10],
    },
    settings: {
      epochs: Number(values.epochs),
      batch: Number(values.batch),
      loss: values.loss,
      distort: values.distort,
      optimizer: values.optimizer,
      ema: Number(values.ema),
    },
    ...(values.images ? { images: Number(values.images) } : {}),
    profile: values.stages,
  });
  if (values.json) {
    console.log(JSON.stringify(answer));
  } else {
    console.log(`${answer.network} on ${answer.adapter}, batch ${values.batch}`);
    for (const [n, stages] of (answer.stages ?? []).entries()) {
      const total = Object.values(stages).reduce((sum, time) => sum + time, 0);
      console.log(`${n === 0 ? 'at first' : 'after 300 steps'}: ${total.toFixed(3)} ms a step`);
      for (const [stage, time] of Object.entries(stages))
        console.log(
          `  ${stage.padEnd(15)} ${time.toFixed(3)} ms  ${((100 * time) / total).toFixed(0).padStart(3)} %`,
        );
    }
    if (!answer.stages) {
      console.log(`seconds an epoch: ${answer.epochs.map((t) => t.toFixed(2)).join(', ')}`);
      console.log(
        `test accuracy ${(100 * answer.testAccuracy).toFixed(2)} %, evaluated in ${answer.evaluateSeconds.toFixed(2)} s`,
      );
    }
  }
} finally {
  await browser.close();
  await server.close();
}
