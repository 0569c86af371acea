/** A point under way: where it is set and dragged is one step of undo, as a stroke on the pad is. */
import { DEFAULT_PEN, type Stroke } from '../../../data/strokes';
import type { PlanePoint } from '../../../data/points/point';
import type { Session } from '../../../session/session';

type Strokes = Pick<Session['stimulus'], 'beginStroke' | 'extendStroke' | 'withdrawStroke'>;

const inside = (v: number): number => Math.min(Math.max(v, 0), 1);

/** On the pad y grows downwards. Outside the plane a point stays at its edge. */
const strokeAt = ({ x, y }: PlanePoint): Stroke => ({
  points: [{ x: inside(x), y: 1 - inside(y) }],
  width: DEFAULT_PEN,
});

export function createPointPen(stimulus: Strokes) {
  let under = false;
  return {
    isDown: () => under,
    start(at: PlanePoint): void {
      under = true;
      stimulus.beginStroke(strokeAt(at));
    },
    move(at: PlanePoint): void {
      if (under) stimulus.extendStroke(strokeAt(at));
    },
    end(): void {
      under = false;
    },
    withdraw(): void {
      if (under) stimulus.withdrawStroke();
      under = false;
    },
  };
}

export type PointPen = ReturnType<typeof createPointPen>;
