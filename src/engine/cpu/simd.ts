/** The kernels in WebAssembly with SIMD (wasm/), on one thread or on several that share their memory. */
import { networkName, type NetworkSpec } from '../../model/network';
import { ADAM } from '../../model/optimizer';
import { EngineError } from '../engine';
import { bufferArena, measure, type Arena } from './arena';
import { describeBatch, describeNetwork, type Descriptor } from './descriptor';
import type { Kernels } from './kernels';
import { createCompany } from './company';
import { createMemory, LANES, type NetworkMemory } from './memory';
import * as at from './wasm/layout';
import { lead, ThreadsLostError, type KernelExports } from './rounds';
import type { KernelProvider } from './network-kernels';

/** Threads that help; they wait for a memory and serve it until it is released. */
export interface ThreadPool {
  readonly helpers: number;
  /** Resolves when every helper serves the network. @param scratch [helpers] addresses */
  attach(memory: WebAssembly.Memory, network: number, scratch: number[]): Promise<void>;
  dispose(): void;
}

const PAGE = 65536;
/** As in scripts/lib/assemblyscript.mjs. */
const MOST_PAGES = 32768;
/** Samples a thread takes at a time where there are several. */
const CHUNK = 8;

/**
 * A job is shared among threads from so many synapses on (times samples). What is less, one thread does in a tenth of a millisecond or two,
 * and a sleeping helper takes as long to wake. While other programs were busy, training 5-30-3 on two threads took three to seven times as
 * long as on one.
 */
const LEAST_SHARED = 2 ** 16;

/** @param threads of a module compiled for shared memory; without one, the module is for plain memory */
export function createSimdKernels(
  module: WebAssembly.Module,
  threads?: ThreadPool,
): KernelProvider {
  const sharesMemory = threads !== undefined;
  /** Undefined once a thread has failed to take part: then this thread does everything alone. */
  let pool = threads;
  /** Ends the helpers' service to the network that was opened last. */
  let leave = (): void => undefined;
  let turn: Promise<void> = Promise.resolve();
  let tell: (message: string) => void = () => undefined;
  const dropThreads = (): void => {
    leave = () => undefined;
    pool?.dispose();
    pool = undefined;
  };
  return {
    get how() {
      return pool?.helpers ? `WebAssembly, ${pool.helpers + 1} threads` : 'WebAssembly';
    },
    whenLost(listener) {
      tell = listener;
    },
    async open(spec, batch, average) {
      const helpers = pool?.helpers ?? 0;
      const build = (arena: Arena): [NetworkMemory, Descriptor] => {
        const memory = createMemory(arena, spec, batch, average, LANES);
        return [memory, describeNetwork(arena, memory, helpers + 1)];
      };
      const shared = allocate(measure(build) + PAGE, sharesMemory, spec);
      // The first page stays empty: no array has the address 0, and the module's constants are there.
      const [memory, descriptor] = build(bufferArena(shared.buffer, PAGE));
      const instance = await WebAssembly.instantiate(module, { env: { memory: shared } });
      const { work } = instance.exports as unknown as KernelExports;
      const network = descriptor.words.byteOffset;
      const [own, ...theirs] = descriptor.scratch.map((scratch) => scratch.byteOffset);
      const words = new Int32Array(shared.buffer, network, at.NETWORK_WORDS);
      // The helpers serve one network at a time. One that they have left still works, on this thread alone.
      let helping = 0;
      turn = turn.then(async () => {
        try {
          leave();
          await pool?.attach(shared, network, theirs);
          if (!pool) return;
          helping = helpers;
          leave = release;
        } catch {
          // Without the helpers one thread does everything; `how` says so.
          dropThreads();
        }
      });
      const release = (): void => {
        const leaving = helping;
        helping = 0;
        try {
          if (leaving > 0) lead(words, at.Job.END, leaving, () => undefined);
        } catch {
          dropThreads();
        }
      };
      await turn;
      const company = createCompany();
      const jobs: Jobs = {
        helpers,
        run(job, { alone = false, first } = {}) {
          const sharing = !alone && helping > 0 && company.together();
          const start = sharing ? performance.now() : 0;
          try {
            const helpers = sharing ? helping : 0;
            const lost = lead(words, job, helpers, () => work(network, 0, own!), first);
            if (sharing) company.worked(performance.now() - start, lost);
          } catch (error) {
            if (error instanceof ThreadsLostError) {
              helping = 0;
              dropThreads();
              tell(error.message);
            }
            throw error;
          }
        },
      };
      return { memory, kernels: createKernels(memory, descriptor, jobs), release };
    },
    dispose: dropThreads,
  };
}

function allocate(bytes: number, shared: boolean, spec: NetworkSpec): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE);
  try {
    return new WebAssembly.Memory(
      shared ? { initial: pages, maximum: MOST_PAGES, shared } : { initial: pages },
    );
  } catch {
    throw new EngineError(
      `The network ${networkName(spec)} needs ${Math.ceil(bytes / 2 ** 20)} MB of memory for this batch, ` +
        'more than can be had here: take a smaller network or a smaller batch.',
    );
  }
}

/** Does a job, `alone` without the helpers. @param options.first what this thread does before it takes part */
type Run = (job: number, options?: { alone?: boolean; first?: () => void }) => void;

interface Jobs {
  helpers: number;
  run: Run;
}

function createKernels(
  memory: NetworkMemory,
  descriptor: Descriptor,
  { helpers, run }: Jobs,
): Kernels {
  const { words, reals } = descriptor;
  const { layers } = memory;
  /** Layers of shared weights have sums of their own. */
  const sharing = layers.some(({ patches }) => patches);
  const prepare = (samples: number): void => {
    describeBatch(descriptor, memory);
    words[at.Network.SAMPLES] = samples;
    words[at.Network.CHUNK] = helpers === 0 ? samples : CHUNK;
  };
  const synapses = layers.reduce(
    (sum, { inputs, neurons, positions }) => sum + inputs * neurons * positions,
    0,
  );
  const isLittle = (samples: number): boolean => helpers === 0 || samples * synapses < LEAST_SHARED;
  // A single sample is done sooner than a sleeping helper wakes, so a drawing is run on this thread alone.
  const isAlone = (samples: number): boolean => samples === 1 || isLittle(samples);
  const runSamples = (samples: number, begun = false, first?: () => void): void => {
    const alone = isAlone(samples);
    words[at.Network.FIRST_DONE] = alone ? 0 : 1;
    if (!alone && !begun) run(at.Job.FIRST);
    run(at.Job.SAMPLES, { alone, ...(first && { first }) });
  };
  return {
    encode(samples, meanwhile) {
      describeBatch(descriptor, memory);
      words[at.Network.SAMPLES] = samples;
      run(at.Job.ENCODE, { alone: isLittle(samples), ...(meanwhile && { first: meanwhile }) });
    },
    forward(samples, average = false, only) {
      const { [at.Network.LAYERS]: count, [at.Network.LAYER_TABLE]: table } = words;
      prepare(samples);
      words[at.Network.LOSS] = at.Loss.NONE;
      words[at.Network.USE_AVERAGE] = average ? 1 : 0;
      if (only !== undefined) {
        // A network of this layer alone, which begins with the spikes of the one before.
        words[at.Network.LAYERS] = 1;
        words[at.Network.LAYER_TABLE] =
          table! + only * at.LAYER_WORDS * Uint32Array.BYTES_PER_ELEMENT;
      }
      runSamples(samples);
      words[at.Network.LAYERS] = count!;
      words[at.Network.LAYER_TABLE] = table!;
    },
    forwardBackward(samples, { loss, margin, temperature }, meanwhile, begun) {
      prepare(samples);
      words[at.Network.LOSS] = loss === 'heuristic' ? at.Loss.HEURISTIC : at.Loss.CROSS_ENTROPY;
      words[at.Network.USE_AVERAGE] = 0;
      reals[at.Network.MARGIN] = margin;
      reals[at.Network.TEMPERATURE] = temperature;
      runSamples(samples, begun, meanwhile);
    },
    update(samples, { optimizer, rate, step, decay }, meanwhile, next = 0) {
      const adam = optimizer === 'adam';
      words[at.Network.SAMPLES] = samples;
      words[at.Network.OPTIMIZER] = adam ? at.Optimizer.ADAM : at.Optimizer.SGD;
      reals[at.Network.RATE] = adam ? rate / (1 - ADAM.beta1 ** (step + 1)) : rate;
      reals[at.Network.CORRECTION] = 1 / Math.sqrt(1 - ADAM.beta2 ** (step + 1));
      reals[at.Network.AVERAGE_DECAY] = decay;
      reals[at.Network.SCALE] = 1 / samples;
      words[at.Network.BROKEN] = 0;
      words[at.Network.AHEAD] = isAlone(next) || layers[0]!.patches ? 0 : next;
      const alone = isLittle(samples);
      if (sharing) run(at.Job.SHARED, { alone });
      run(at.Job.ROWS, { alone, first: meanwhile });
      return words[at.Network.BROKEN] === 0;
    },
  };
}
