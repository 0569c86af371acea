/** The point moved by arrow keys: a step is one of the steps that a coordinate has, shift makes ten of it. */
import type { KeyboardEvent } from 'react';
import { STEPS, type PlanePoint } from '../../../data/points/point';
import { hasModifier } from '../../../view/keys';
import type { PointPen } from './point-pen';

const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const MIDDLE: PlanePoint = { x: 0.5, y: 0.5 };
const FAR = 10;

/** Where a key moves the point; null: it is no key of the plane. @param from where it is; null: it is nowhere yet */
function movedBy(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  from: PlanePoint | null,
): PlanePoint | null {
  const arrow = ARROWS[key];
  if (!arrow) return null;
  if (!from) return MIDDLE;
  const step = (shiftKey ? FAR : 1) / STEPS;
  const inside = (v: number): number => Math.min(Math.max(v, 0), 1);
  return { x: inside(from.x + arrow[0] * step), y: inside(from.y + arrow[1] * step) };
}

/** @param point where it is; null: it is nowhere yet */
export function planeKeys(pen: PointPen, point: () => PlanePoint | null) {
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (hasModifier(event)) return;
      const to = movedBy(event, point());
      if (!to) return;
      // A key held down is one way, and one step of undo.
      if (event.repeat && pen.isDown()) pen.move(to);
      else pen.start(to);
      // The page's own shortcuts use these keys elsewhere.
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyUp: () => pen.end(),
    onBlur: () => pen.end(),
  };
}
