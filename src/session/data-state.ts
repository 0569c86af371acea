/** The data set on the page: test samples first, training images in the background. */
import { createStore } from 'zustand/vanilla';
import type { ImageSet } from '../data/image-set';

export interface PartState {
  status: 'absent' | 'loading' | 'ready' | 'failed';
  /** [0, 1] while loading. */
  progress: number;
  set: ImageSet | null;
}

export interface DataState {
  /** "MNIST", or the name of the person's own files. */
  name: string;
  test: PartState;
  train: PartState;
}

export const ABSENT: PartState = { status: 'absent', progress: 0, set: null };

export function createDataStore() {
  return createStore<DataState>(() => ({ name: 'MNIST', test: ABSENT, train: ABSENT }));
}
