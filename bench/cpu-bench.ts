/** Trains on MNIST with the CPU engine in Node, and prints seconds an epoch and the test accuracy. */
import { parseArgs } from 'node:util';
import { readMnist } from '../src/cli/data';
import type { Engine, StepReport } from '../src/engine/engine';
import { spawnNodeThreads } from '../src/engine/cpu/thread-pool.node';
import { createCpuEngine } from '../src/engine/cpu/engine';
import { plainKernels } from '../src/engine/cpu/plain';
import type { KernelProvider } from '../src/engine/cpu/network-kernels';
import { chooseKernels } from '../src/engine/cpu/choose-kernels';
import { initialise, measureInputSpikes } from '../src/model/initialise';
import { networkName } from '../src/model/network';
import { DEFAULT_TRAINING, stepsPerEpoch, type Distortion } from '../src/model/training';
import { parseNetwork } from '../src/model/validate';
import { measureEncoding } from './encode-bench';
import { median } from './lib/statistics.mjs';
import { measureTurns } from './turns-bench';

const { values } = parseArgs({
  options: {
    hidden: { type: 'string', default: '128' },
    epochs: { type: 'string', default: '3' },
    batch: { type: 'string', default: '64' },
    seed: { type: 'string', default: '1' },
    kernel: { type: 'string', default: '1' },
    stride: { type: 'string' },
    train: { type: 'string', default: 'latency' },
    response: { type: 'string', default: 'average-delay' },
    loss: { type: 'string', default: 'heuristic' },
    distort: { type: 'string', default: 'none' },
    threads: { type: 'string', default: '1' },
    turns: { type: 'string' },
    ready: { type: 'boolean', default: false },
    plain: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    encode: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`Trains on MNIST in Node and prints seconds an epoch and the test accuracy.
  --hidden 128       hidden sizes, joined by -
  --batch 64         images a step
  --epochs 3         epochs
  --seed 1           weights and order
  --threads 1        threads of WebAssembly
  --turns N          the same on one thread too, N steps each in turn: seconds an epoch of both, by the median turn
  --ready            spikes of all training images are worked out before the clock starts
  --plain            plain TypeScript instead
  --kernel 1, --stride K, --train latency, --response average-delay, --loss heuristic, --distort none
  --json             one line for programs
  --encode           no training: how long 60,000 images take to be encoded, coding by coding`);
  process.exit();
}

const kernel = Number(values.kernel);
const spec = parseNetwork({
  coding: { kernel, stride: Number(values.stride ?? kernel), train: values.train },
  response: values.response,
  layers: [...values.hidden.split('-').filter(Boolean).map(Number), 10],
});
const settings = {
  ...DEFAULT_TRAINING,
  epochs: Number(values.epochs),
  batch: Number(values.batch),
  seed: Number(values.seed),
  loss: values.loss as 'heuristic' | 'cross-entropy',
  distort: values.distort as Distortion,
};

const train = await readMnist('train');
const test = await readMnist('test');
const provider = values.plain
  ? plainKernels
  : await chooseKernels({ threads: Number(values.threads), spawnThreads: spawnNodeThreads });
if (values.encode) {
  console.log(`${train.count} images: CPU (${provider.how})`);
  await measureEncoding(train, provider, 3);
  process.exit();
}
const weights = initialise(spec, settings.seed, measureInputSpikes(spec, train.images));
const prepare = async (at: KernelProvider): Promise<Engine> => {
  const engine = await createCpuEngine({ provider: at });
  await engine.setData('train', train);
  await engine.setData('test', test);
  await engine.configure(settings);
  await engine.setNetwork({ spec, weights });
  return engine;
};
const engine = await prepare(provider);

const seconds: number[] = [];
const steps = stepsPerEpoch(train.count, settings.batch);
if (values.turns) {
  const engines = [await prepare(await chooseKernels({})), engine];
  const taken: number[][] = engines.map(() => []);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const turns = await measureTurns(engines, steps, Number(values.turns));
    for (const [n, seconds] of turns.entries()) taken[n]!.push(steps * median(seconds));
  }
  if (values.json) console.log(JSON.stringify(taken));
  else for (const line of taken) console.log(line.map((s) => s.toFixed(3)).join('  '));
  process.exit();
}
if (values.ready) await engine.evaluate('train');
let last: StepReport | undefined;
for (let epoch = 0; epoch < settings.epochs; epoch++) {
  const start = performance.now();
  await engine.train(steps, (reports) => {
    last = reports[reports.length - 1];
  });
  seconds.push((performance.now() - start) / 1000);
}
const start = performance.now();
const { accuracy, spikesPerImage } = await engine.evaluate('test');
const evaluation = (performance.now() - start) / 1000;
const result = {
  network: networkName(spec),
  engine: engine.label,
  batch: settings.batch,
  loss: settings.loss,
  epochSeconds: seconds,
  evaluationSeconds: evaluation,
  testAccuracy: accuracy,
  lastLoss: last?.loss,
  spikesPerImage,
};
if (values.json) console.log(JSON.stringify(result));
else {
  console.log(`${result.network}, batch ${result.batch}, ${result.loss}: ${result.engine}`);
  console.log(`  seconds an epoch  ${seconds.map((s) => s.toFixed(2)).join('  ')}`);
  console.log(`  evaluation of ${test.count} images  ${evaluation.toFixed(2)} s`);
  console.log(`  test accuracy  ${(100 * accuracy).toFixed(2)} %`);
}
await engine.dispose();
