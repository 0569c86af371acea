import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { InputPanel } from '../input/input-panel';
import type { Board } from '../kit/draw/frame';
import { layerDraw } from '../kit/draw/layer-draw';
import { palette, recorder } from '../kit/draw/recorder.test-data';
import { mount, tidy } from '../kit/mount.test-data';
import { NeuronPanel } from '../neuron/neuron-panel';
import { SpikesPanel } from '../spikes/spikes-panel';

afterEach(tidy);

const answer = page.getByTestId('answer');

test('playing keeps back what is to come: marks, decision and answer come when their time does', async () => {
  const { session, view } = await mount(
    <>
      <InputPanel points={null} />
      <SpikesPanel />
      <NeuronPanel />
    </>,
    900,
  );
  const { playback } = session;
  const { derived } = view;
  const { class: winner, decisionTime } = derived.scene().answer!;
  const told = new RegExp(`^${winner} first at t = ${decisionTime!.toFixed(3)}`);
  const flag = page.getByText(`${winner} decides at`);
  const title = page.getByTestId('neuron-title');
  await expect.element(answer).toHaveTextContent(told);
  await expect.element(flag).toBeVisible();
  await expect.element(title).toHaveTextContent(`output ${winner}`);

  /** How many output spikes are drawn. */
  const drawn = () => {
    const board: Board = new Map();
    const frame = { width: 600, height: 160, ratio: 1, palette };
    layerDraw(view, 2, board)(recorder().ctx, frame);
    return board.get(2)!.marks.count;
  };
  const all = drawn();
  expect(all).toBeGreaterThan(0);

  playback.play(derived.end());
  playback.pause();
  expect(drawn()).toBe(0);
  await expect.element(answer).toHaveTextContent(/^no output has fired, the first to fire is/);
  await expect.element(flag).not.toBeInTheDocument();
  await expect.element(page.getByText('The race is on').first()).toBeVisible();
  await expect.element(title).not.toBeInTheDocument();

  playback.setSpeed(1);
  playback.play(derived.end());
  playback.tick(decisionTime! + 1e-3, derived.end());
  playback.pause();
  expect(drawn()).toBe(1);
  await expect.element(answer).toHaveTextContent(told);
  await expect.element(flag).toBeVisible();
  await expect.element(title).toHaveTextContent(`output ${winner}`);

  // Who moves the cursor by hand sees what is to come, faintly.
  playback.seek(decisionTime! / 2);
  expect(drawn()).toBe(all);
  await expect.element(answer).toHaveTextContent(told);
  // At the start nothing has happened yet.
  playback.seek(0);
  expect(drawn()).toBe(0);
  await expect.element(answer).toHaveTextContent(/^no output has fired/);
});

test('right or wrong stands where the answer is; of a drawing nothing is known', async () => {
  const { session, view } = await mount(<InputPanel points={null} />);
  const verdict = page.getByTestId('verdict');
  const seen = new Set<boolean>();
  for (let n = 0; n < 12 && seen.size < 2; n++) {
    const { label } = session.stimulus.store.getState().sample!;
    const isRight = view.derived.scene().answer!.class === label;
    seen.add(isRight);
    await expect.element(verdict).toHaveTextContent(isRight ? 'right' : `should be ${label}`);
    await session.stimulus.step(1);
  }
  session.stimulus.clear();
  await expect.element(verdict).not.toBeInTheDocument();
});
