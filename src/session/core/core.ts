/** What the session's parts share: the stores, the engine at work and the queue of things that must not overlap. */
import { EngineGoneError, type Engine } from '../../engine/engine';
import { createBreakpointsStore } from '../training/breakpoints-watch';
import { createDataStore } from '../data/data-state';
import { createEngineStore } from '../engine/engine-state';
import { createMessages, sentence } from './messages';
import { createNetworkStore } from '../network/network';
import type { SessionOptions } from './options';
import { createPlayback } from '../stimulus/playback';
import { createSpikesStore } from '../stimulus/spikes';
import { createStimulus } from '../stimulus/stimulus';
import { createTrainingStore } from '../training/training-state';

export function createCore(options: SessionOptions) {
  const network = createNetworkStore();
  const { input } = network.getState().spec;
  let queue: Promise<unknown> = Promise.resolve();
  /** Networks under way to the engine; `moves` counts their beginnings and ends. */
  const under = new Set<Promise<unknown>>();
  let moves = 0;
  let waiting = 0;
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
    weightsShown: null as Float32Array<ArrayBuffer>[] | null,

    /** Runs one after the other what replaces the engine, its network or its data. */
    exclusive<T>(work: () => Promise<T>): Promise<T> {
      waiting++;
      const result = queue.then(work, work);
      queue = result.catch(() => undefined).finally(() => waiting--);
      return result;
    },
    /** Whether something of that is under way or waits. */
    isReplacing: (): boolean => waiting > 0,
    /** Resolves when what was asked for until now has been replaced. */
    settled: (): Promise<unknown> => queue,
    /**
     * Gives the engine another network: until the work is over, engine and page speak of different ones, and nobody else is to
     * look at the engine. Who begins a move shows the page anew when it is over.
     */
    async moving<T>(work: () => Promise<T>): Promise<T> {
      moves++;
      const move = work().finally(() => {
        under.delete(move);
        moves++;
      });
      under.add(move);
      return move;
    },
    /** Where the network stands: the same number before and after a look at the engine says that both saw one network. */
    place: (): number | null => (under.size > 0 ? null : moves),
    /** Resolves when no network is under way to the engine. */
    async moved(): Promise<void> {
      while (under.size > 0) await Promise.allSettled(under);
    },
    /** Shows the sentence of a failed piece of work instead of throwing it at the page; where it succeeds, that of an earlier try goes. */
    async guarded(work: () => Promise<void>, topic?: string): Promise<void> {
      const earlier = this.messages.errorsOf(topic);
      try {
        await work();
        earlier.forEach((id) => this.messages.dismiss(id));
      } catch (error) {
        // Told where the engine is replaced.
        if (error instanceof EngineGoneError) return;
        this.messages.error(sentence(error), { topic });
      }
    },
  };
}

export type Core = ReturnType<typeof createCore>;
