/** A row of the table, a test: it holds where it says so, and not before. */
import { beforeAll, expect, test } from 'vitest';
import { until } from '../../session/session.test-data';
import { closeDialog, openDialog } from '../../view/dialogs';
import { showOnPad } from '../../view/pad-view';
import { testView } from '../../view/view.test-data';
import { ask, revert } from '../../view/what-if/what-if';
import { beginningOf } from '../moment';
import { holds, type Memory } from './holds';
import { CONDITIONS, JOINS, type Condition } from './table';

const { view, session } = testView();
const { playback, stimulus, training } = session;

const times = (layer: number) => [...view.derived.scene().run!.layers[layer]!.times];
const firing = (layer: number) => times(layer).findIndex((t) => t < Infinity);
const isSo = (condition: Condition, began = beginningOf(view), memory: Memory = new Map()) =>
  holds(condition, { view, began }, memory);

const tried = new Set<string>();

/** Holds after `act`, and not before. */
async function becomes(condition: Condition, act: () => unknown): Promise<void> {
  const began = beginningOf(view);
  expect(isSo(condition, began), JSON.stringify(condition)).toBe(false);
  await act();
  expect(isSo(condition, began), JSON.stringify(condition)).toBe(true);
  tried.add(condition.is);
}

async function sample(index: number): Promise<void> {
  const { version } = session.spikes.store.getState();
  stimulus.show('test', index);
  await until(() => session.spikes.store.getState().version > version);
}

beforeAll(async () => {
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(
    () => view.derived.scene().run !== null && stimulus.store.getState().kind === 'sample',
  );
  await session.training.configure({ batch: 8, epochs: 3 });
});

test('what is selected and pointed at', async () => {
  const neuron = firing(1);
  const t = times(1)[neuron]!;
  await becomes({ is: 'selected', layer: 1 }, () => playback.select({ layer: 1, neuron }));
  expect(isSo({ is: 'selected', layer: 1, from: t + 0.01 })).toBe(false);
  expect(isSo({ is: 'selected', layer: 1, from: t - 0.01, to: t + 0.01 })).toBe(true);
  expect(isSo({ is: 'selected', layer: 1, to: 'decision' })).toBe(
    t <= view.derived.scene().answer!.decisionTime!,
  );
  await becomes({ is: 'nothing-selected' }, () => playback.select(null));
  await becomes({ is: 'pointed-at', layer: 1, from: t - 0.01, to: t + 0.01 }, () =>
    playback.hover({ layer: 1, neuron }),
  );
  const paper = stimulus.store.getState().image.indexOf(0);
  await becomes({ is: 'pointed-at', layer: 0, silent: true, ink: false }, () =>
    playback.hover({ layer: 0, neuron: paper }),
  );
  expect(isSo({ is: 'pointed-at', layer: 0, silent: true, ink: true })).toBe(false);
  expect(isSo({ is: 'pointed-at', layer: 0, from: 0, to: 1 })).toBe(false);
  await becomes({ is: 'selected-place', place: 1 }, () => {
    const output = times(2);
    playback.select({ layer: 2, neuron: output.indexOf(Math.min(...output)) });
  });
  playback.select(null);
  playback.hover(null);
});

test('the cursor, and playing', async () => {
  await becomes({ is: 'cursor', to: 0.01 }, () => playback.seek(0));
  await becomes({ is: 'cursor-at-decision' }, () => playback.seek(null));
  playback.seek(0);
  await becomes({ is: 'cursor', from: 'decision' }, () => playback.seek(view.derived.end()));
  await becomes({ is: 'playing' }, () => playback.play(view.derived.end()));
  playback.pause();
  expect(isSo({ is: 'playing' })).toBe(false);
  await becomes({ is: 'zoomed' }, () => view.store.setState({ window: { start: 0, end: 0.5 } }));
  playback.seek(null);
});

test('what-ifs', async () => {
  const decided = view.derived.scene().answer!.decisionTime!;
  const neuron = times(1).findIndex((t) => t < decided);
  await becomes({ is: 'silenced', layer: 1, neuron, spiked: 'before' }, () =>
    ask(view, { kind: 'silence', layer: 1, neuron }),
  );
  expect(isSo({ is: 'silenced', layer: 1, spiked: 'after' })).toBe(false);
  expect(isSo({ is: 'silenced', layer: 1, neurons: [neuron, neuron + 1] })).toBe(false);
  expect(isSo({ is: 'what-if', kind: 'silence', least: 2 })).toBe(false);
  await becomes({ is: 'silent', layer: 'output', neuron: 0 }, () =>
    ask(view, { kind: 'silence', layer: 2, neuron: 0 }),
  );
  await becomes({ is: 'no-what-if' }, () => revert(view));
  await becomes({ is: 'what-if', kind: 'threshold' }, () =>
    ask(view, { kind: 'threshold', value: 2 }),
  );
  revert(view);
  await becomes({ is: 'threshold', from: 1.5 }, () => ask(view, { kind: 'threshold', value: 2 }));
  revert(view);
  const { class: first } = view.derived.scene().answer!;
  await becomes({ is: 'what-if-changes-answer' }, () =>
    ask(view, { kind: 'silence', layer: 2, neuron: first! }),
  );
  revert(view);
  await becomes({ is: 'moved-spike', layer: 1, from: 0.4, to: 0.6 }, () =>
    ask(view, { kind: 'time', layer: 1, neuron: firing(1), time: 0.5 }),
  );
  revert(view);
});

test('the answer', async () => {
  await sample(0);
  const { class: before } = view.derived.scene().answer!;
  const began = beginningOf(view);
  let other = 0;
  for (let index = 0; index < 10; index++) {
    await sample(index);
    if (view.derived.scene().answer!.class !== before) other = index;
    const { answer } = view.derived.scene();
    const { label } = stimulus.store.getState().sample!;
    expect(isSo({ is: 'answer-right' })).toBe(answer!.class === label);
    expect(isSo({ is: 'answer-right', right: false })).toBe(answer!.class !== label);
    expect(isSo({ is: 'sample-of', class: label })).toBe(true);
    expect(isSo({ is: 'sample-of', class: label + 1 })).toBe(false);
    expect(isSo({ is: 'lead', from: answer!.margin! - 1e-6 })).toBe(true);
    expect(isSo({ is: 'lead', from: answer!.margin! + 1e-6 })).toBe(false);
    expect(isSo({ is: 'tie' })).toBe(answer!.tie);
  }
  expect(other).toBeGreaterThan(0);
  await sample(0);
  expect(isSo({ is: 'answer-changed' }, began)).toBe(false);
  await sample(other);
  expect(isSo({ is: 'answer-changed' }, began)).toBe(true);
  const { class: now, decisionTime } = view.derived.scene().answer!;
  expect(isSo({ is: 'answer', class: now!, from: decisionTime!, to: decisionTime! })).toBe(true);
  expect(isSo({ is: 'answer', class: before! })).toBe(false);
  expect(isSo({ is: 'fires', layer: 'output', neuron: now!, to: decisionTime! })).toBe(true);
  expect(isSo({ is: 'fires', layer: 'output', neuron: now!, to: decisionTime! / 2 })).toBe(false);
  await becomes({ is: 'unanswered' }, () => {
    for (const neuron of [0, 1, 2]) ask(view, { kind: 'silence', layer: 2, neuron });
  });
  revert(view);
  for (const is of [
    'answer-right',
    'sample-of',
    'lead',
    'answer',
    'fires',
    'answer-changed',
    'tie',
  ])
    tried.add(is);
});

test('samples, drawings and points', async () => {
  await becomes({ is: 'sample', number: 3 }, () => sample(2));
  expect(isSo({ is: 'sample', number: 3, of: 'train' })).toBe(false);
  await becomes({ is: 'pad-shows', what: 'ink' }, () => showOnPad(view, 'ink'));
  await becomes({ is: 'samples-filtered', class: 1 }, () =>
    stimulus.setFilter({ label: 1, misread: false }),
  );
  const stroke = {
    points: [
      { x: 0.5, y: 0.2 },
      { x: 0.5, y: 0.8 },
    ],
    width: 0.1,
  };
  await becomes({ is: 'drawn' }, () => stimulus.beginStroke(stroke));
  await becomes({ is: 'drawn', since: 'step' }, () => stimulus.beginStroke(stroke));
  view.store.setState({ penDown: true });
  await becomes({ is: 'drawn' }, () => view.store.setState({ penDown: false }));
  await becomes({ is: 'pad-blank' }, () => stimulus.clear());
  expect(isSo({ is: 'point', left: 0 })).toBe(false);
  await sample(0);
});

test('training', async () => {
  await becomes({ is: 'reset' }, () => training.reset(2));
  await becomes({ is: 'trained', least: 2 }, async () => {
    await training.step();
    await training.step();
  });
  expect(isSo({ is: 'accuracy', on: 'train', least: 0 })).toBe(true);
  expect(isSo({ is: 'accuracy', on: 'train', least: 1.1 })).toBe(false);
  await becomes({ is: 'trained', least: 1, since: 'step' }, () => training.step());
  await becomes({ is: 'slow-motion' }, () => session.slow.open());
  await becomes({ is: 'slow-motion', phase: 'after' }, () => session.slow.apply());
  session.slow.close();
  await becomes({ is: 'epochs', value: 1 }, () => training.configure({ epochs: 1 }));
  const memory: Memory = new Map();
  const watched = training.store.subscribe(() => isSo({ is: 'running' }, undefined, memory));
  await training.run();
  watched();
  expect(isSo({ is: 'running' }, undefined, memory), 'it was running').toBe(true);
  expect(isSo({ is: 'run-over' })).toBe(true);
  expect(isSo({ is: 'trained-epochs', least: 1 })).toBe(true);
  expect(isSo({ is: 'trained-epochs', least: 2 })).toBe(false);
  expect(isSo({ is: 'network', name: '64-12-3', kernel: 1 })).toBe(true);
  expect(isSo({ is: 'network', name: '64-13-3' })).toBe(false);
  expect(isSo({ is: 'weights', name: '784-128-10' })).toBe(false);
  expect(isSo({ is: 'data', name: 'MNIST' })).toBe(true);
  expect(isSo({ is: 'data', name: 'yinyang' })).toBe(false);
  for (const is of [
    'accuracy',
    'running',
    'run-over',
    'trained-epochs',
    'network',
    'weights',
    'data',
  ])
    tried.add(is);
});

test('how the page is looked at', async () => {
  await becomes({ is: 'shows', what: 'map' }, () => view.store.setState({ shows: 'map' }));
  await becomes({ is: 'sorted', by: 'time' }, () => view.store.setState({ sort: 'time' }));
  await becomes({ is: 'ghost', of: 'off' }, () => view.store.setState({ ghost: 'off' }));
  await becomes({ is: 'enlarged', layer: 1 }, () => view.store.setState({ focus: 1 }));
  await becomes({ is: 'dialog', name: 'help' }, () => openDialog('help'));
  closeDialog();
  await becomes({ is: 'errors-shown' }, () => view.store.setState({ errors: 'label' }));
  await becomes({ is: 'forced', from: 0.3, to: 0.4, least: 0, most: 1 }, async () => {
    playback.seek(0.35);
    await training.evaluate();
    await session.forced.want();
  });
  expect(isSo({ is: 'forced', least: 1.01 })).toBe(false);
  expect(isSo({ is: 'robustness', against: 'bits' })).toBe(false);
});

test('how conditions go together', () => {
  const memory: Memory = new Map();
  const began = beginningOf(view);
  const point = (neuron: number): Condition => ({ is: 'selected', layer: 1, neuron });
  const order: Condition = { is: 'in-order', of: [point(1), point(2)] };
  const once: Condition = { is: 'once', of: [point(1), point(2)] };
  const both: Condition = { is: 'all', of: [point(1), point(2)] };
  const look = (neuron: number) => {
    playback.select({ layer: 1, neuron });
    return [order, once, both].map((each) => isSo(each, began, memory));
  };
  expect(look(2)).toEqual([false, false, false]);
  expect(look(1)).toEqual([false, true, false]);
  expect(look(2)).toEqual([true, true, false]);
  expect(isSo({ is: 'any', of: [point(1), point(2)] })).toBe(true);
  expect(isSo({ is: 'not', of: [point(1), point(3)] })).toBe(true);
  expect(isSo({ is: 'not', of: [point(2)] })).toBe(false);
  expect(Object.keys(JOINS)).toEqual(['all', 'any', 'in-order', 'not', 'once']);
});

/** Tested where there is what they ask for: a second engine, points, weights that are shipped. */
const ELSEWHERE = ['point', 'robustness'];

test('every condition of the table was tried', () => {
  expect(Object.keys(CONDITIONS).filter((is) => !tried.has(is))).toEqual(ELSEWHERE);
});
