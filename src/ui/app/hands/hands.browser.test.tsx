import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { watchHeldEnter } from './held-enter';
import { watchButtons } from './mouse-buttons';
import { watchPalm } from './palm';

let place: HTMLElement;
let told: string[];
let stops: (() => void)[];

beforeEach(() => {
  told = [];
  stops = [];
  place = document.createElement('div');
  document.body.append(place);
  for (const kind of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const) {
    place.addEventListener(kind, ({ pointerType, pointerId, clientX }) => {
      told.push(`${pointerType} ${pointerId} ${kind.slice(7)} ${clientX}`);
    });
  }
});

afterEach(() => {
  for (const stop of stops) stop();
  place.remove();
});

function send(kind: string, init: PointerEventInit, target: Element = place): void {
  target.dispatchEvent(
    new PointerEvent(`pointer${kind}`, { bubbles: true, cancelable: true, button: -1, ...init }),
  );
}

test('the main button of a mouse goes down and up by itself, whichever others are held', () => {
  stops.push(watchButtons());
  const mouse = (kind: string, clientX: number, button: number, buttons: number) =>
    send(kind, { pointerType: 'mouse', pointerId: 1, clientX, button, buttons });
  mouse('down', 10, 2, 2);
  mouse('move', 20, 0, 3);
  mouse('move', 30, -1, 3);
  mouse('move', 40, 0, 2);
  mouse('move', 50, -1, 2);
  mouse('up', 50, 2, 0);
  expect(told).toEqual([
    'mouse 1 down 10',
    'mouse 1 down 20',
    'mouse 1 move 30',
    'mouse 1 up 40',
    'mouse 1 move 50',
    'mouse 1 up 50',
  ]);
});

test('a pen cancels what touched before it, and no touch begins while it is near', () => {
  stops.push(watchPalm());
  let now = 5000;
  vi.spyOn(Event.prototype, 'timeStamp', 'get').mockImplementation(() => now);
  const touch = (kind: string, pointerId: number, clientX: number) =>
    send(kind, { pointerType: 'touch', pointerId, clientX });
  const pen = (kind: string, clientX: number) =>
    send(kind, { pointerType: 'pen', pointerId: 9, clientX });
  touch('down', 2, 90);
  touch('move', 2, 91);
  pen('down', 20);
  touch('move', 2, 92);
  pen('up', 30);
  touch('up', 2, 92);
  now += 900;
  touch('down', 3, 93);
  touch('move', 3, 94);
  touch('up', 3, 94);
  // A pen that hovers is near as well.
  pen('move', 31);
  now += 900;
  touch('down', 4, 95);
  touch('up', 4, 95);
  now += 200;
  touch('down', 5, 50);
  touch('up', 5, 50);
  expect(told).toEqual([
    'touch 2 down 90',
    'touch 2 move 91',
    'touch 2 cancel 90',
    'pen 9 down 20',
    'pen 9 up 30',
    'pen 9 move 31',
    'touch 5 down 50',
    'touch 5 up 50',
  ]);
  vi.restoreAllMocks();
});

test('a held Enter presses a button once, and makes lines where lines are typed', async () => {
  stops.push(watchHeldEnter());
  const button = document.createElement('button');
  const pressed = vi.fn<() => void>();
  button.addEventListener('click', pressed);
  const text = document.createElement('textarea');
  place.append(button, text);
  const held = '{Enter>3/}';
  button.focus();
  await userEvent.keyboard(held);
  expect(pressed).toHaveBeenCalledTimes(1);
  text.focus();
  await userEvent.keyboard(held);
  expect(text.value).toBe('\n\n\n');
});
