/** What a session takes from outside, so that tests can bring their own engine, data and clock. */
import type { ImageSet } from '../../data/image-set';
import type { OwnFiles, OwnSets, Reading } from '../../data/own-files';
import type { MadePoints } from '../../data/points/make-points';
import type { OnePicture } from '../../data/pictures/own-pictures';
import type { Points } from '../../data/points/points-spec';
import type { ModelFile } from '../../files/model-file';
import type { ModelCard } from '../../files/shipped-models';
import type { EngineRequest } from '../../engine/choose';
import type { DataRole, Engine, Network } from '../../engine/engine';
import type { Comparison } from '../../engine/measure';
import type { StartedEngine } from '../../engine/start';
import type { StoragePort } from '../runs/storage-port';
import type { LinkState } from '../link/link-table';
import type { RunStorage } from '../runs/runs-storage';

export interface SessionOptions {
  choice: EngineRequest;
  /** What to open with; the default network without. */
  link?: LinkState;
  /** Starts an executor; rejects with a sentence for people. */
  startEngine(choice: EngineRequest): Promise<StartedEngine>;
  /** Measures which executor is faster here; `startEngine` goes by it from then on. */
  measureEngines?(this: void): Promise<Comparison>;
  /** Resolves when the page has had time for what matters more than measuring. */
  idle?(this: void): Promise<void>;
  /** Starts one more executor for work in the background, beside the page's; there is no such work without. */
  startHelper?(): Promise<Engine>;
  /** The page's address, from which engines fetch MNIST's training half themselves where they can. */
  base?: string;
  /** Loads one half of MNIST; `progress` in [0, 1]. */
  loadMnist(role: DataRole, progress: (share: number) => void): Promise<ImageSet>;
  /** Reads a person's own files; on the page without. */
  readFiles?(this: void, files: OwnFiles, reading?: Reading): Promise<OwnSets>;
  /** Reads a picture; on the page without. */
  readPicture?(this: void, file: File): Promise<OnePicture>;
  /** Makes points; on the page without. */
  makePoints?(this: void, points: Points): Promise<MadePoints>;
  /** A model shipped with the page, by name; `progress` in [0, 1]. */
  loadShipped(
    name: string,
    progress?: (share: number) => void,
  ): Promise<Network & Pick<ModelFile, 'metadata'>>;
  /** The cards of all models shipped with the page. */
  listShipped(): Promise<ModelCard[]>;
  /** The tab that the page is in, and whether it was there before: then what it had is brought back. */
  visit?: { tab: string; again: boolean };
  /** Keeps runs between visits; nothing is kept without. */
  storage?: StoragePort;
  /** Keeps the list of runs between visits; they last as long as the page without. */
  runStorage?: RunStorage;
  /** The first of MNIST's test images, where the page brings it along: shown before the others have come. */
  firstSample?: { image: Uint8Array<ArrayBuffer>; label: number };
  /** Milliseconds, monotonic. */
  now(): number;
}

/** Those of the options that a part uses. */
export interface Options<K extends keyof SessionOptions> {
  options: Pick<SessionOptions, K>;
}
