import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pointOf, STEPS } from '../../../data/points/point';
import { DEFAULT_POINTS } from '../../../data/points/points-spec';
import { until } from '../../../session/session.test-data';
import { mount, tidy } from '../../kit/mount.test-data';
import { InputPanel } from '../input-panel';
import { PointInput } from '../point-input';

afterEach(tidy);

const plane = page.getByTestId('plane');
const point = page.getByTestId('point');

async function withPoints() {
  const mounted = await mount(<InputPanel points={<PointInput />} />);
  const { session } = mounted;
  await session.data.loadPoints({ ...DEFAULT_POINTS, count: 64, testCount: 30 });
  await expect.element(plane).toBeVisible();
  await until(() => session.stimulus.store.getState().kind === 'sample');
  return mounted;
}

/** The colour in the middle of a canvas of the plane; 0: what is below the point, 1: the point. */
function colorAt(which: number, x: number, y: number): number[] {
  const canvas = plane.element().querySelectorAll('canvas')[which]!;
  const place = [
    Math.floor(x * (canvas.width - 1)),
    Math.floor((1 - y) * (canvas.height - 1)),
  ] as const;
  return [...canvas.getContext('2d')!.getImageData(...place, 1, 1).data];
}

test('a point is set, dragged out to the edge and moved by keys, each a step of undo', async () => {
  const { session } = await withPoints();
  const side = plane.element().clientWidth;
  await userEvent.dragAndDrop(plane, plane, {
    sourcePosition: { x: side * 0.5, y: side * 0.5 },
    targetPosition: { x: side * 0.8, y: side * 0.2 },
  });
  const bytes = () => [...session.stimulus.store.getState().image];
  const [x, , y] = bytes();
  // A pixel of the screen is about a step.
  expect(Math.abs((x! - 1) / STEPS - 0.8)).toBeLessThan(0.005);
  expect(Math.abs((y! - 1) / STEPS - 0.8)).toBeLessThan(0.005);
  await expect.element(point).toHaveTextContent(/^x 0\.[78]\d\d, y 0\.[78]\d\d$/);
  // The cross-hairs are where it is.
  expect(colorAt(1, 0.8 + 8 / side, 0.8)[3]).toBeGreaterThan(200);
  expect(colorAt(1, 0.5 + 8 / side, 0.5)[3]).toBe(0);

  (plane.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
  expect([bytes()[0], bytes()[2]]).toEqual([x! + 1, y! - 10]);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect([bytes()[0], bytes()[2]]).toEqual([x! + 1, y]);
  await page.getByTestId('clear-drawing').click();
  await expect.element(point).toHaveTextContent('no point yet');
  await expect.element(page.getByTestId('answer')).toHaveTextContent(/^set a point, click or drag/);
  (plane.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}{Shift>}' + '{ArrowLeft}'.repeat(20));
  expect(bytes()[0]).toBe(1);
});

test('the map shows who answers where, and is another one when the weights are', async () => {
  const { session, view } = await withPoints();
  await until(() => session.maps.store.getState().maps !== null);
  const corners = () =>
    [
      [0.02, 0.98],
      [0.98, 0.98],
      [0.02, 0.02],
      [0.98, 0.02],
    ].map(([x, y]) => colorAt(0, x!, y!).join());
  const before = corners();
  expect(before.every((color) => color.endsWith('255'))).toBe(true);
  await session.training.configure({ learningRate: 0.1 });
  for (let step = 0; step < 3; step++) await session.training.step();
  await until(() => corners().join() !== before.join());
  const early = corners();
  await page.getByRole('radio', { name: 'how clear' }).click();
  expect(view.store.getState().depth).toBe('margin');
  expect(corners()).not.toEqual(early);
});

test('the point is seen to be draggable, until it has been dragged', async () => {
  const { session } = await withPoints();
  const hint = page.getByText('drag the point');
  await expect.element(hint).toBeVisible();
  const side = plane.element().clientWidth;
  const cursor = () => getComputedStyle(plane.element()).cursor;
  const { x, y } = pointOf(session.stimulus.store.getState().image);
  await userEvent.hover(plane, { position: { x: x * side, y: (1 - y) * side } });
  expect(cursor()).toBe('grab');
  await userEvent.hover(plane, { position: { x: 3, y: 3 } });
  expect(cursor()).toBe('crosshair');
  await userEvent.click(plane, { position: { x: 20, y: 20 } });
  expect(cursor()).toBe('grab');
  await expect.element(hint).not.toBeInTheDocument();
});

test('a neuron that is pointed at in the circuit has its spike times on the plane, until the pointer leaves', async () => {
  const { session, view } = await withPoints();
  await until(() => session.maps.store.getState().maps !== null);
  const picture = () => plane.element().querySelector('canvas')!.toDataURL();
  const decision = picture();
  const { playback } = session;
  playback.hover({ layer: 1, neuron: 3 });
  const caption = page.getByTestId('plane-shows');
  await expect.element(caption).toHaveTextContent('hidden 3: when it fires');
  const third = picture();
  expect(third).not.toBe(decision);
  playback.hover({ layer: 0, neuron: 1 });
  await expect.element(caption).toHaveTextContent(/x: when it fires$/);
  expect(picture()).not.toBe(third);
  playback.hover(null);
  await expect.element(caption).not.toBeInTheDocument();
  expect(picture()).toBe(decision);
  // In the rasters a pointer tells of spikes, and the plane stays what it is.
  view.store.setState({ shows: 'raster' });
  playback.hover({ layer: 1, neuron: 3 });
  await expect.element(caption).not.toBeInTheDocument();
  expect(picture()).toBe(decision);
});
