/** In the page: our engine in its worker, as the playground uses it, driven by bench/lib/contender.mjs. */
import { slice, type ImageSet } from '../../src/data/image-set';
import { loadMnistTest } from '../../src/data/mnist';
import { loadMnistTrain } from '../../src/data/mnist-arriving';
import { createCpuEngine } from '../../src/engine/cpu/engine';
import { chooseKernels } from '../../src/engine/cpu/choose-kernels';
import type { Engine, EngineKind, StepReport } from '../../src/engine/engine';
import { createWorkerEngine } from '../../src/engine/worker/client';
import { initialise, measureInputSpikes } from '../../src/model/initialise';
import { DEFAULT_NETWORK, type NetworkSpec } from '../../src/model/network';
import { DEFAULT_TRAINING, stepsPerEpoch, type TrainingSettings } from '../../src/model/training';
import { parseNetwork } from '../../src/model/validate';
import { timeGroups } from '../lib/time-groups.mjs';
import { timeMaps } from './maps';
import { timed, type StageClock } from './timed-kernels';
import { timeTurns, type TurnsOrder } from './turns';

interface Order {
  kind: EngineKind;
  /** Threads of the CPU engine. */
  threads?: number;
  hidden: number[];
  /** Changes to the default network, but for its layers. */
  network?: Partial<NetworkSpec>;
  /** Changes to the default settings. */
  settings?: Partial<TrainingSettings>;
  /** Training images loaded; all without. */
  images?: number;
  /** The CPU engine on the page itself, on one thread, with a clock between its stages (see `stages`). */
  clocked?: boolean;
}

let engine: Engine | undefined;
let stageClock: StageClock | undefined;
/** `step`: training steps made. */
let current: { spec: NetworkSpec; settings: TrainingSettings; step: number };
const data = Promise.all([
  loadMnistTrain({ base: document.baseURI }),
  loadMnistTest({ base: document.baseURI }),
]);

const part = (set: ImageSet, count: number): ImageSet => ({
  ...set,
  count,
  images: set.images.slice(0, count * set.width * set.height),
  labels: set.labels.slice(0, count),
});

function opened(): Engine {
  if (!engine) throw new Error('No engine is open.');
  return engine;
}

async function openClocked(): Promise<Engine> {
  const { provider, clock } = timed(await chooseKernels({ threads: 1 }));
  stageClock = clock;
  return createCpuEngine({ provider });
}

/** New weights, at step 0. */
async function restart(): Promise<void> {
  const { spec, settings } = current;
  const [{ images }] = await data;
  const weights = initialise(spec, settings.seed, measureInputSpikes(spec, images));
  await opened().setNetwork({ spec, weights });
  current.step = 0;
}

const contender = {
  /** Opens an engine in place of the last one. Returns what people call it. */
  async open({
    kind,
    threads,
    hidden,
    network,
    settings,
    images,
    clocked,
  }: Order): Promise<string> {
    await engine?.dispose();
    const [train, test] = await data;
    const spec = parseNetwork({ ...DEFAULT_NETWORK, ...network, layers: [...hidden, 10] });
    current = { spec, settings: { ...DEFAULT_TRAINING, ...settings }, step: 0 };
    engine = clocked
      ? await openClocked()
      : await createWorkerEngine(kind, threads === undefined ? {} : { threads });
    await engine.setData('train', part(train, images ?? train.count));
    await engine.setData('test', test);
    await engine.configure(current.settings);
    await restart();
    // The peers' images are ready before the clock starts, too: here as spikes, which the CPU engine keeps.
    if (kind === 'cpu') await engine.evaluate('train');
    return engine.label;
  },

  /** Back to new weights: what `train` measures then is the beginning of a run, where most samples still have an error. */
  restart,

  /** Makes as many training steps as see `images` images. */
  async train(images: number): Promise<{ images: number; seconds: number }> {
    const steps = stepsPerEpoch(images, current.settings.batch);
    const start = performance.now();
    const { reason, step } = await opened().train(steps, () => undefined);
    const seconds = (performance.now() - start) / 1000;
    if (step - current.step !== steps)
      throw new Error(`Training ended after ${step - current.step} of ${steps} steps: ${reason}.`);
    current.step = step;
    return { images, seconds };
  },

  /** Trains and returns the engine's own reports. */
  async reports(images: number): Promise<StepReport[]> {
    const found: StepReport[] = [];
    const steps = stepsPerEpoch(images, current.settings.batch);
    await opened().train(steps, (reports) => found.push(...reports));
    return found;
  },

  /** Milliseconds a step that each stage of a clocked engine takes, over as many steps. */
  async stages(steps: number): Promise<Record<string, number>> {
    stageClock!.take();
    const { seconds } = await contender.train(steps * current.settings.batch);
    const { forward, backward, update, twice } = stageClock!.take();
    const rest = 1000 * seconds - forward - backward - update - twice;
    const found = { forward, backward, update, 'batch and report': rest };
    return Object.fromEntries(Object.entries(found).map(([name, time]) => [name, time / steps]));
  },

  /** Share of the test set answered correctly. */
  accuracy: async (): Promise<number> => (await opened().evaluate('test')).accuracy,

  /** Milliseconds an image, from its bytes to its spikes back in the page, one at a time, in groups. */
  async classify(groups: number): Promise<number[]> {
    const [, test] = await data;
    return timeGroups(groups, (n) => opened().run(slice(test, n, n + 1)));
  },

  maps: timeMaps,

  turns: async ({ images, ...order }: TurnsOrder & { images?: number }) => {
    const [train] = await data;
    return timeTurns(part(train, images ?? train.count), order);
  },
};

Object.assign(globalThis, { contender });
