/** Trains with the GPU engine and measures it, in a page (gpu-page.ts) or in Node (gpu-node.ts). */
import { slice } from '../src/data/image-set';
import type { GpuChoice, Tuning } from '../src/engine/gpu/device/adapter';
import { createMachine } from '../src/engine/gpu/machine';
import { onePass } from '../src/engine/gpu/device/recorder';
import { stepBytes } from '../src/engine/gpu/batch/steps';
import { initialise, measureInputSpikes } from '../src/model/initialise';
import { networkName } from '../src/model/network';
import { DEFAULT_TRAINING, stepsPerEpoch, type TrainingSettings } from '../src/model/training';
import { parseNetwork } from '../src/model/validate';
import { busyOf } from './gpu-busy';
import { openEngine, type Job, type Sets } from './gpu-job';
import { kernelsOf } from './gpu-stages';
import { wholeOf, type Whole } from './gpu-whole';

/** What is measured: whole epochs, what each stage takes, the GPU's own time in an epoch, the encoding of all images, or all but that. */
export type Measurement = 'epochs' | 'stages' | 'busy' | 'encode' | 'whole';

export interface Request {
  measurement: Measurement;
  spec: unknown;
  settings: Partial<TrainingSettings>;
  /** Training images used (all without); the seconds are scaled to an epoch of all. */
  images?: number;
  /** The layout; the adapter's own without it. */
  tuneFor?: Tuning;
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
  whole?: Whole;
}

/** @param open asks for a device, which belongs to the measurement */
export async function measure(
  open: () => Promise<GpuChoice>,
  sets: Sets,
  { measurement, spec: given, settings: changes, images, tuneFor }: Request,
): Promise<Answer> {
  const { test } = sets;
  const train = slice(sets.train, 0, images ?? sets.train.count);
  const spec = parseNetwork(given);
  const settings = { ...DEFAULT_TRAINING, ...changes };
  const weights = initialise(spec, settings.seed, measureInputSpikes(spec, train.images));
  const choice = await open();
  const { device, label } = choice;
  const job: Job = {
    device,
    label,
    tuneFor: tuneFor ?? choice.tuneFor,
    network: { spec, weights },
    settings,
    train,
    test,
    epoch: sets.train.count,
  };
  const answer: Answer = { adapter: label, network: networkName(spec), seconds: [] };
  const scale = sets.train.count / train.count;
  if (measurement === 'epochs') {
    Object.assign(answer, await epochsOf(job));
  } else if (measurement === 'whole') {
    const another = async (): Promise<GPUDevice> => (await open()).device;
    answer.whole = await wholeOf(job, sets.train, another);
  } else {
    if (measurement === 'stages') answer.stages = await kernelsOf(job);
    else if (measurement === 'busy') {
      const epochs = await busyOf(job);
      answer.seconds = epochs.map(({ seconds }) => seconds);
      answer.busy = epochs.map(({ busy }) => busy!);
    } else answer.seconds = await encodingsOf(job);
    device.destroy();
  }
  answer.seconds = answer.seconds.map((time) => time * scale);
  return answer;
}

async function epochsOf(
  job: Job,
): Promise<Pick<Answer, 'seconds' | 'testAccuracy' | 'evaluateSeconds'>> {
  const engine = await openEngine(job);
  const { settings, train } = job;
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

/** All images to input volleys and spikes in order, once a round. */
async function encodingsOf({ device, tuneFor, network, settings, train }: Job): Promise<number[]> {
  const machine = createMachine(device, tuneFor);
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
