/** Pointer events of the plane: one pointer sets the point and drags it, outside the plane along its edge, until it goes up. */
import type { PointerEvent } from 'react';
import type { PlanePoint } from '../../../data/points/point';
import { pointOn } from '../pen';
import type { PointPen } from './point-pen';

type Pressed = PointerEvent<HTMLElement>;

function placeOf(event: Pressed): PlanePoint {
  const { x, y } = pointOn(event.currentTarget.getBoundingClientRect(), event);
  return { x, y: 1 - y };
}

/** Pixels of the page within which the point is taken hold of. */
const HOLD = 14;

/** @param point where the point is that the pen drags; null: there is none */
export function planePointer(pen: Omit<PointPen, 'isDown'>, point: () => PlanePoint | null) {
  let dragging: number | null = null;

  /** The cursor says that the point can be dragged, and that it is. */
  function grip(event: Pressed): void {
    const { clientWidth: width } = event.currentTarget;
    const at = placeOf(event);
    const own = point();
    const over = own && Math.hypot(at.x - own.x, at.y - own.y) * width <= HOLD;
    event.currentTarget.dataset.grip = dragging !== null ? 'held' : over ? 'over' : 'off';
  }

  function end(event: Pressed): void {
    if (event.pointerId !== dragging) return;
    dragging = null;
    pen.end();
    grip(event);
  }

  return {
    onPointerDown(event: Pressed) {
      if (event.button !== 0 || dragging !== null) return;
      dragging = event.pointerId;
      event.currentTarget.setPointerCapture(event.pointerId);
      pen.start(placeOf(event));
      grip(event);
    },
    onPointerMove(event: Pressed) {
      if (dragging === null) grip(event);
      if (event.pointerId !== dragging) return;
      // With two buttons of a mouse the first one's release is no event of its own.
      if (event.pointerType === 'mouse' && !(event.buttons & 1)) return end(event);
      pen.move(placeOf(event));
    },
    onPointerUp: end,
    onPointerCancel(event: Pressed) {
      if (event.pointerId === dragging && event.pointerType === 'touch') pen.withdraw();
      end(event);
    },
    onLostPointerCapture: end,
  };
}
