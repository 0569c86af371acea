/** What the page and the engine's worker say to each other. Comlink carries it; both sides are held to these types. */
import type { DataRole, Engine, EngineKind, Network, Snapshot, StepReport } from '../engine';
import type { ImageSet, SetHead } from '../../data/image-set';
import type { Loaded } from '../../data/worker/loaded';
import type { SentCount } from './pending-messages';

export interface OpenOrder {
  kind: EngineKind;
  /** A lock that the worker holds as long as it lives: whoever gets it next knows that the worker is gone. */
  lock?: string;
  /** Threads of the CPU engine; as many as make sense without. */
  threads?: number;
  /** Counts the messages that the page sends, this one included. */
  sentCount?: SentCount;
}

/** The worker's side: an Engine, once it is opened. */
export interface EngineHost {
  /**
   * Makes the executor. `onLost` as in Engine. @returns also whether the worker holds the lock
   * @throws EngineError where it cannot run here
   */
  open(
    order: OpenOrder,
    onLost: (message: string) => void,
  ): Promise<{ label: string; holds: boolean }>;
  /** @returns the engine's label: it may work on fewer threads from now on */
  setNetwork(network: Network | Snapshot): Promise<string>;
  /** Makes room for the images of a set; what came for another one before is dropped. @param length bytes */
  beginData(role: DataRole, length: number): Promise<void>;
  /** Some of the images, from byte `offset` on. */
  addData(role: DataRole, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The rest: the set with the images that came. */
  setData(role: DataRole, data: Omit<ImageSet, 'images'>): Promise<void>;
  /**
   * `Engine.fetchTraining`. What comes for an earlier set of this role is dropped, as at `beginData`.
   * @param begun the engine has the set, as far as it is there
   */
  fetchTraining(
    base: string,
    begun: (head: SetHead) => void,
    progress: (share: number) => void,
  ): Promise<Loaded<ImageSet>>;
  configure: Engine['configure'];
  run: Engine['run'];
  maps: Engine['maps'];
  /** @returns how it ended, and how often `onReports` was called: those calls come by another way, and may come later */
  train(
    steps: number,
    onReports: (reports: StepReport[]) => void,
  ): Promise<{ end: Awaited<ReturnType<Engine['train']>>; sent: number }>;
  stop: Engine['stop'];
  evaluate: Engine['evaluate'];
  interrupt: Engine['interrupt'];
  evaluateForced: Engine['evaluateForced'];
  evaluateImprecise: Engine['evaluateImprecise'];
  readWeights: Engine['readWeights'];
  snapshot: Engine['snapshot'];
  dispose: Engine['dispose'];
}
