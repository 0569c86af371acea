/** The data set on the page: test samples first, training images in the background. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImageSet } from '../../data/image-set';
import type { OwnPoints } from '../../data/points/own-points';
import type { Points } from '../../data/points/points-spec';
import { MNIST } from './data-id';

export interface PartState {
  /** `waiting`: there, and given to the engine once that has tried the test images. */
  status: 'absent' | 'loading' | 'waiting' | 'ready' | 'failed';
  /** [0, 1] while loading. */
  progress: number;
  set: ImageSet | null;
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

export const ABSENT: PartState = { status: 'absent', progress: 0, set: null };

/** How far a half is that is on its way: "62 %", "unpacking"; once all bytes are there they still have to be unpacked. */
export function progressWords({
  status,
  progress,
}: Pick<PartState, 'status' | 'progress'>): string {
  if (status === 'waiting') return 'after the test images';
  return progress < 1 ? `${Math.floor(progress * 100)} %` : 'unpacking';
}

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
