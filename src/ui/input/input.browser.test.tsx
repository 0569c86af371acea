import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, tidy } from '../kit/mount.test-data';
import { InputPanel } from './input-panel';

afterEach(tidy);

const pad = page.getByTestId('drawing-pad');
const answer = page.getByTestId('answer');

/** Share of the pad's canvas that is not empty, [0, 1]. */
function painted(): number {
  const canvas = pad.element().querySelector('canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) count++;
  return count / (data.length / 4);
}

test('a blank pad asks for a digit, strokes are classified, undo and redo go through them', async () => {
  const { session } = await mount(<InputPanel points={null} />);
  await page.getByTestId('clear-drawing').click();
  await expect.element(answer).toHaveTextContent(/^draw a digit/);
  expect(painted()).toBe(0);

  const { stimulus } = session;
  stimulus.beginStroke({ points: [{ x: 0.5, y: 0.1 }], width: 0.1 });
  const dot = painted();
  stimulus.extendStroke({
    points: [
      { x: 0.5, y: 0.1 },
      { x: 0.5, y: 0.9 },
    ],
    width: 0.1,
  });
  // Drawn in the call itself, not at the next frame.
  expect(dot).toBeGreaterThan(0);
  expect(painted()).toBeGreaterThan(4 * dot);
  await expect.element(answer).toHaveTextContent(/^[012] first at t = |^no output spike/);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(answer).toHaveTextContent(/^draw a digit/);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.element(answer).toHaveTextContent(/^[012] first at t = |^no output spike/);
  await page.getByTestId('clear-drawing').click();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(stimulus.store.getState().strokes).toHaveLength(1);
});

test('the keyboard draws', async () => {
  const { session, view } = await mount(<InputPanel points={null} />);
  const { stimulus } = session;
  stimulus.clear();
  (pad.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(stimulus.store.getState().strokes).toHaveLength(0);
  await userEvent.keyboard(' {ArrowDown}{ArrowDown}{Shift>}{ArrowRight}{/Shift} {ArrowDown}');
  const { strokes } = stimulus.store.getState();
  expect(strokes).toHaveLength(1);
  expect(view.store.getState().penDown).toBe(false);
  const [first, ...rest] = strokes[0]!.points;
  const last = rest.at(-1)!;
  expect(rest).toHaveLength(3);
  expect(last.y - first!.y).toBeCloseTo(0.06, 2);
  expect(last.x - first!.x).toBeCloseTo(0.09, 2);
});

test('a held space puts the pen down and leaves it there; Ctrl Z is not its own', async () => {
  const { view, session } = await mount(<InputPanel points={null} />);
  const { stimulus } = session;
  stimulus.clear();
  const send = (init: KeyboardEventInit) =>
    pad
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  for (const repeat of [false, true, true, true]) send({ key: ' ', repeat });
  send({ key: 'ArrowDown' });
  const { strokes } = stimulus.store.getState();
  expect(strokes.map(({ points }) => points.length)).toEqual([2]);
  expect(view.store.getState().penDown).toBe(true);
  expect(send({ key: 'z', ctrlKey: true })).toBe(true);
});

test('a mouse draws one stroke from pressing to letting go', async () => {
  const { session } = await mount(<InputPanel points={null} />);
  session.stimulus.clear();
  await userEvent.dragAndDrop(pad, pad, {
    sourcePosition: { x: 60, y: 30 },
    targetPosition: { x: 60, y: 200 },
  });
  const { strokes } = session.stimulus.store.getState();
  expect(strokes).toHaveLength(1);
  const { points } = strokes[0]!;
  const side = pad.element().clientWidth;
  expect(points[0]!.y * side).toBeCloseTo(30, 0);
  expect(points.at(-1)!.y * side).toBeCloseTo(200, 0);
});

test('the pointer over a spike time says which pixel, and shares it with the other views', async () => {
  const { session } = await mount(<InputPanel points={null} />);
  session.stimulus.show('test', 0);
  const side = pad.element().clientWidth;
  const image = session.stimulus.store.getState().image;
  const lit = image.findIndex((byte) => byte > 100);
  const position = {
    x: (((lit % 8) + 0.5) * side) / 8,
    y: ((Math.floor(lit / 8) + 0.5) * side) / 8,
  };
  await userEvent.hover(pad, { position });
  expect(session.playback.store.getState().hovered).toEqual({ layer: 0, neuron: lit });
  await expect
    .element(page.getByText(`pixel x ${lit % 8}, y ${Math.floor(lit / 8)}: ink`))
    .toBeVisible();
});
