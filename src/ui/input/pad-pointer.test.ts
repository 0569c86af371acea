import type { PointerEvent } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { padPointer } from './pad-pointer';
import type { Pen } from './pen';

/** The pad's pointers over a pen that writes down what it is told; the pad is 100 pixels wide. */
function recorded() {
  const told: string[] = [];
  const pen: Pen = {
    store: null!,
    isDown: () => false,
    start: ({ x }) => void told.push(`start ${x}`),
    move: (points) => void told.push(...points.map(({ x }) => `move ${x}`)),
    erase: (points) => void told.push(...points.map(({ x }) => `erase ${x}`)),
    end: () => void told.push('end'),
    withdraw: () => void told.push('withdraw'),
  };
  const pointer = padPointer(pen);
  type Kind = keyof typeof pointer;
  const currentTarget = {
    setPointerCapture: vi.fn<(id: number) => void>(),
    getBoundingClientRect: () => ({ left: 0, top: 0, width: 100, height: 100 }),
  };
  const send = (
    kind: Kind,
    pointerType: string,
    clientX: number,
    rest: { button?: number; buttons?: number; timeStamp?: number; pointerId?: number } = {},
  ) => {
    const [button, buttons] = kind === 'onPointerMove' ? [-1, 1] : [0, 1];
    const native = { clientX, clientY: 0 };
    const pointerId = { mouse: 1, touch: 2, pen: 3 }[pointerType];
    const own = { pointerId, pointerType, button, buttons, timeStamp: 0, ...native, ...rest };
    pointer[kind]({
      ...own,
      currentTarget,
      nativeEvent: native,
    } as unknown as PointerEvent<HTMLElement>);
  };
  return { told, send };
}

describe('pointers on the pad', () => {
  it('of two fingers at once none draws, of two after one another the first', () => {
    const { told, send } = recorded();
    send('onPointerDown', 'touch', 20);
    send('onPointerDown', 'touch', 80, { pointerId: 5, timeStamp: 120 });
    send('onPointerMove', 'touch', 30);
    send('onPointerMove', 'touch', 70, { pointerId: 5 });
    send('onPointerUp', 'touch', 30);
    send('onPointerUp', 'touch', 70, { pointerId: 5 });
    expect(told.splice(0)).toEqual(['start 0.2', 'withdraw']);
    send('onPointerDown', 'touch', 20);
    send('onPointerDown', 'touch', 80, { pointerId: 5, timeStamp: 900 });
    send('onPointerMove', 'touch', 70, { pointerId: 5 });
    send('onPointerMove', 'touch', 30);
    send('onPointerUp', 'touch', 30);
    expect(told).toEqual(['start 0.2', 'move 0.3', 'end']);
  });

  it('a finger does not take over from a pen', () => {
    const { told, send } = recorded();
    send('onPointerDown', 'pen', 20);
    send('onPointerDown', 'touch', 90);
    send('onPointerMove', 'touch', 91);
    send('onPointerUp', 'pen', 20);
    expect(told).toEqual(['start 0.2', 'end']);
  });

  it('what the system takes for a hand is withdrawn, what a pen drew before it left is kept', () => {
    const { told, send } = recorded();
    send('onPointerDown', 'touch', 90);
    send('onPointerCancel', 'touch', 90);
    expect(told.splice(0)).toEqual(['start 0.9', 'withdraw']);
    send('onPointerDown', 'pen', 90);
    send('onPointerCancel', 'pen', 90);
    expect(told).toEqual(['start 0.9', 'end']);
  });

  it('a pen takes strokes away with its other end; other buttons do nothing', () => {
    const { told, send } = recorded();
    send('onPointerDown', 'pen', 20, { button: 5, buttons: 32 });
    send('onPointerMove', 'pen', 30, { buttons: 32 });
    send('onPointerUp', 'pen', 30, { button: 5, buttons: 0 });
    expect(told.splice(0)).toEqual(['erase 0.2', 'erase 0.3', 'end']);
    send('onPointerDown', 'pen', 20, { button: 2, buttons: 2 });
    send('onPointerMove', 'pen', 30, { buttons: 2 });
    send('onPointerDown', 'mouse', 20, { button: 1, buttons: 4 });
    expect(told).toEqual([]);
  });

  it('a release that nobody told of ends the stroke', () => {
    const { told, send } = recorded();
    send('onPointerDown', 'mouse', 20);
    send('onPointerMove', 'mouse', 90, { buttons: 0 });
    send('onPointerMove', 'mouse', 95, { buttons: 0 });
    expect(told).toEqual(['start 0.2', 'end']);
  });
});
