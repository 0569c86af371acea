/** The data set on the page: test samples first, training images in the background. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImageSet, SetHead } from '../../data/image-set';
import type { OwnPoints } from '../../data/points/own-points';
import type { Points } from '../../data/points/points-spec';
import { MNIST } from './data-id';

export interface PartState {
  /** `coming`: the engine trains on the images that are there. */
  status: 'absent' | 'loading' | 'coming' | 'ready' | 'failed';
  /** [0, 1] while loading or coming. */
  progress: number;
  /** All of it. */
  set: ImageSet | null;
  /** What it is, while its images are coming. */
  head?: SetHead;
}

export interface DataState {
  /** Which set it is (data-id.ts). */
  id: string;
  /** "MNIST", or the name of the person's own files. */
  name: string;
  /** Whether the test images were held out of the person's training images. */
  heldOut: boolean;
  /** What the points were made from; null: these are no points that were made here. */
  points: Points | null;
  /** Own points of this visit, so that they are there again after others; null: there were none. */
  own: OwnPoints | null;
  test: PartState;
  train: PartState;
}

/** What is known of a half: of one whose images are coming, too. */
export const knownOf = ({ set, head }: PartState): SetHead | null => set ?? head ?? null;

export const ABSENT: PartState = { status: 'absent', progress: 0, set: null };

/** How far a half is that is on its way: "62 %", "unpacking"; once all bytes are there they still have to be unpacked. */
export function progressWords({ progress }: Pick<PartState, 'progress'>): string {
  return progress < 1 ? `${Math.floor(progress * 100)} %` : 'unpacking';
}

/** Whether some of a half is still to come. */
export const isUnderWay = ({ status }: Pick<PartState, 'status'>): boolean =>
  status === 'loading' || status === 'coming';

export type DataStore = StoreApi<DataState>;

export function createDataStore(): DataStore {
  return createStore<DataState>(() => ({
    id: MNIST,
    name: MNIST,
    heldOut: false,
    points: null,
    own: null,
    test: ABSENT,
    train: ABSENT,
  }));
}
