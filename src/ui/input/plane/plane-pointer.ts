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

export function planePointer(pen: PointPen) {
  let dragging: number | null = null;

  function end(event: Pressed): void {
    if (event.pointerId !== dragging) return;
    dragging = null;
    pen.end();
  }

  return {
    onPointerDown(event: Pressed) {
      if (event.button !== 0 || dragging !== null) return;
      dragging = event.pointerId;
      event.currentTarget.setPointerCapture(event.pointerId);
      pen.start(placeOf(event));
    },
    onPointerMove(event: Pressed) {
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
