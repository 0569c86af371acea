import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, tidy } from '../kit/mount.test-data';
import { Circuit } from './circuit';

afterEach(tidy);

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

test('arrow keys lead from tile to tile, Enter selects, and each is read out', async () => {
  const { session, view } = await mountCircuit();
  const winner = view.derived.scene().answer!.class!;
  stage.element().focus();
  await userEvent.keyboard('{ArrowLeft}');
  const hovered = session.playback.store.getState().hovered!;
  expect(hovered.layer).toBe(1);
  await expect
    .element(stage)
    .toHaveAttribute('aria-valuetext', expect.stringMatching(`^hidden ${hovered.neuron} `));
  await userEvent.keyboard('{Enter}');
  expect(session.playback.store.getState().selected).toEqual(hovered);
  expect(winner).toBeGreaterThanOrEqual(0);
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
