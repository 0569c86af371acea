/** Trains with the GPU engine and measures it, in a page (gpu-page.ts) or in Node (gpu-node.ts). */
import { slice, type ImageSet } from '../src/data/image-set';
import type { Network } from '../src/engine/engine';
import type { GpuChoice } from '../src/engine/gpu/device/adapter';
import { createGpuEngine } from '../src/engine/gpu/engine';
import { createMachine } from '../src/engine/gpu/machine';
import { createProfile, onePass } from '../src/engine/gpu/device/recorder';
import { stepBytes } from '../src/engine/gpu/batch/steps';
import { createTimestamps } from '../src/engine/gpu/device/timestamps';
import { createTrainer } from '../src/engine/gpu/batch/training';
import { initialise, measureInputSpikes } from '../src/model/initialise';
import { networkName } from '../src/model/network';
import { DEFAULT_TRAINING, stepsPerEpoch, type TrainingSettings } from '../src/model/training';
import { parseNetwork } from '../src/model/validate';

/** What is measured: whole epochs, what each stage takes, the GPU's own time in an epoch, or the encoding of all images. */
export type Measurement = 'epochs' | 'stages' | 'busy' | 'encode';

export interface Request {
  measurement: Measurement;
  spec: unknown;
  settings: Partial<TrainingSettings>;
  /** Training images used (all without); the seconds are scaled to an epoch of all. */
  images?: number;
}

export interface Answer {
  adapter: string;
  network: string;
  /** Seconds of every epoch; of every encoding of all images. */
  seconds: number[];
  testAccuracy?: number;
  evaluateSeconds?: number;
  /** Milliseconds a step, a stage, early in training and later. */
  stages?: Record<string, number>[];
  /** Of every epoch: the share of its time in which the GPU was in a compute pass. */
  busy?: number[];
}

export interface Sets {
  train: ImageSet;
  test: ImageSet;
}

interface Job {
  device: GPUDevice;
  label: string;
  network: Network;
  settings: TrainingSettings;
  train: ImageSet;
  test: ImageSet;
}

/** Submits of an epoch at most. */
const MOST_SUBMITS = 2048;

/** @param open asks for a device, which belongs to the measurement */
export async function measure(
  open: () => Promise<GpuChoice>,
  sets: Sets,
  { measurement, spec: given, settings: changes, images }: Request,
): Promise<Answer> {
  const { test } = sets;
  const train = slice(sets.train, 0, images ?? sets.train.count);
  const spec = parseNetwork(given);
  const settings = { ...DEFAULT_TRAINING, ...changes };
  const weights = initialise(spec, settings.seed, measureInputSpikes(spec, train.images));
  const { device, label } = await open();
  const job = { device, label, network: { spec, weights }, settings, train, test };
  const answer: Answer = { adapter: label, network: networkName(spec), seconds: [] };
  const scale = sets.train.count / train.count;
  if (measurement === 'epochs') {
    Object.assign(answer, await epochsOf(job));
  } else {
    if (measurement === 'stages') answer.stages = await stagesOf(job);
    else if (measurement === 'busy') Object.assign(answer, await busyOf(job));
    else answer.seconds = await encodingsOf(job);
    device.destroy();
  }
  answer.seconds = answer.seconds.map((time) => time * scale);
  return answer;
}

async function epochsOf({
  device,
  label,
  network,
  settings,
  train,
  test,
}: Job): Promise<Pick<Answer, 'seconds' | 'testAccuracy' | 'evaluateSeconds'>> {
  const engine = await createGpuEngine({ device, label });
  await engine.setNetwork(network);
  await engine.setData('train', train);
  await engine.setData('test', test);
  await engine.configure(settings);
  const perEpoch = stepsPerEpoch(train.count, settings.batch);
  const seconds: number[] = [];
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const start = performance.now();
    await engine.train(perEpoch, () => undefined);
    seconds.push((performance.now() - start) / 1000);
  }
  await engine.evaluate('test', { limit: 1000 });
  const start = performance.now();
  const testAccuracy = (await engine.evaluate('test')).accuracy;
  const evaluateSeconds = (performance.now() - start) / 1000;
  await engine.dispose();
  return { seconds, testAccuracy, evaluateSeconds };
}

/** Epochs as the engine trains them, with two timestamps a submit. */
async function busyOf({
  device,
  network,
  settings,
  train,
}: Job): Promise<Required<Pick<Answer, 'seconds' | 'busy'>>> {
  const machine = createMachine(device);
  await machine.load(network);
  const timestamps = createTimestamps(device, MOST_SUBMITS);
  const trainer = createTrainer(machine, train, (encoder) =>
    onePass(encoder, 'Bench.steps', timestamps.next()),
  );
  await trainer.prepare(settings);
  const seconds: number[] = [];
  const busy: number[] = [];
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    timestamps.reset();
    let left = stepsPerEpoch(train.count, settings.batch);
    let under = 0;
    const start = performance.now();
    while (left + under > 0) {
      if (left > 0 && trainer.free) {
        const before = machine.network!.step;
        trainer.submit(settings, left);
        left -= machine.network!.step - before;
        under++;
      } else {
        await trainer.next();
        under--;
      }
    }
    const time = (performance.now() - start) / 1000;
    seconds.push(time);
    const encoder = device.createCommandEncoder({ label: 'Bench.resolve' });
    timestamps.resolve(encoder);
    device.queue.submit([encoder.finish()]);
    const passes = await timestamps.read();
    busy.push(passes.reduce((sum, pass) => sum + pass, 0) / 1000 / time);
  }
  trainer.destroy();
  return { seconds, busy };
}

/** All images to input volleys and spikes in order, once a round. */
async function encodingsOf({ device, network, settings, train }: Job): Promise<number[]> {
  const machine = createMachine(device);
  /** Images of a submit. */
  const most = 2048;
  const seconds: number[] = [];
  for (let round = 0; round < settings.epochs; round++) {
    const start = performance.now();
    await machine.load(network);
    const images = machine.images('train', train)!;
    const space = machine.workspace('train', { batch: 1, slots: most, steps: 1 });
    for (let first = 0; first < train.count; first += most) {
      const samples = Math.min(most, train.count - first);
      const picks = Uint32Array.from({ length: 2 * samples }, (_, n) => first + (n >> 1));
      device.queue.writeBuffer(space.picks, 0, picks);
      const plan = { first: 0, samples, step: 0, rate: 0 };
      device.queue.writeBuffer(space.stepBuffer, 0, stepBytes(settings, [plan]));
      const encoder = device.createCommandEncoder({ label: 'Bench.encode' });
      const pass = onePass(encoder, 'Bench.encode');
      space.passes.encode(pass, images, samples);
      pass.end();
      device.queue.submit([encoder.finish()]);
    }
    await device.queue.onSubmittedWorkDone();
    seconds.push((performance.now() - start) / 1000);
  }
  return seconds;
}

/**
 * Milliseconds of each stage a step, the least of 20 submits (others may use the machine): the first ones, and 20 after 300. A software
 * adapter takes one step a submit; a real GPU up to 32, so that it need not wake up for each.
 */
async function stagesOf({
  device,
  network,
  settings,
  train,
}: Job): Promise<Record<string, number>[]> {
  const machine = createMachine(device);
  await machine.load(network);
  const profile = createProfile(device);
  const trainer = createTrainer(machine, train, (encoder) => profile.record(encoder));
  await trainer.prepare(settings);
  const most = machine.software ? 1 : 32;
  const found: Record<string, number>[] = [];
  for (const submits of [20, 300, 20]) {
    const seen = new Map<string, number[]>();
    for (let n = 0; n < submits; n++) {
      trainer.submit(settings, most);
      const steps = (await trainer.next()).length;
      if (submits !== 20) continue;
      for (const [stage, time] of await profile.read())
        seen.set(stage, [...(seen.get(stage) ?? []), time / steps]);
    }
    if (submits === 20)
      found.push(
        Object.fromEntries([...seen].map(([stage, times]) => [stage, Math.min(...times)])),
      );
  }
  trainer.destroy();
  return found;
}
