/** A brush that lays points along its way. */
import type { PlanePoint } from '../../data/points/point';

/** From a point to the next, in sides of the plane: close enough for a line, far enough to be told apart. */
export const SPACING = 0.04;

/** The points to lay on the straight way from the last one laid to where the brush is, SPACING apart; none where that is nearer. */
export function brushed(last: PlanePoint, to: PlanePoint): PlanePoint[] {
  const [across, up] = [to.x - last.x, to.y - last.y];
  const way = Math.hypot(across, up);
  const count = Math.floor(way / SPACING);
  return Array.from({ length: count }, (_, i) => {
    const share = ((i + 1) * SPACING) / way;
    return { x: last.x + share * across, y: last.y + share * up };
  });
}
