/** How a session is looked at: what a link brings of it (link/parts.ts), and what it leaves as it is. It outlives the panels. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DataRole } from '../engine/engine';
import type { Edit } from '../model/explain-what-if';
import { INITIAL, type PartStates } from './link/parts';
import type { Hand } from './what-if/hand';
import type { PanelName } from './panels';

/** What the pad shows: the ink, or the spike times it becomes. */
export type PadShows = 'ink' | 'times';

/** What-ifs of a link, and the image that they are for: a drawing, or a sample by its place. */
export interface AwaitedEdits {
  edits: readonly Edit[];
  image: 'drawing' | { role: DataRole; index: number };
}

interface Unlinked {
  /** What-ifs taken back, the last one at the end. */
  undone: readonly Edit[];
  /** What-ifs of a link whose image is not on show yet; null: none. */
  awaited: AwaitedEdits | null;
  /** On what each what-if was asked, as `lookedAt` gives it. */
  askedOn: ReadonlyMap<Edit, object>;
  /** The spike that a press would take hold of, or that is held; see what-if/take-spike.ts. */
  hand: Hand | null;
  /** Of layers that are scrolled instead of thinned: the first row shown. */
  scroll: Readonly<Record<number, number>>;
  /** Convolutions drawn row by row in place of their maps. */
  asRows: readonly number[];
  /** Which spikes the table lists: of one layer, only the causes of the selected neuron. */
  listed: Readonly<{ layer: number | null; causes: boolean }>;
  /** Whether spikes are heard while the cursor plays, and how loud, [0, 1]. Never from a link: a page is silent until it is asked. */
  sound: boolean;
  volume: number;
  /** What the pad shows of a drawing, and of a sample. */
  pad: Readonly<Record<'drawing' | 'sample', PadShows>>;
  /** A stroke is under way on the pad. */
  penDown: boolean;
  /** The panels of an embedded page; null: a page of its own. */
  embed: readonly PanelName[] | null;
  /** Whether everything is enlarged, for a projector. */
  presenting: boolean;
  /** The lessons are open: their list, or one of them. */
  learning: boolean;
  /** The panel of own classes is open, in place of the samples. */
  teaching: boolean;
}

export type ViewState = PartStates & Unlinked;

/** Where nobody has chosen: drawings start as ink, samples as spike times. */
const UNLINKED: Unlinked = {
  undone: [],
  askedOn: new Map(),
  hand: null,
  awaited: null,
  scroll: {},
  asRows: [],
  listed: { layer: null, causes: false },
  sound: false,
  volume: 0.6,
  pad: { drawing: 'ink', sample: 'times' },
  penDown: false,
  embed: null,
  presenting: false,
  learning: false,
  teaching: false,
};

export function createViewStore(start: Partial<ViewState>): StoreApi<ViewState> {
  return createStore<ViewState>(() => ({ ...INITIAL, ...UNLINKED, ...start }));
}
