/** Drawing with the keyboard: arrows move the pen, space or enter puts it down and lifts it. */
import type { KeyboardEvent } from 'react';
import { hasModifier } from '../../view/keys';
import type { Pen } from './pen';

const STEP = 0.03;
const START = { x: 0.5, y: 0.3 };
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

const inside = (x: number): number => Math.min(1, Math.max(0, x));

export function padKeys(pen: Pen) {
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (hasModifier(event)) return;
      const from = pen.store.getState().at ?? START;
      const arrow = ARROWS[event.key];
      if (arrow) {
        const far = event.shiftKey ? 3 : 1;
        const at = { x: inside(from.x + arrow[0] * far), y: inside(from.y + arrow[1] * far) };
        pen.store.setState({ at });
        pen.move([at]);
      } else if (event.key === ' ' || event.key === 'Enter') {
        pen.store.setState({ at: from });
        // A held key repeats its event: only the first one lowers or lifts the pen.
        if (event.repeat) {
          // The pen stays as it is.
        } else if (pen.isDown()) pen.end();
        else pen.start(from);
      } else {
        return;
      }
      // The page's own shortcuts use these keys elsewhere.
      event.preventDefault();
      event.stopPropagation();
    },
    onBlur() {
      pen.end();
      pen.store.setState({ at: null });
    },
  };
}
