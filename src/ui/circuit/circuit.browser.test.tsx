import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, tidy } from '../kit/mount.test-data';
import { createCircuit } from '../../view/circuit/circuit';
import { pointOn } from '../../view/circuit/geometry';
import { ask } from '../../view/what-if/what-if';
import { Circuit } from './circuit';

afterEach(tidy);

const SIZE = { direction: 'across' } as const;

const stage = page.getByRole('slider', { name: /^Circuit/ });

async function mountCircuit() {
  const mounted = await mount(<Circuit />, 800);
  await expect.element(page.getByTestId('circuit-caption')).toHaveTextContent('of 804 synapses');
  return mounted;
}

test('tells the outcome once the race has ended, and not before', async () => {
  const { session, view } = await mountCircuit();
  const { answer } = view.derived.scene();
  const decision = answer!.decisionTime!;
  await expect.element(page.getByText(`${answer!.class} decides at`)).toBeVisible();
  session.playback.seek(decision * 0.99);
  await expect.element(page.getByText('The race is on')).toBeVisible();
  expect(page.getByText('decides at').query()).toBeNull();
  session.playback.seek(decision);
  await expect.element(page.getByText(`${answer!.class} decides at`)).toBeVisible();
});

test('arrow keys lead from tile to tile, Enter selects, Delete silences, and each is read out', async () => {
  const { session, view } = await mountCircuit();
  stage.element().focus();
  await userEvent.keyboard('{ArrowLeft}');
  const hovered = session.playback.store.getState().hovered!;
  expect(hovered.layer).toBe(1);
  await expect
    .element(stage)
    .toHaveAttribute('aria-valuetext', expect.stringMatching(`^hidden ${hovered.neuron} `));
  await userEvent.keyboard('{Enter}');
  expect(session.playback.store.getState().selected).toEqual(hovered);
  await userEvent.keyboard('{Delete}');
  expect(view.store.getState().edits).toEqual([{ kind: 'silence', ...hovered }]);
  await expect
    .element(stage)
    .toHaveAttribute('aria-valuetext', `hidden ${hovered.neuron} is silenced`);
});

test('draws every tile and synapse at the cursor, and what is to come later', async () => {
  const { session } = await mountCircuit();
  const canvas = stage.element().querySelector('canvas')!;
  const inked = () => {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
    return data.filter((_, n) => n % 4 === 3).filter(Boolean).length;
  };
  session.playback.seek(0);
  await expect.poll(inked).toBeGreaterThan(20_000);
  const before = canvas.toDataURL();
  session.playback.seek(0.3);
  expect(canvas.toDataURL()).not.toBe(before);
  // The same moment is the same picture.
  session.playback.seek(0);
  expect(canvas.toDataURL()).toBe(before);
});

test('a synapse tells its weight, and a drag upwards makes it heavier: what if', async () => {
  const { view } = await mountCircuit();
  const element = stage.element() as HTMLElement;
  // The events below are made up, and no pointer of theirs can be captured.
  element.setPointerCapture = () => {};
  const box = element.getBoundingClientRect();
  const circuit = createCircuit(view.derived)({ ...SIZE, width: box.width, height: box.height })!;
  const n = circuit.synapses.list.findIndex(({ layer }) => layer === 2);
  const { layer } = circuit.synapses.list[n]!;
  const at = pointOn(circuit.curves[n]!, 0.9);
  const fire = (type: string, up = 0) =>
    element.dispatchEvent(
      new PointerEvent(type, {
        clientX: box.left + at.x,
        clientY: box.top + at.y - up,
        bubbles: true,
        pointerType: 'mouse',
        buttons: 1,
      }),
    );
  fire('pointermove');
  await expect.element(page.getByText('drag up or down: what if it were another')).toBeVisible();
  fire('pointerdown');
  fire('pointermove', 60);
  fire('pointerup', 60);
  const [edit] = view.store.getState().edits;
  expect(view.store.getState().edits).toHaveLength(1);
  expect(edit).toMatchObject({ kind: 'weight', layer });
  if (edit?.kind !== 'weight') throw new Error('No weight was changed.');
  // Which of the synapses that lie here is nearest is not what is tested.
  const { weights } = view.derived.base();
  const before = weights![1]![edit.postsynaptic * 12 + edit.presynaptic]!;
  expect(edit.value - before).toBeCloseTo(0.5 * Math.max(...weights![1]!.map(Math.abs)), 2);
  await expect.element(page.getByTestId('circuit-told')).toHaveTextContent(/^hidden \d+ to output/);
});

test('a drag to the left on a neuron has its spike come earlier: what if; a silenced one says why not', async () => {
  const { session, view } = await mountCircuit();
  const element = stage.element() as HTMLElement;
  element.setPointerCapture = () => {};
  const box = element.getBoundingClientRect();
  const circuit = createCircuit(view.derived)({ ...SIZE, width: box.width, height: box.height })!;
  const { times } = circuit.volleys[1]!;
  const { neuron, box: at } = circuit.layout.columns[1]!.tiles.find(
    (tile) => tile.neuron !== null && times[tile.neuron]! < Infinity,
  )!;
  const fire = (type: string, { x, y }: typeof at, by = 0) =>
    element.dispatchEvent(
      new PointerEvent(type, {
        clientX: box.left + x + 3 + by,
        clientY: box.top + y + 3,
        bubbles: true,
        pointerType: 'mouse',
        buttons: 1,
      }),
    );
  const was = times[neuron!]!;
  // Of two fingers the first has the neuron: the second one neither takes nor moves its spike.
  const touch = (type: string, pointerId: number, by: number) =>
    element.dispatchEvent(
      new PointerEvent(type, {
        clientX: box.left + at.x + 3 + by,
        clientY: box.top + at.y + 3,
        bubbles: true,
        pointerType: 'touch',
        pointerId,
        buttons: 1,
      }),
    );
  touch('pointerdown', 2, 0);
  touch('pointerdown', 3, 40);
  touch('pointermove', 3, 80);
  touch('pointerup', 3, 80);
  expect(view.store.getState().hand).toBeNull();
  touch('pointermove', 2, 30);
  touch('pointercancel', 3, 30);
  expect(view.store.getState().hand).toMatchObject({ neuron, held: true });
  touch('pointercancel', 2, 30);
  expect(view.store.getState().edits).toEqual([]);

  fire('pointermove', at);
  await expect
    .element(page.getByText('drag left or right: what if it spiked earlier or later'))
    .toBeVisible();
  expect(getComputedStyle(element).cursor).toBe('grab');
  fire('pointerdown', at);
  fire('pointermove', at, -30);
  await expect
    .element(page.getByTestId('held-spike'))
    .toHaveTextContent(
      new RegExp(`hidden ${neuron}: spike at .*earlieroutput \\d: predicted .*, actual `),
    );
  expect(getComputedStyle(element).cursor).toBe('grabbing');
  fire('pointerup', at, -30);
  const [edit] = view.store.getState().edits;
  expect(edit).toMatchObject({ kind: 'time', layer: 1, neuron });
  expect(edit?.kind === 'time' && edit.time).toBeCloseTo(Math.max(0, was - 0.1), 3);
  // A drag selects nothing.
  expect(session.playback.store.getState().selected).toBeNull();
  // With shift an arrow moves the spike of what is selected, and no focus.
  session.playback.select({ layer: 1, neuron: neuron! });
  element.focus();
  const { hovered } = session.playback.store.getState();
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(session.playback.store.getState().hovered).toEqual(hovered);

  ask(view, { kind: 'silence', layer: 1, neuron: neuron! });
  fire('pointerdown', at);
  fire('pointermove', at, -30);
  fire('pointerup', at, -30);
  expect(session.messages.store.getState().messages.map((m) => m.text)).toEqual([
    `hidden ${neuron} is silenced: let it fire again, then move its spike.`,
  ]);
});

test('a neuron is added and removed at its column, and the former network comes back', async () => {
  const { session } = await mountCircuit();
  const layers = () => session.network.store.getState().spec.layers;
  await page.getByRole('button', { name: 'Add a neuron to hidden' }).click();
  await expect.poll(layers).toEqual([13, 3]);
  await page.getByRole('button', { name: 'Add a layer after hidden' }).click();
  await expect.poll(layers).toEqual([13, 13, 3]);
  await page.getByRole('button', { name: 'Remove the layer hidden 2' }).click();
  await expect.poll(layers).toEqual([13, 3]);
  for (const former of [
    [13, 13, 3],
    [13, 3],
    [12, 3],
  ]) {
    await page.getByRole('button', { name: 'Bring the former network back' }).click();
    await expect.poll(layers).toEqual(former);
  }
});
