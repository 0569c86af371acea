/**
 * The one stream of weights: whoever needs those that the engine has asks here. One read-back is under way at a time for all who ask, and what
 * came of it is given again until the engine has other weights; so whatever changes them goes through here too. What is given
 * belongs to all who were given it: nobody writes into the arrays.
 */
import {
  EngineGoneError,
  type Engine,
  type Moment,
  type Network,
  type Snapshot,
  type StepReport,
  type TrainEnd,
} from '../../engine/engine';
import { createReadBacks, type ReadBacks } from './read-backs';

/** @param atWork the engine at work; null until the first has started */
export function createSnapshots(atWork: () => Engine | null) {
  const listeners = new Set<(moment: Moment) => void>();
  const known = new WeakMap<Engine, ReadBacks>();

  function of(engine: Engine): ReadBacks {
    const found = known.get(engine);
    if (found) return found;
    const made = createReadBacks(engine, (moment) => {
      if (engine === atWork()) listeners.forEach((listener) => listener(moment));
    });
    known.set(engine, made);
    return made;
  }

  function ofPresent(): ReadBacks {
    const engine = atWork();
    if (!engine) throw new EngineGoneError('The engine has not started yet.');
    return of(engine);
  }

  return {
    /** The weights as they are now, also while it trains. @throws EngineGoneError where there is no engine, as `whole` does */
    weights: async (): Promise<Moment> => ofPresent().weights(),
    /** All that a run needs to go on from here, also while it trains. */
    whole: async (): Promise<Snapshot> => ofPresent().whole(),
    /** The newest whole snapshot of the network at work: what a lost engine is restored from; null before the first. */
    last(): Snapshot | null {
      const engine = atWork();
      return engine && of(engine).last();
    },
    /** The weights of the network at work, where they are known without asking; null: not known, as while it trains. */
    held(): Moment | null {
      const engine = atWork();
      return engine && of(engine).held();
    },
    /** Hears of every moment of the network at work that is read back; the function returned ends that. */
    subscribe(listener: (moment: Moment) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Gives an engine, at work or about to be, a network. */
    load: (engine: Engine, network: Network | Snapshot): Promise<void> => of(engine).load(network),
    /** `Engine.train`. */
    train: (
      engine: Engine,
      steps: number,
      onReports: (reports: StepReport[]) => void,
    ): Promise<TrainEnd> => of(engine).train(steps, onReports),
  };
}

export type Snapshots = ReturnType<typeof createSnapshots>;
