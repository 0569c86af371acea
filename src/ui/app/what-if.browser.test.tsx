import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ask, revert } from '../../view/what-if/what-if';
import { InputPanel } from '../input/input-panel';
import { mount, tidy } from '../kit/mount.test-data';
import { NeuronPanel } from '../neuron/neuron-panel';
import { SpeedWords } from '../spikes/speed-words';
import { WhatIfBar } from '../spikes/what-if-bar';

afterEach(tidy);

const answer = page.getByTestId('answer');

test('a what-if moves the answer, and the spikes on the pad, at once', async () => {
  const { session, view } = await mount(
    <>
      <InputPanel points={null} />
      <SpeedWords />
    </>,
  );
  const { class: before } = view.derived.scene().answer!;
  await expect.element(answer).toHaveTextContent(`${before} first at t = `);
  await expect.element(page.getByText('answered,')).toBeVisible();
  ask(view, { kind: 'silence', layer: 2, neuron: before! });
  const { class: after } = view.derived.scene().answer!;
  expect(after).not.toBe(before);
  await expect
    .element(answer)
    .toHaveTextContent(after === null ? 'no output spike' : `${after} first at t = `);
  await expect.element(answer).toHaveTextContent(/what if$/);
  // The test set was measured without it: its figures would contradict the answer.
  await expect.element(page.getByText('answered,')).not.toBeInTheDocument();

  const moved = session.spikes.store.getState().run!.layers[0]!.times.findIndex((t) => t < 1);
  ask(view, { kind: 'time', layer: 0, neuron: moved, time: 0.987 });
  session.playback.hover({ layer: 0, neuron: moved });
  await expect.element(page.getByText(/^pixel .*, t = 0\.987$/)).toBeVisible();

  revert(view);
  await expect.element(answer).toHaveTextContent(`${before} first at t = `);
  await expect.element(answer).not.toHaveTextContent('what if');
});

test('asks what if a weight were another, and refuses what is no number', async () => {
  const { session, view } = await mount(
    <>
      <WhatIfBar />
      <NeuronPanel />
    </>,
    800,
  );
  const before = view.derived.scene().answer!;
  await page
    .getByRole('button', { name: /^weight from .*: change it$/ })
    .first()
    .click();
  await userEvent.keyboard('-9{Enter}');
  await expect.element(page.getByTestId('what-if')).toHaveTextContent('What if the weight from');
  const after = view.derived.scene().answer!;
  expect([after.class, after.decisionTime]).not.toEqual([before.class, before.decisionTime]);
  await page.getByRole('button', { name: 'Undo the last what-if' }).click();
  expect(view.derived.scene().answer).toEqual(before);
  // An edit that was undone can be redone.
  await expect.element(page.getByTestId('what-if')).toHaveTextContent(/^Taken back: the weight/);
  await page.getByRole('button', { name: 'Redo it' }).click();
  expect(view.derived.scene().answer).toEqual(after);
  await page.getByRole('button', { name: 'Undo the last what-if' }).click();
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect.element(page.getByTestId('what-if')).not.toBeInTheDocument();

  const threshold = page.getByRole('button', { name: /^threshold .*: change it$/ });
  await threshold.click();
  await userEvent.keyboard('abc{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent(/^Threshold must be a number/i);
  // The focus is back on the number, so that the keyboard goes on from there.
  await userEvent.keyboard('{Escape}');
  await expect.element(threshold).toHaveFocus();
  expect(session.messages.store.getState().messages).toEqual([]);
  await threshold.click();
  await userEvent.keyboard('-1{Enter}');
  await expect.element(threshold).toHaveFocus();
  expect(session.messages.store.getState().messages.map((m) => m.text)).toEqual([
    'The threshold must be above 0 and at most 100.',
  ]);
});
