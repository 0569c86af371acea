import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fullPanelStore, leaveFullPanel } from '../../view/full-panel';
import { TOP } from '../../view/neuron/table';
import { mount, tidy } from '../kit/mount.test-data';
import { NeuronPanel } from './neuron-panel';

afterEach(tidy);

const title = page.getByTestId('neuron-title');

test('explains the deciding neuron until another is selected', async () => {
  const { session } = await mount(<NeuronPanel />, 800);
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
  const { session, view } = await mount(<NeuronPanel />, 800);
  const { answer } = session.spikes.store.getState();
  const e = view.derived.explanation({ layer: 2, neuron: answer!.class! })!;
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
  const { session } = await mount(<NeuronPanel />, 800);
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
  const { session, view } = await mount(<NeuronPanel />, 800);
  const input = view.derived.volleys()![0]!;
  session.playback.select({ layer: 0, neuron: input.order[0]! });
  const why = page.getByTestId('why');
  await expect
    .element(why)
    .toHaveTextContent(/^Pixel x \d, y \d spiked at .* ink is early: t = 1 − /);
  await expect.element(page.getByRole('img', { name: /Outgoing weights/ })).toBeVisible();
  session.playback.select({ layer: 0, neuron: input.times.indexOf(Infinity) });
  await expect
    .element(why)
    .toHaveTextContent(/is paper: .*It never spikes, and nothing has to be computed for it\.$/);
});

test('begins with why it fired; derivatives come when they are asked for, and stay', async () => {
  const { session, view } = await mount(<NeuronPanel />, 800);
  await expect.element(page.getByTestId('why')).toHaveTextContent(/^\d+ spikes? filled it/);
  await expect.element(page.getByTestId('adds-sum')).toHaveTextContent('1.000 = θ');
  const byTime = page.getByRole('columnheader', { name: '∂t/∂tᵢ' });
  await expect.element(byTime).not.toBeInTheDocument();
  await page.getByTestId('sensitivities').click();
  await expect.element(byTime).toBeVisible();
  // All by which the firing time follows the spikes is 1.
  const sums = [...document.querySelectorAll('tfoot td')].map((cell) => cell.textContent);
  expect(sums).toEqual(['1.000 = θ', '1.000', '–']);
  session.playback.select({ layer: 1, neuron: 3 });
  expect(view.store.getState().sensitivities).toBe(true);
});

test('rows in sight and what the others add make the sum, however many are in sight', async () => {
  await mount(<NeuronPanel />, 800);
  const more = page.getByTestId('adds-more');
  await expect.element(more).toHaveTextContent(/^and \d+ more below: /);
  const number = (cell: Element) => Number(cell.textContent!.replace('−', '-'));
  const shown = [...document.querySelectorAll('tbody tr')]
    .filter(
      (row) => row.getBoundingClientRect().bottom <= more.element().getBoundingClientRect().top + 9,
    )
    .map((row) =>
      number(row.querySelector('td:last-child > span:last-child') ?? row.lastElementChild!),
    );
  const rest = Number(/: (\S+)$/.exec(more.element().textContent!)![1]!.replace('−', '-'));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.reduce((sum, adds) => sum + adds, rest)).toBeCloseTo(1, 1);
});

test('a whole screen has all rows of the table, which has its first ones again afterwards', async () => {
  const { session, view } = await mount(<NeuronPanel />, 800);
  const explained = [0, 1, 2].map((neuron) => ({
    ref: { layer: 2, neuron },
    count: view.derived.explanation({ layer: 2, neuron })!.contributions.length,
  }));
  const { ref, count } = explained.find((each) => each.count > TOP)!;
  session.playback.select(ref);
  const rows = () => document.querySelectorAll('tbody tr').length;
  await expect.poll(rows).toBe(TOP);
  fullPanelStore.setState({ full: 'Neuron' });
  await expect.poll(rows).toBe(count);
  leaveFullPanel();
  await expect.poll(rows).toBe(TOP);
});

test('shows why it fired: from 0 to the largest causes, one after the other, and to the threshold', async () => {
  const { session, view } = await mount(<NeuronPanel />, 800);
  const { answer } = session.spikes.store.getState();
  const { playback } = session;
  await page.getByTestId('show-why').click();
  const story = page.getByTestId('story');
  await expect.element(story).toBeVisible();
  expect(playback.store.getState().selected).toEqual({ layer: 2, neuron: answer!.class });
  // It plays by itself, and stops at the first cause.
  await expect.poll(() => playback.store.getState().playing).toBe(true);
  playback.tick((0.98 * view.derived.end()) / playback.store.getState().speed, view.derived.end());
  await expect.element(story).toHaveTextContent(/spikes at (\d\.\d+): from now on output/);
  expect(playback.store.getState().playing).toBe(false);
  const at = /at (\d\.\d+)/.exec(story.element().textContent!)![1]!;
  expect(playback.store.getState().t!.toFixed(3)).toBe(at);
  const next = page.getByTestId('story-next');
  while (next.query()) await next.click();
  await expect
    .element(story)
    .toHaveTextContent(/= \d.*, the threshold: output \d+ fires at .*, first of/);
  expect(playback.store.getState().t!).toBeCloseTo(answer!.decisionTime!, 5);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByTestId('why')).toBeVisible();
  expect(playback.store.getState()).toMatchObject({ t: null, playing: false });
});

test('a head of the table explains its column under the pointer, and sorts at a click', async () => {
  await mount(<NeuronPanel />, 800);
  await page.getByRole('button', { name: 'adds' }).hover();
  await expect
    .element(page.getByTestId('term-tip'))
    .toHaveTextContent('all parts together are the threshold θ');
});

test('in the room that a desktop has for it, six rows of causes and their sum are seen below the sentences, which say nothing twice', async () => {
  // As high and wide as between the other panels of a window of 1440 x 900 pixels.
  await mount(
    <div style={{ display: 'flex', height: 288 }}>
      <NeuronPanel />
    </div>,
    790,
  );
  document.querySelector<HTMLElement>('section')!.style.flex = '1';
  await expect.element(page.getByTestId('equation')).toBeVisible();
  const box = (what: Element) => what.getBoundingClientRect();
  const sum = box(page.getByTestId('adds-sum').element());
  for (const id of ['why', 'how']) {
    // One line, over all columns.
    const { width, height } = box(page.getByTestId(id).element());
    expect(height).toBeLessThan(20);
    expect(width).toBeGreaterThan(700);
  }
  expect(box(page.getByTestId('how').element()).bottom).toBeLessThanOrEqual(
    box(page.getByTestId('equation').element()).top,
  );
  const rows = [...document.querySelectorAll('tbody tr')].map(box);
  expect(rows.filter(({ bottom }) => bottom <= sum.top + 1).length).toBeGreaterThanOrEqual(6);
  expect(sum.bottom).toBeLessThanOrEqual(box(document.querySelector('section')!).bottom);
  expect(page.getByTestId('why').element().textContent).not.toMatch(/output|fired/);
  // What the head says of time is explained there.
  await title.getByRole('button', { name: /^\d\.\d{3}$/ }).hover();
  await expect.element(page.getByTestId('term-tip')).toHaveTextContent('A time, not a probability');
});
