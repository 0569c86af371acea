/** One stroke at a time from whatever moves: mouse, finger, pen, or the arrow keys. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { DEFAULT_PEN, type Point, type Stroke } from '../../data/strokes';
import type { Session } from '../../session/session';

/** Points nearer than this (in units of the pad's side) to the last one are left out. */
const NEAR = 0.004;

export interface PenState {
  down: boolean;
  /** Where the arrow keys have moved the pen; null while it is not moved by keys. */
  at: Point | null;
}

export interface Pen {
  store: StoreApi<PenState>;
  isDown: () => boolean;
  start: (at: Point) => void;
  /** Adds points; ignored while the pen is up. */
  move: (points: readonly Point[]) => void;
  end: () => void;
  /** Takes away the strokes that the way of an eraser touches, until `end`. */
  erase: (way: readonly Point[]) => void;
  /** Takes the stroke under way back, as if it had never begun. */
  withdraw: () => void;
}

type Strokes = Pick<
  Session['stimulus'],
  'beginStroke' | 'extendStroke' | 'withdrawStroke' | 'erase'
>;

export function createPen(stimulus: Strokes, width = DEFAULT_PEN): Pen {
  const store = createStore<PenState>(() => ({ down: false, at: null }));
  let stroke: Stroke | null = null;
  let erased = false;
  const end = () => {
    stroke = null;
    erased = false;
    store.setState({ down: false });
  };
  return {
    store,
    isDown: () => stroke !== null,
    start(at) {
      stroke = { points: [at], width };
      // The pen's own state first: the pad then shows ink already when the stroke is reported.
      store.setState({ down: true });
      stimulus.beginStroke(stroke);
    },
    move(points) {
      if (!stroke) return;
      const next = [...stroke.points];
      for (const point of points) {
        const last = next.at(-1)!;
        if (Math.hypot(point.x - last.x, point.y - last.y) >= NEAR) next.push(point);
      }
      if (next.length === stroke.points.length) return;
      stroke = { points: next, width };
      stimulus.extendStroke(stroke);
    },
    erase(way) {
      store.setState({ down: true });
      if (stimulus.erase(way, erased)) erased = true;
    },
    end,
    withdraw() {
      const began = stroke !== null;
      end();
      if (began) stimulus.withdrawStroke();
    },
  };
}

/** The point of a pointer event on an element, in units of its size. */
export function pointOn(
  box: { left: number; top: number; width: number; height: number },
  { clientX, clientY }: { clientX: number; clientY: number },
): Point {
  return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
}
