/** In the page: trains with the GPU engine and measures it. bench/gpu.mjs opens the page and calls `measure`. */
import { readImageSet } from '../src/data/idx';
import type { ImageSet } from '../src/data/image-set';
import { requestGpu } from '../src/engine/gpu/adapter';
import { createGpuEngine } from '../src/engine/gpu/engine';
import { createMachine } from '../src/engine/gpu/machine';
import { createProfile } from '../src/engine/gpu/recorder';
import { createTrainer } from '../src/engine/gpu/training';
import type { Network } from '../src/engine/engine';
import { initialise, measureInputSpikes } from '../src/model/initialise';
import { networkName } from '../src/model/network';
import { DEFAULT_TRAINING, stepsPerEpoch, type TrainingSettings } from '../src/model/training';
import { parseNetwork } from '../src/model/validate';

export interface Request {
  spec: unknown;
  settings: Partial<TrainingSettings>;
  /** Training images used (all without); the seconds are scaled to an epoch of all. */
  images?: number;
  /** Measure the share of each stage over some steps instead. */
  profile?: boolean;
}

export interface Answer {
  adapter: string;
  network: string;
  /** Seconds of every epoch. */
  epochs: number[];
  testAccuracy?: number;
  evaluateSeconds?: number;
  /** Milliseconds a step, a stage, early in training and later. */
  stages?: Record<string, number>[];
}

const load = async (role: string): Promise<ImageSet> => {
  const file = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await (await fetch(`/data/mnist-${role}-${name}.bin`)).arrayBuffer());
  return readImageSet(await file('images'), await file('labels'));
};

const data = Promise.all([load('train'), load('test')]);

async function measure({
  spec: given,
  settings: changes,
  images,
  profile,
}: Request): Promise<Answer> {
  const [all, test] = await data;
  const train = part(all, images ?? all.count);
  const spec = parseNetwork(given);
  const settings = { ...DEFAULT_TRAINING, ...changes };
  const weights = initialise(spec, settings.seed, measureInputSpikes(spec, train.images));
  const { device, label } = await requestGpu();
  const answer: Answer = { adapter: label, network: networkName(spec), epochs: [] };
  if (profile) {
    answer.stages = await stagesOf(device, { spec, weights }, train, settings);
    device.destroy();
    return answer;
  }
  const engine = await createGpuEngine({ device, label });
  await engine.setNetwork({ spec, weights });
  await engine.setData('train', train);
  await engine.setData('test', test);
  await engine.configure(settings);
  const perEpoch = stepsPerEpoch(train.count, settings.batch);
  const ignore = (): void => undefined;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const start = performance.now();
    await engine.train(perEpoch, ignore);
    answer.epochs.push(((performance.now() - start) / 1000) * (all.count / train.count));
  }
  const start = performance.now();
  answer.testAccuracy = (await engine.evaluate('test')).accuracy;
  answer.evaluateSeconds = (performance.now() - start) / 1000;
  await engine.dispose();
  return answer;
}

function part(set: ImageSet, count: number): ImageSet {
  const size = set.width * set.height;
  return {
    ...set,
    count,
    images: set.images.subarray(0, count * size),
    labels: set.labels.subarray(0, count),
  };
}

/** Milliseconds of each stage, the least of 20 steps (others may use the machine): the first ones, and 20 after 300. */
async function stagesOf(
  device: GPUDevice,
  network: Network,
  set: ImageSet,
  settings: TrainingSettings,
): Promise<Record<string, number>[]> {
  const machine = createMachine(device);
  await machine.load(network);
  const profile = createProfile(device);
  const trainer = createTrainer(machine, set, (encoder) => profile.record(encoder));
  await trainer.prepare(settings);
  const found: Record<string, number>[] = [];
  for (const steps of [20, 300, 20]) {
    const seen = new Map<string, number[]>();
    for (let n = 0; n < steps; n++) {
      trainer.submit(settings, 1);
      await trainer.next();
      if (steps !== 20) continue;
      for (const [stage, time] of await profile.read())
        seen.set(stage, [...(seen.get(stage) ?? []), time]);
    }
    if (steps === 20)
      found.push(Object.fromEntries([...seen].map(([stage, times]) => [stage, best(times)])));
  }
  return found;
}

function best(values: number[]): number {
  return Math.min(...values);
}

declare global {
  var measure: (request: Request) => Promise<Answer>;
}
globalThis.measure = measure;
