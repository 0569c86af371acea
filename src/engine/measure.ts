/** Which executor is faster here: each trains on made-up images for a fraction of a second. */
import type { ImageSet } from '../data/image-set';
import { initialise, measureInputSpikes } from '../model/initialise';
import { DEFAULT_NETWORK } from '../model/network';
import { createRandom, STREAM } from '../model/random';
import { DEFAULT_TRAINING } from '../model/training';
import type { Engine } from './engine';

/** Images a second that each executor trains; 0 where it does not work here. */
export interface Comparison {
  cpu: number;
  webgpu: number;
  /** When it was measured, milliseconds since 1970. */
  when: number;
}

/** Clocks in milliseconds: one that never jumps, and the calendar's. */
export interface Clocks {
  now(): number;
  today(): number;
}

/** Milliseconds of training that tell its speed, */
const LONG_ENOUGH = 80;
/** and how often: the fastest counts, since the page may have to do something else meanwhile. */
const TIMES = 3;
/** Steps that are not counted: kernels are compiled, and data moved, at the first ones. */
const FIRST_STEPS = 12;
const MOST_STEPS = 4096;
const IMAGES = 1024;

/** Blots of ink that light about as many pixels as a digit does, at seeded places: [IMAGES, 28, 28]. */
export function madeUpImages(): ImageSet {
  const { width, height } = DEFAULT_NETWORK.input;
  const images = new Uint8Array(IMAGES * width * height);
  const labels = new Uint8Array(IMAGES);
  const random = createRandom(1, STREAM.noise);
  for (let n = 0; n < IMAGES; n++) {
    labels[n] = n % 10;
    // The class says where the blot is, so that there is something to learn.
    const left = 3 + (n % 5) * 3;
    const top = 3 + Math.floor((n % 10) / 5) * 9;
    for (let y = top; y < top + 12; y++)
      for (let x = left; x < left + 11; x++)
        images[(n * height + y) * width + x] = 30 + random.below(226);
  }
  return { width, height, count: IMAGES, images, labels, classes: 10 };
}

/** Images a second that a fresh engine trains, 784-128-10 in batches of 64. */
export async function measureEngine(engine: Engine, { now }: Pick<Clocks, 'now'>): Promise<number> {
  const set = madeUpImages();
  const settings = { ...DEFAULT_TRAINING, epochs: 10_000 };
  await engine.configure(settings);
  await engine.setData('train', set);
  const weights = initialise(DEFAULT_NETWORK, 1, measureInputSpikes(DEFAULT_NETWORK, set.images));
  await engine.setNetwork({ spec: DEFAULT_NETWORK, weights });
  await engine.train(FIRST_STEPS, () => undefined);
  const secondsOf = async (steps: number): Promise<number> => {
    const start = now();
    await engine.train(steps, () => undefined);
    return Math.max(now() - start, 1e-3) / 1000;
  };
  let steps = 16;
  let least = await secondsOf(steps);
  while (least * 1000 < LONG_ENOUGH && steps < MOST_STEPS) {
    steps *= 2;
    least = await secondsOf(steps);
  }
  for (let more = 1; more < TIMES; more++) least = Math.min(least, await secondsOf(steps));
  return (steps * settings.batch) / least;
}

/** Measures both, one after the other. @param open starts an executor; one that rejects, or fails at work, counts as 0 */
export async function compareEngines(
  open: (kind: 'cpu' | 'webgpu') => Promise<Engine>,
  clocks: Clocks,
): Promise<Comparison> {
  const measure = async (kind: 'cpu' | 'webgpu'): Promise<number> => {
    let engine: Engine | undefined;
    try {
      engine = await open(kind);
      return await measureEngine(engine, clocks);
    } catch {
      return 0;
    } finally {
      await engine?.dispose().catch(() => undefined);
    }
  };
  const cpu = await measure('cpu');
  return { cpu, webgpu: await measure('webgpu'), when: clocks.today() };
}

export const fasterOf = ({ cpu, webgpu }: Comparison): 'cpu' | 'webgpu' =>
  webgpu > cpu ? 'webgpu' : 'cpu';

/** "WebGPU trains 61,000 images a second here and the CPU engine 44,000 (measured on 24 Nov 2026)." */
export function comparisonWords({ cpu, webgpu, when }: Comparison): string {
  const rate = (value: number): string =>
    (value >= 1000 ? Math.round(value / 1000) * 1000 : Math.round(value)).toLocaleString('en-GB');
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(when);
  if (webgpu === 0) return `WebGPU does not train here, the CPU engine does (tried on ${date}).`;
  return `WebGPU trains ${rate(webgpu)} images a second here and the CPU engine ${rate(cpu)} (measured on ${date}).`;
}

/** A comparison as it was kept, whoever wrote it; undefined for anything else. */
export function readComparison(value: unknown): Comparison | undefined {
  const { cpu, webgpu, when } = (value ?? {}) as Partial<Record<keyof Comparison, unknown>>;
  const fine = [cpu, webgpu, when].every((x) => typeof x === 'number' && x >= 0 && x < Infinity);
  return fine ? ({ cpu, webgpu, when } as Comparison) : undefined;
}
