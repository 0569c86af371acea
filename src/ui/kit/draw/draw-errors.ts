/** Draws every spike's temporal error as an arrow: where learning wants it, earlier (left) or later (right). */
import type { Palette } from '../theme/palette';
import type { Marks } from '../../../view/layout/marks';
import type { TimeScale } from '../../../view/time/time-axis';

export interface ErrorState {
  /** [neurons] dE/dt: positive, should spike earlier. */
  delta: ArrayLike<number>;
  /** Magnitude of the longest arrow: the layer's largest. */
  largest: number;
  /** Neurons whose error is cut short because their slope is below the floor. */
  floored: Set<number>;
}

/** Length in pixels of the largest error's arrow, and the share below which there is only a dot. */
const LONGEST = 30;
const LEAST = 0.05;

export function drawErrors(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  marks: Marks,
  scale: TimeScale,
  { delta, largest, floored }: ErrorState,
): void {
  for (let k = 0; k < marks.count; k++) {
    const i = marks.neuron[k]!;
    const x = marks.x[k]!;
    const y = marks.y[k]!;
    const share = largest > 0 ? delta[i]! / largest : 0;
    if (Math.abs(share) < LEAST) {
      ctx.globalAlpha = 0.35;
      ctx.fillStyle = palette.soft;
      ctx.fillRect(x - 1.5, y - 1.5, 3, 3);
      continue;
    }
    const earlier = share > 0;
    const strength = Math.sqrt(Math.abs(share));
    const length = 6 + (LONGEST - 6) * strength;
    const to = Math.min(
      Math.max(x + (earlier ? -length : length), scale.left - 8),
      scale.left + scale.width + 8,
    );
    const head = earlier ? 4 : -4;
    ctx.globalAlpha = 0.45 + 0.55 * strength;
    ctx.fillStyle = earlier ? palette.good : palette.bad;
    ctx.strokeStyle = ctx.fillStyle;
    ctx.lineWidth = 1.6;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(to + head, y);
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(to, y);
    ctx.lineTo(to + head * 1.5, y - 3.2);
    ctx.lineTo(to + head * 1.5, y + 3.2);
    ctx.closePath();
    ctx.fill();
    ctx.fillRect(x - 1.5, y - 2.5, 3, 5);
    if (floored.has(i)) {
      // A bar across the arrow's foot: the gradient is cut short here.
      ctx.fillStyle = palette.ink;
      ctx.fillRect(x + (earlier ? 3 : -5), y - 5, 2, 10);
    }
  }
  ctx.globalAlpha = 1;
}
