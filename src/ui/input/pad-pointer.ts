/** Pointer events of the pad: the first pointer draws, and keeps drawing outside the pad until it goes up. */
import type { PointerEvent } from 'react';
import { pointOn, type Pen } from './pen';

export function padPointer(pen: Pen) {
  let pointer: number | null = null;
  const end = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerId !== pointer) return;
    pointer = null;
    pen.end();
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (pointer !== null || event.button !== 0) return;
      pointer = event.pointerId;
      event.currentTarget.setPointerCapture(pointer);
      pen.start(pointOn(event.currentTarget.getBoundingClientRect(), event));
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (event.pointerId !== pointer) return;
      const box = event.currentTarget.getBoundingClientRect();
      // A fast pen reports several points an event.
      const native = event.nativeEvent;
      const events = native.getCoalescedEvents?.() ?? [];
      pen.move((events.length > 0 ? events : [native]).map((e) => pointOn(box, e)));
    },
    onPointerUp: end,
    onPointerCancel: end,
    onLostPointerCapture: end,
  };
}
