/** The shared time cursor and what is selected: every view reads them, none owns them. */
import { createStore } from 'zustand/vanilla';

export interface NeuronRef {
  /** 0 is the input layer. */
  layer: number;
  neuron: number;
}

/** Whether both are the same neuron, or both none. */
export function isSameNeuron(a: NeuronRef | null, b: NeuronRef | null): boolean {
  return a?.layer === b?.layer && a?.neuron === b?.neuron;
}

export interface PlaybackState {
  /** Position of the time cursor; null: at rest, at the decision (or the end where there is none). */
  t: number | null;
  playing: boolean;
  /** The cursor is where playing has brought it, or at the start: what comes later is not shown yet. */
  performing: boolean;
  /** Model time a second. */
  speed: number;
  selected: NeuronRef | null;
  hovered: NeuronRef | null;
}

export const SPEEDS = [0.1, 0.25, 0.5, 1] as const;

export function createPlayback() {
  const store = createStore<PlaybackState>(() => ({
    t: null,
    playing: false,
    performing: false,
    speed: 0.25,
    selected: null,
    hovered: null,
  }));
  const { setState, getState } = store;
  return {
    store,
    /** Moves the cursor and stops playing. At the start nothing has happened yet, and nothing of what will is shown. */
    seek: (t: number | null) => setState({ t, playing: false, performing: t === 0 }),
    /** Plays from the cursor, or from 0 where it rests or stands at the end. */
    play: (end: number) =>
      setState(({ t }) => ({
        playing: true,
        performing: true,
        t: t === null || t >= end ? 0 : t,
      })),
    pause: () => setState({ playing: false }),
    /** Stops at t, with what comes later still kept where it was played up to there. */
    stopAt: (t: number) => setState({ t, playing: false }),
    /** Advances a playing cursor by `seconds` of wall time; comes to rest at `end`. */
    tick(seconds: number, end: number) {
      const { playing, t, speed } = getState();
      if (!playing) return;
      const next = (t ?? 0) + seconds * speed;
      setState(next >= end ? { t: end, playing: false, performing: false } : { t: next });
    },
    /** What comes later is shown from now on. */
    reveal: () => setState({ performing: false }),
    setSpeed: (speed: number) => setState({ speed }),
    select: (selected: NeuronRef | null) => setState({ selected }),
    hover(hovered: NeuronRef | null) {
      const old = getState().hovered;
      if (isSameNeuron(old, hovered)) return;
      setState({ hovered });
    },
  };
}

export type Playback = ReturnType<typeof createPlayback>;
