/** Everything there is to know of the engine on one adapter: what `npm run bench -- gpu --hardware` writes down. */
import type { ImageSet } from '../src/data/image-set';
import type { Tuning } from '../src/engine/gpu/device/adapter';
import { countCalls, type Counts } from '../src/engine/gpu/device/counted';
import { networkName } from '../src/model/network';
import { DEFAULT_TRAINING, stepsPerEpoch } from '../src/model/training';
import { busyOf, type BusyEpoch } from './gpu-busy';
import { openEngine, type Job } from './gpu-job';
import { kernelsOf } from './gpu-stages';

export interface Whole {
  adapter: {
    label: string;
    vendor: string;
    architecture: string;
    device: string;
    description: string;
    /** The GPU's clock can be read. */
    timestamps: boolean;
  };
  layout: Tuning;
  network: string;
  batch: number;
  /** Images trained on, of which the epochs are; seconds are scaled to all. */
  images: number;
  /** Seconds of epochs as the engine trains them, from new weights on, with all that belongs to it. */
  epochSeconds: number[];
  /** The same by the trainer alone, watched. */
  watched: BusyEpoch[];
  /** Milliseconds a step that each kernel takes, at first and, by timestamps, after 300 submits. */
  kernels: { by: 'timestamps' | 'differences'; moments: Record<string, number>[] };
  /** Calls and bytes a step, in an epoch after the first. */
  perStep: Counts;
  stepsASubmit: number;
  /** Seconds of training alone until so much of the test set is answered; null where it is not reached. */
  race: { goal: number; seconds: number | null; images: number; accuracy: number };
}

const RACE = { goal: 0.97, chunk: 6400, most: 5 * 60_000 };

/**
 * @param all the whole training set
 * @param another gives another device of the same adapter
 */
export async function wholeOf(
  job: Job,
  all: ImageSet,
  another: () => Promise<GPUDevice>,
): Promise<Whole> {
  const { device, label, tuneFor, settings, train } = job;
  const { vendor, architecture, device: name, description } = device.adapterInfo;
  const timestamps = device.features.has('timestamp-query');
  const seconds = await epochs(job);
  const watched = await busyOf({ ...job, device: await another() });
  const moments = await kernelsOf({ ...job, device: await another() });
  const { perStep, stepsASubmit } = await countsOf({ ...job, device: await another() });
  const race = await raceOf({ ...job, device: await another(), train: all });
  return {
    adapter: { label, vendor, architecture, device: name, description, timestamps },
    layout: tuneFor,
    network: networkName(job.network.spec),
    batch: settings.batch,
    images: train.count,
    epochSeconds: seconds.map((time) => (time * job.epoch) / train.count),
    watched,
    kernels: { by: timestamps ? 'timestamps' : 'differences', moments },
    perStep,
    stepsASubmit,
    race,
  };
}

/** The rate falls as in a run of the usual length, whatever is measured of it. */
const opened = (job: Job) =>
  openEngine({ ...job, settings: { ...job.settings, epochs: DEFAULT_TRAINING.epochs } });

async function epochs(job: Job): Promise<number[]> {
  const engine = await opened(job);
  const steps = stepsPerEpoch(job.train.count, job.settings.batch);
  // Drivers compile in the first steps.
  await engine.train(20, () => undefined);
  await engine.setNetwork(job.network);
  const seconds: number[] = [];
  for (let epoch = 0; epoch < job.settings.epochs; epoch++) {
    const start = performance.now();
    await engine.train(steps, () => undefined);
    seconds.push((performance.now() - start) / 1000);
  }
  await engine.dispose();
  return seconds;
}

async function countsOf(job: Job): Promise<Pick<Whole, 'perStep' | 'stepsASubmit'>> {
  const counted = countCalls(job.device);
  const engine = await opened(job);
  const steps = stepsPerEpoch(job.train.count, job.settings.batch);
  await engine.train(steps, () => undefined);
  counted.take();
  await engine.train(steps, () => undefined);
  const counts = counted.take();
  await engine.dispose();
  const perStep = Object.fromEntries(
    Object.entries(counts).map(([name, n]) => [name, name === 'mostUnderWay' ? n : n / steps]),
  ) as unknown as Counts;
  return { perStep, stepsASubmit: steps / counts.submits };
}

async function raceOf(job: Job): Promise<Whole['race']> {
  const engine = await opened(job);
  const { goal, chunk, most } = RACE;
  let seconds = 0;
  let images = 0;
  let accuracy = 0;
  while (accuracy < goal && images < most) {
    const start = performance.now();
    await engine.train(Math.round(chunk / job.settings.batch), () => undefined);
    seconds += (performance.now() - start) / 1000;
    images += chunk;
    accuracy = (await engine.evaluate('test')).accuracy;
  }
  await engine.dispose();
  return { goal, seconds: accuracy < goal ? null : seconds, images, accuracy };
}
