/** Dragging along a time axis that lies on a page which scrolls: a finger that goes up or down scrolls, and moves no time. */
import { useRef, type PointerEvent } from 'react';

/** Pixels a pointer moves before it is a drag; a finger needs more to show its direction. */
const SLOP = { mouse: 4, finger: 10 };

/** The direction of a drag, from how far the pointer has moved; null while that is too little to tell. A mouse drags in any direction. */
export function directionOf(
  { pointerType }: Pick<PointerEvent, 'pointerType'>,
  dx: number,
  dy: number,
): 'across' | 'down' | null {
  const mouse = pointerType === 'mouse';
  if (Math.hypot(dx, dy) <= (mouse ? SLOP.mouse : SLOP.finger)) return null;
  return mouse || Math.abs(dx) > Math.abs(dy) ? 'across' : 'down';
}

type Handled = PointerEvent<HTMLElement>;

interface Gesture {
  /** The pointer that is down, and where it went down. */
  down: { id: number; x: number; y: number } | null;
  dragging: boolean;
}

/** Pointer handlers of an element with `touch-action: pan-y`: `seek` is told where a tap, or a drag along the axis, is. */
export function useAxisDrag(seek: (event: Handled) => void) {
  const gesture = useRef<Gesture>({ down: null, dragging: false });
  const release = () => {
    gesture.current = { down: null, dragging: false };
  };
  return {
    onPointerDown(event: Handled) {
      if (event.button !== 0 || gesture.current.down) return;
      const { pointerId: id, clientX: x, clientY: y } = event;
      event.currentTarget.setPointerCapture(id);
      gesture.current = { down: { id, x, y }, dragging: event.pointerType === 'mouse' };
      if (gesture.current.dragging) seek(event);
    },
    onPointerMove(event: Handled) {
      const g = gesture.current;
      if (event.pointerId !== g.down?.id) return;
      // Another button of the mouse may still be pressed.
      if (!(event.buttons & 1)) return release();
      if (!g.dragging) {
        const way = directionOf(event, event.clientX - g.down.x, event.clientY - g.down.y);
        if (way === 'down') return release();
        g.dragging = way === 'across';
      }
      if (g.dragging) seek(event);
    },
    onPointerUp(event: Handled) {
      const { down, dragging } = gesture.current;
      if (event.pointerId !== down?.id) return;
      if (!dragging) seek(event);
      release();
    },
    onPointerCancel({ pointerId }: Handled) {
      if (pointerId === gesture.current.down?.id) release();
    },
  };
}
