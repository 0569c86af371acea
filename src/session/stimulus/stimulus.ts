/** What the network looks at: a drawing or a sample of the data set. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ink } from '../../data/pictures/pixels';
import type { Stroke } from '../../data/strokes';
import type { DataRole } from '../../engine/engine';
import type { SampleFilter } from '../data/samples';

/** Where a sample is in its data set; `label` is its class there. */
export interface SampleRef {
  role: DataRole;
  index: number;
  label: number;
}

/** A picture in place of a drawing, as it was read: it becomes another image where the network reads another size. */
export interface ShownPicture {
  /** What its file is called, or "camera". */
  name: string;
  ink: Ink;
  /** Whether it is scaled and centred as drawings are. */
  normalised: boolean;
}

export interface StimulusState {
  /** [height * width] bytes as the network sees them; all 0 for a blank pad. */
  image: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  kind: 'drawing' | 'sample';
  /** What stands in place of strokes, of which there are none then; `kind` is "drawing". */
  picture: ShownPicture | null;
  /** Strokes on the pad, in pad units [0, 1]. */
  strokes: Stroke[];
  /** Drawings that undo brings back, the latest last. */
  past: Stroke[][];
  /** Drawings that redo brings back, the latest last. */
  future: Stroke[][];
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
    picture: null,
    strokes: [],
    past: [],
    future: [],
    sample: null,
    filter: { label: null, misread: false },
  }));
}
