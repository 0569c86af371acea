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
    rest: { button?: number; buttons?: number } = {},
  ) => {
    const [button, buttons] = kind === 'onPointerMove' ? [-1, 1] : [0, 1];
    const native = { clientX, clientY: 0 };
    const pointerId = { mouse: 1, touch: 2, pen: 3 }[pointerType];
    const event = { pointerId, pointerType, button, buttons, ...native, ...rest };
    pointer[kind]({
      ...event,
      currentTarget,
      nativeEvent: native,
    } as unknown as PointerEvent<HTMLElement>);
  };
  return { told, send };
}

describe('pointers on the pad', () => {
  it('a pen takes over from a resting hand, whose stroke is withdrawn', () => {
    const { told, send } = recorded();
    send('onPointerDown', 'touch', 90);
    send('onPointerDown', 'pen', 20);
    send('onPointerMove', 'touch', 91);
    send('onPointerMove', 'pen', 30);
    send('onPointerUp', 'touch', 91);
    send('onPointerUp', 'pen', 30);
    expect(told).toEqual(['start 0.9', 'withdraw', 'start 0.2', 'move 0.3', 'end']);
  });

  it('a finger does not take over from a pen, nor from another finger', () => {
    const { told, send } = recorded();
    send('onPointerDown', 'pen', 20);
    send('onPointerDown', 'touch', 90);
    send('onPointerMove', 'touch', 91);
    send('onPointerUp', 'pen', 20);
    expect(told).toEqual(['start 0.2', 'end']);
  });

  it('what the system takes for a hand is withdrawn', () => {
    const { told, send } = recorded();
    send('onPointerDown', 'touch', 90);
    send('onPointerCancel', 'touch', 90);
    expect(told).toEqual(['start 0.9', 'withdraw', 'end']);
  });

  it('the main button of a mouse draws, whatever the other one does', () => {
    const { told, send } = recorded();
    send('onPointerDown', 'mouse', 10, { button: 2, buttons: 2 });
    send('onPointerMove', 'mouse', 20, { button: 0, buttons: 3 });
    send('onPointerMove', 'mouse', 30, { buttons: 3 });
    send('onPointerMove', 'mouse', 40, { button: 0, buttons: 2 });
    send('onPointerMove', 'mouse', 50, { buttons: 2 });
    send('onPointerUp', 'mouse', 50, { button: 2, buttons: 0 });
    expect(told).toEqual(['start 0.2', 'move 0.3', 'end']);
  });
});
