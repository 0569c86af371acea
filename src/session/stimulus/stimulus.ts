/** What the network looks at: a drawing or a sample of the data set. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Stroke } from '../../data/strokes';
import type { DataRole } from '../../engine/engine';
import type { SampleFilter } from '../data/samples';

/** Where a sample is in its data set; `label` is its class there. */
export interface SampleRef {
  role: DataRole;
  index: number;
  label: number;
}

export interface StimulusState {
  /** [height * width] bytes as the network sees them; all 0 for a blank pad. */
  image: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  kind: 'drawing' | 'sample';
  /** Strokes on the pad, in pad units [0, 1]. */
  strokes: Stroke[];
  /** Strokes taken back, for redo. */
  undone: Stroke[];
  /** What the last clear took away, for undo. */
  cleared: Stroke[] | null;
  sample: SampleRef | null;
  /** Which samples next and previous stop at. */
  filter: SampleFilter;
}

export type StimulusStore = StoreApi<StimulusState>;

export function createStimulus(width: number, height: number): StimulusStore {
  return createStore<StimulusState>(() => ({
    image: new Uint8Array(width * height),
    width,
    height,
    kind: 'drawing',
    strokes: [],
    undone: [],
    cleared: null,
    sample: null,
    filter: { label: null, misread: false },
  }));
}
