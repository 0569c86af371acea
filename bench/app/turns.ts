/** One thread, two threads and two engines of one thread at once, in turn in one page: what threads gain does not hang on the machine's pace. */
import type { ImageSet } from '../../src/data/image-set';
import type { Engine } from '../../src/engine/engine';
import { createWorkerEngine } from '../../src/engine/worker/client';
import { initialise, measureInputSpikes } from '../../src/model/initialise';
import { DEFAULT_NETWORK, type NetworkSpec } from '../../src/model/network';
import { DEFAULT_TRAINING, stepsPerEpoch } from '../../src/model/training';
import { parseNetwork } from '../../src/model/validate';
import { measureTurns } from '../turns-bench';

export interface TurnsOrder {
  /** Changes to the default network. */
  network: Partial<NetworkSpec>;
  batch: number;
  epochs: number;
  /** Steps a turn. */
  turn: number;
}

/** @returns seconds a step: [one thread, two threads, two engines of one thread at once, each of them], [turns] */
export async function timeTurns(
  train: ImageSet,
  { network, batch, epochs, turn }: TurnsOrder,
): Promise<number[][]> {
  const spec = parseNetwork({ ...DEFAULT_NETWORK, ...network });
  const settings = { ...DEFAULT_TRAINING, batch, epochs };
  const weights = initialise(spec, settings.seed, measureInputSpikes(spec, train.images));
  const engines: Engine[] = [];
  try {
    for (const threads of [1, 2, 1, 1]) {
      const engine = await createWorkerEngine('cpu', { threads });
      engines.push(engine);
      await engine.setData('train', train);
      await engine.configure(settings);
      await engine.setNetwork({ spec, weights });
      // Every image's spikes are there before the clock starts.
      await engine.evaluate('train');
    }
    const [one, two, a, b] = engines as [Engine, Engine, Engine, Engine];
    const both: Pick<Engine, 'train'> = {
      train: async (...order) => (await Promise.all([a.train(...order), b.train(...order)]))[0],
    };
    const steps = epochs * stepsPerEpoch(train.count, batch);
    return await measureTurns([one, two, both], steps, turn);
  } finally {
    for (const engine of engines) await engine.dispose();
  }
}
