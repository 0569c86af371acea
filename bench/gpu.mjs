// `node bench/gpu.mjs [--help]`: how fast the GPU engine trains, in Chromium or in Node. The measuring itself is in gpu-measure.ts.
import { parseArgs } from 'node:util';
import { inChromium, inNode } from './lib/gpu-hosts.mjs';
import { shape } from './lib/options.mjs';

const HELP = `Trains on MNIST in Chromium (on SwiftShader where there is no GPU) and prints seconds an epoch.
  --hidden 128       hidden sizes, joined by -; convolutions before them as in a network's name (32c5s2-64c3s2-256)
  --batch 64         images a step
  --epochs 1         epochs
  --images N         only the first N training images; seconds are scaled to all 60,000
  --kernel, --stride, --train, --response, --loss, --distort, --optimizer, --ema   as in the commands
  --stages           milliseconds a step that each stage takes, instead
  --busy             also the share of each epoch in which the GPU is in a compute pass, by its own clock
  --encode           seconds to encode all images, instead; --epochs times
  --hardware         on the real GPU. Alone: all of it and more, against jax-js and TensorFlow.js on the same adapter, in
                     bench/results/gpu-hardware.json
  --rehearse         the same on SwiftShader, laid out as for a real GPU, on fewer images: shows that all is in place
                     (gpu-hardware.quick.json; its figures mean nothing)
  --layout NAME      hardware or software: laid out as for the other kind of adapter
  --node             in Node through the npm package webgpu, on whatever GPU it finds
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
    busy: { type: 'boolean', default: false },
    encode: { type: 'boolean', default: false },
    node: { type: 'boolean', default: false },
    hardware: { type: 'boolean', default: false },
    rehearse: { type: 'boolean', default: false },
    layout: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const kernel = Number(values.kernel);
const { hidden, network } = shape(values.hidden);
const request = {
  measurement: ['stages', 'busy', 'encode'].find((name) => values[name]) ?? 'epochs',
  spec: {
    coding: { kernel, stride: Number(values.stride ?? kernel), train: values.train },
    response: values.response,
    ...network,
    layers: [...hidden, 10],
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
  ...(values.layout ? { tuneFor: values.layout } : {}),
};
if ((values.hardware || values.rehearse) && request.measurement === 'epochs' && !values.json) {
  const { report } = await import('./lib/gpu-report.mjs');
  await report(request, { rehearse: values.rehearse, node: values.node });
  process.exit(0);
}
const answer = values.node ? await inNode(request) : await inChromium(request, values.hardware);
if (values.json) console.log(JSON.stringify(answer));
else print(answer);
// Dawn keeps a process alive as long as there is a device.
if (values.node) process.exit(0);

function print({ network, adapter, seconds, busy, stages, testAccuracy, evaluateSeconds }) {
  console.log(`${network} on ${adapter}, batch ${values.batch}`);
  for (const [n, times] of (stages ?? []).entries()) {
    const total = Object.values(times).reduce((sum, time) => sum + time, 0);
    console.log(`${n === 0 ? 'at first' : 'after 300 submits'}: ${total.toFixed(3)} ms a step`);
    for (const [stage, time] of Object.entries(times))
      console.log(
        `  ${stage.padEnd(15)} ${time.toFixed(4)} ms  ${((100 * time) / total).toFixed(0).padStart(3)} %`,
      );
  }
  const what = values.encode ? 'to encode all images' : 'an epoch';
  if (seconds.length > 0)
    console.log(`seconds ${what}: ${seconds.map((t) => t.toFixed(3)).join(', ')}`);
  if (busy)
    console.log(
      `of it in passes: ${busy.map((share) => `${(100 * share).toFixed(0)} %`).join(', ')}`,
    );
  if (testAccuracy !== undefined)
    console.log(
      `test accuracy ${(100 * testAccuracy).toFixed(2)} %, evaluated in ${evaluateSeconds.toFixed(3)} s`,
    );
}
