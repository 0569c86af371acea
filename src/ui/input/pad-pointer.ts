/**
 * Pointer events of the pad: one pointer draws, and keeps drawing outside the pad until it goes up. A pen takes over from a
 * finger: what touched the pad before it is the hand that holds it.
 */
import type { PointerEvent } from 'react';
import { pointOn, type Pen } from './pen';

type Pressed = PointerEvent<HTMLElement>;

export function padPointer(pen: Pen) {
  let drawing: { id: number; type: string } | null = null;

  function start(event: Pressed): void {
    if (drawing) pen.withdraw();
    drawing = { id: event.pointerId, type: event.pointerType };
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.start(pointOn(event.currentTarget.getBoundingClientRect(), event));
  }

  function end(event: Pressed): void {
    if (event.pointerId !== drawing?.id) return;
    drawing = null;
    pen.end();
  }

  return {
    onPointerDown(event: Pressed) {
      const takesOver = drawing?.type === 'touch' && event.pointerType === 'pen';
      if (event.button === 0 && (!drawing || takesOver)) start(event);
    },
    onPointerMove(event: Pressed) {
      // With two buttons of a mouse only the first press and the last release are events of their own.
      if (event.pointerType === 'mouse') {
        if (!drawing && event.button === 0) return start(event);
        if (drawing && !(event.buttons & 1)) return end(event);
      }
      if (event.pointerId !== drawing?.id) return;
      const box = event.currentTarget.getBoundingClientRect();
      // A fast pen reports several points an event.
      const native = event.nativeEvent;
      const events = native.getCoalescedEvents?.() ?? [];
      pen.move((events.length > 0 ? events : [native]).map((e) => pointOn(box, e)));
    },
    onPointerUp: end,
    onPointerCancel(event: Pressed) {
      // The system cancels a touch that it takes for a palm: what it drew is taken back.
      if (event.pointerId === drawing?.id && event.pointerType === 'touch') pen.withdraw();
      end(event);
    },
    onLostPointerCapture: end,
  };
}
