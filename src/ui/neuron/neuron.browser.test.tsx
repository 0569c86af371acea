import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, tidy } from '../kit/mount.test-data';
import { derivedOf } from '../../view/scene/derive';
import { WhatIfBar } from '../spikes/what-if-bar';
import { NeuronPanel } from './neuron-panel';

afterEach(tidy);

const title = page.getByTestId('neuron-title');

test('explains the deciding neuron until another is selected', async () => {
  const session = await mount(<NeuronPanel />, 800);
  const { answer } = session.spikes.store.getState();
  await expect.element(title).toHaveTextContent(`decidesoutput ${answer!.class} fires at`);
  session.playback.select({ layer: 1, neuron: 3 });
  await expect.element(title).toHaveTextContent(/^hidden 3 /);
  await page.getByRole('button', { name: 'The neuron after it' }).click();
  await expect.element(title).toHaveTextContent(/^hidden 4 /);
  await page.getByRole('button', { name: 'Leave hidden 4' }).click();
  await expect.element(title).toHaveTextContent(`output ${answer!.class}`);
});

test('writes the equation with the numbers of the neuron', async () => {
  const session = await mount(<NeuronPanel />, 800);
  const { answer } = session.spikes.store.getState();
  const e = derivedOf(session).explanation({ layer: 2, neuron: answer!.class! })!;
  const equation = page.getByTestId('equation');
  await expect.element(equation).toBeVisible();
  // KaTeX has set it: glyphs for eyes, MathML for screen readers.
  const shown = equation.element();
  expect(shown.querySelector('.katex-html')!.getAttribute('aria-hidden')).toBe('true');
  expect(shown.querySelector('math mfrac')).not.toBeNull();
  expect(shown.querySelector('math')!.textContent).toContain(`=${e.time.toFixed(3)}`);
  const [above, below] = /is (.*) over ([\d.]+),/.exec(shown.ariaLabel!)!.slice(1);
  const sum = above!.split(' + ').reduce((total, part) => total + Number(part), 0);
  expect(sum / Number(below)).toBeCloseTo(e.time, 1);
});

test('sorts the contributions by any column, and goes to where they come from', async () => {
  const session = await mount(<NeuronPanel />, 800);
  const times = () =>
    [...document.querySelectorAll('tbody tr')].map((row) => Number(row.children[1]!.textContent));
  await page.getByRole('button', { name: 't', exact: true }).click();
  await expect
    .element(page.getByRole('columnheader', { name: 't', exact: true }))
    .toHaveAttribute('aria-sort', 'ascending');
  expect(times()).toEqual(times().sort((a, b) => a - b));
  const first = page.getByRole('rowheader').first().getByRole('button');
  const from = first.element().ariaLabel!;
  await first.click();
  await expect.element(title).toHaveTextContent(new RegExp(`^${from} `));
  expect(session.playback.store.getState().selected?.layer).toBe(1);
});

test('says what an input neuron is, and where it goes', async () => {
  const session = await mount(<NeuronPanel />, 800);
  const input = derivedOf(session).volleys()![0]!;
  session.playback.select({ layer: 0, neuron: input.order[0]! });
  await expect.element(page.getByText('bright is early')).toBeVisible();
  await expect.element(page.getByRole('img', { name: /Outgoing weights/ })).toBeVisible();
  session.playback.select({ layer: 0, neuron: input.times.indexOf(Infinity) });
  await expect.element(page.getByText('it never spikes and costs nothing')).toBeVisible();
});

test('asks what if a weight were another, and refuses what is no number', async () => {
  const session = await mount(
    <>
      <WhatIfBar />
      <NeuronPanel />
    </>,
    800,
  );
  const before = derivedOf(session).scene().answer!;
  await page
    .getByRole('button', { name: /^weight from .*: change it$/ })
    .first()
    .click();
  await userEvent.keyboard('-9{Enter}');
  await expect.element(page.getByTestId('what-if')).toHaveTextContent('What if the weight from');
  const after = derivedOf(session).scene().answer!;
  expect([after.class, after.decisionTime]).not.toEqual([before.class, before.decisionTime]);
  await page.getByRole('button', { name: 'Undo the last what-if' }).click();
  expect(derivedOf(session).scene().answer).toEqual(before);
  // What is taken back can be had again.
  await expect.element(page.getByTestId('what-if')).toHaveTextContent(/^Taken back: the weight/);
  await page.getByRole('button', { name: 'Redo it' }).click();
  expect(derivedOf(session).scene().answer).toEqual(after);
  await page.getByRole('button', { name: 'Undo the last what-if' }).click();
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect.element(page.getByTestId('what-if')).not.toBeInTheDocument();

  await page.getByRole('button', { name: /^threshold .*: change it$/ }).click();
  await userEvent.keyboard('abc{Enter}');
  // The next key goes on from here.
  await expect
    .element(page.getByRole('button', { name: /^threshold .*: change it$/ }))
    .toHaveFocus();
  expect(session.messages.store.getState().messages.map((m) => m.text)).toEqual([
    'The threshold must be above 0 and at most 100.',
  ]);
});
