/**
 * Pointer events of the pad: one pointer draws, and keeps drawing outside the pad until it goes up. A pen's other end takes strokes
 * away; other buttons do nothing. What a hand that holds a pen touches does not come here (`src/ui/app/hands`).
 */
import type { MouseEvent, PointerEvent } from 'react';
import { pointOn, type Pen } from './pen';

type Pressed = PointerEvent<HTMLElement>;

/** The button that a pen's other end is, where the main one is 0. */
const ERASER = 5;

/** Milliseconds in which a second finger makes a pinch of a first one's stroke. */
const PINCH = 300;

export function padPointer(pen: Pen) {
  let drawing: { id: number; type: string; since: number; erases: boolean } | null = null;

  function end(event: Pressed): void {
    if (event.pointerId !== drawing?.id) return;
    drawing = null;
    pen.end();
  }

  function withdraw(): void {
    drawing = null;
    pen.withdraw();
  }

  return {
    onPointerDown(event: Pressed) {
      const { pointerId: id, pointerType: type, button, timeStamp } = event;
      if (drawing) {
        // Two fingers at once are no line from one to the other.
        const pinches = type === 'touch' && drawing.type === type;
        if (pinches && timeStamp - drawing.since < PINCH) withdraw();
        return;
      }
      const erases = button === ERASER;
      if (button !== 0 && !erases) return;
      drawing = { id, type, since: timeStamp, erases };
      event.currentTarget.setPointerCapture(id);
      const at = pointOn(event.currentTarget.getBoundingClientRect(), event);
      if (erases) pen.erase([at]);
      else pen.start(at);
    },
    onPointerMove(event: Pressed) {
      if (event.pointerId !== drawing?.id) return;
      // A release that nobody told of: a menu was open over it.
      if (event.buttons === 0) return end(event);
      const box = event.currentTarget.getBoundingClientRect();
      // A fast pen reports several points an event.
      const native = event.nativeEvent;
      const events = native.getCoalescedEvents?.() ?? [];
      const points = (events.length > 0 ? events : [native]).map((e) => pointOn(box, e));
      if (drawing.erases) pen.erase(points);
      else pen.move(points);
    },
    onPointerUp: end,
    onPointerCancel(event: Pressed) {
      // The system cancels a touch that it takes for a palm: what it drew is taken back.
      if (event.pointerId === drawing?.id && event.pointerType === 'touch') withdraw();
      else end(event);
    },
    onLostPointerCapture: end,
    onContextMenu(event: MouseEvent) {
      if (drawing) event.preventDefault();
    },
  };
}
