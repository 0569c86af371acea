import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, tidy } from '../kit/mount.test-data';
import { GhostWords } from './ghost-words';
import { SpikesPanel } from './spikes-panel';
import { Tip } from './tip';

afterEach(tidy);

const rasters = page.getByTestId('raster');
const time = page.getByTestId('time');

/** The pixels of a layer's canvas. */
function pixels(layer: number): Uint8ClampedArray {
  const canvas = rasters.nth(layer).element().querySelector('canvas')!;
  return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
}

function differ(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let count = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) count++;
  return count + Math.abs(a.length - b.length);
}

test('shows one raster a layer, says how many spike, and draws at once when the spikes change', async () => {
  const { session } = await mount(<SpikesPanel Tip={Tip} />, 800);
  const { run } = session.spikes.store.getState();
  for (const [layer, { times }] of run!.layers.entries()) {
    const spikes = [...times].filter((t) => t < Infinity).length;
    const raster = rasters.nth(layer);
    await expect.element(raster).toHaveAttribute('data-layer', String(layer));
    await expect.element(raster).toHaveAttribute('data-spikes', String(spikes));
    await expect.element(raster).toHaveTextContent(`${times.length - spikes} silent`);
  }
  const before = pixels(2);
  const marks = performance.getEntriesByName('raster-drawn').length;
  const { layers, potential } = run!;
  const later = layers.map((l) => ({ ...l, times: l.times.map((t) => t + 0.1) }));
  session.spikes.store.setState({ run: { layers: later, potential } });
  // Before any frame has passed.
  expect(performance.getEntriesByName('raster-drawn').length).toBeGreaterThan(marks);
  expect(differ(before, pixels(2))).toBeGreaterThan(100);
});

test('says who decides, and by what lead', async () => {
  const { session } = await mount(<SpikesPanel Tip={Tip} />, 800);
  const { answer } = session.spikes.store.getState();
  const title = `${answer!.class} decides at ${answer!.decisionTime!.toFixed(3)}`;
  await expect.element(page.getByText(title)).toBeVisible();
  await expect.element(time).toHaveTextContent(`t = ${answer!.decisionTime!.toFixed(3)}`);

  // A refresh of the marks alone, as while it trains: the words follow the line, and speak of the same as all other words do.
  const { run, version } = session.spikes.store.getState();
  const left = (of: string) => page.getByText(of).element().getBoundingClientRect().left;
  const before = left(title);
  const layers = run!.layers.map((l) => ({ ...l, times: l.times.map((t) => t + 0.5) }));
  const moved = {
    run: { ...run!, layers },
    answer: { ...answer!, decisionTime: answer!.decisionTime! + 0.5 },
  };
  session.spikes.store.setState({ ...moved, version: version + 1 });
  await vi.waitFor(() => expect(left(title)).not.toBe(before));
  session.spikes.store.setState({ explained: moved.run, wordsVersion: version + 1 });
  const next = `${answer!.class} decides at ${moved.answer.decisionTime.toFixed(3)}`;
  await expect.element(page.getByText(next)).toBeVisible();
});

test('moves the time cursor by keys, and by dragging both ways', async () => {
  const { session, view } = await mount(<SpikesPanel Tip={Tip} />, 800);
  const times = view.derived.times();
  const cursor = page.getByRole('slider', { name: 'Time cursor' });
  cursor.element().focus();
  await userEvent.keyboard('{Home}');
  await expect.element(time).toHaveTextContent('t = 0.000');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  const after = times.filter((t) => t > 0);
  await expect.element(time).toHaveTextContent(`t = ${after[1]!.toFixed(3)}`);
  expect(cursor.element().getAttribute('aria-valuetext')).toBe(`t = ${after[1]!.toFixed(3)}`);

  const stage = cursor.element().parentElement!;
  const box = stage.getBoundingClientRect();
  const send = (type: string, x: number) =>
    stage.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        button: 0,
        buttons: 1,
        bubbles: true,
        clientX: box.left + x,
        clientY: box.top + 4,
      }),
    );
  // A pointer that a script makes up cannot be captured.
  stage.setPointerCapture = () => {};
  send('pointerdown', 100);
  send('pointermove', 300);
  const far = session.playback.store.getState().t!;
  send('pointermove', 200);
  const near = session.playback.store.getState().t!;
  send('pointerup', 200);
  expect(far).toBeGreaterThan(near);
  expect(near).toBeGreaterThan(0);
});

test('plays to the end and stops there', async () => {
  const { session, view } = await mount(<SpikesPanel Tip={Tip} />, 800);
  session.playback.setSpeed(1);
  session.playback.seek(view.derived.end() - 0.2);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.element(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(session.playback.store.getState().t).toBe(view.derived.end());
});

test('lets the keyboard go through the neurons of a layer and select one', async () => {
  const { session } = await mount(<SpikesPanel Tip={Tip} />, 800);
  const neurons = page.getByRole('slider', { name: 'Neurons of hidden' });
  neurons.element().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(session.playback.store.getState().hovered).toEqual({ layer: 1, neuron: 1 });
  expect(neurons.element().getAttribute('aria-valuetext')).toMatch(/^hidden 1 (fires|stays)/);
  await userEvent.keyboard('{Enter}');
  expect(session.playback.store.getState().selected).toEqual({ layer: 1, neuron: 1 });
  await expect.element(page.getByText('pushes hidden 1 to fire')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(session.playback.store.getState().selected).toBeNull();
});

test('tells of a spike beside it, not over it', async () => {
  const { session, view } = await mount(<SpikesPanel Tip={Tip} />, 800);
  for (const neuron of view.derived.run()!.layers[1]!.times.keys()) {
    if (view.derived.run()!.layers[1]!.times[neuron] === Infinity) continue;
    session.playback.hover({ layer: 1, neuron });
    const tip = page.getByTestId('tip');
    await expect.element(tip).toHaveTextContent(`hidden ${neuron} fires`);
    // The tip itself is a point, at the spike.
    const spike = tip.element().getBoundingClientRect().left;
    const words = tip.element().firstElementChild!.getBoundingClientRect();
    expect(Math.max(words.left - spike, spike - words.right)).toBeGreaterThan(8);
  }
});

test('colours by contribution once a neuron is selected', async () => {
  const { session } = await mount(<SpikesPanel Tip={Tip} />, 800);
  const before = pixels(0);
  session.playback.select({ layer: 2, neuron: session.spikes.store.getState().answer!.class! });
  expect(differ(before, pixels(0))).toBeGreaterThan(50);
});

test('draws the spikes before a training step behind the new ones, unless told not to', async () => {
  const { session, view } = await mount(<SpikesPanel Tip={Tip} ghost={<GhostWords />} />, 800);
  await session.training.step();
  expect(view.derived.ghost()).not.toBeNull();
  await expect.element(page.getByText('before the last change')).toBeVisible();
  const ghosted = pixels(1);
  view.store.setState({ ghost: 'off' });
  expect(differ(ghosted, pixels(1))).toBeGreaterThan(5);
});

test('names a blank stimulus', async () => {
  const { session } = await mount(<SpikesPanel Tip={Tip} />, 800);
  session.stimulus.clear();
  await expect.element(page.getByText('no input spike')).toBeVisible();
  await expect.element(rasters.nth(0)).toHaveAttribute('data-spikes', '0');
});
