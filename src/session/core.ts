/** What the session's parts share: the stores, the engine at work and the queue of things that must not overlap. */
import type { Engine } from '../engine/engine';
import { createBreakpointsStore } from './breakpoints-watch';
import { createDataStore } from './data-state';
import { createEngineStore } from './engine-state';
import { createMessages, sentence } from './messages';
import { createNetworkStore } from './network';
import type { SessionOptions } from './options';
import { createPlayback } from './playback';
import { createSpikesStore } from './spikes';
import { createStimulus } from './stimulus';
import { createTrainingStore } from './training-state';

export function createCore(options: SessionOptions) {
  const network = createNetworkStore();
  const { input } = network.getState().spec;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    options,
    messages: createMessages(),
    playback: createPlayback(),
    engineStore: createEngineStore(options.choice),
    network,
    data: createDataStore(),
    stimulus: createStimulus(input.width, input.height),
    spikes: createSpikesStore(),
    training: createTrainingStore(),
    breakpoints: createBreakpointsStore(),
    /** The executor at work; null until the first has started. */
    engine: null as Engine | null,
    /** Weights that the page shows in place of the engine's: a replay's; null: the engine's. */
    lens: null as Float32Array<ArrayBuffer>[] | null,

    /** Runs one after the other what replaces the engine, its network or its data. */
    exclusive<T>(work: () => Promise<T>): Promise<T> {
      const result = queue.then(work, work);
      queue = result.catch(() => undefined);
      return result;
    },
    /** Resolves when what was asked for until now has been replaced. */
    settled: (): Promise<unknown> => queue,
    /** Shows the sentence of a failed piece of work instead of throwing it at the page. */
    async guarded(work: () => Promise<void>, topic?: string): Promise<void> {
      try {
        await work();
      } catch (error) {
        this.messages.error(sentence(error), { topic });
      }
    },
  };
}

export type Core = ReturnType<typeof createCore>;
