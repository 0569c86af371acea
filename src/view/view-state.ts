/** How the rasters are looked at: order of rows, stretch of time, ghosts. It outlives the panels. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Images } from '../data/image-set';
import type { DataRole } from '../engine/engine';
import type { Edit } from '../model/explain-what-if';
import type { ErrorTarget } from './scene/error-target';
import type { Sort } from './layout/rows';
import type { TimeWindow } from './time/time-axis';

/** `weights`: only where the input is the same, so that the change is the network's. */
export type GhostMode = 'weights' | 'any' | 'off';

/** A sample by its place in a data set (session/data/data-id.ts). */
export interface PinnedSample {
  data: string;
  role: DataRole;
  index: number;
}

/** A ghost of another kind than the last change; see compare.ts. */
export type Compare =
  | { kind: 'epoch'; step: number }
  | {
      kind: 'pinned';
      /** null: a sample that a link names, until its data set is there. */
      image: Images | null;
      name: string;
      /** Where a link finds it; null: a drawing, which a link cannot bring. */
      sample: PinnedSample | null;
    }
  | { kind: 'counterpart' };

/** One raster a layer; every layer as a grid coloured by first spike time; or every neuron a tile, every synapse a curve. */
export type Shows = 'raster' | 'map' | 'circuit';

export interface ViewState {
  shows: Shows;
  sort: Sort;
  ghost: GhostMode;
  /** In place of it; null: none. */
  compare: Compare | null;
  /** The stretch of time seen; null: all. */
  window: TimeWindow | null;
  /** Temporal errors drawn as arrows, and towards which answer. */
  errors: ErrorTarget;
  /** What-ifs in force, oldest first, and those taken back. */
  edits: readonly Edit[];
  undone: readonly Edit[];
  /** Of layers that are scrolled instead of thinned: the first row shown. */
  scroll: Readonly<Record<number, number>>;
  /** Convolutions drawn row by row in place of their maps. */
  asRows: readonly number[];
  /** The layer drawn large. */
  focus: number | null;
}

export function createViewStore(): StoreApi<ViewState> {
  return createStore<ViewState>(() => ({
    shows: 'raster',
    sort: 'index',
    ghost: 'weights',
    compare: null,
    window: null,
    errors: 'off',
    edits: [],
    undone: [],
    scroll: {},
    asRows: [],
    focus: null,
  }));
}
