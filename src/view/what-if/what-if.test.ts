import { describe, expect, it } from 'vitest';
import { stubbornEngine, until } from '../../session/session.test-data';
import { testView } from '../view.test-data';
import { replacingPage } from './follow-changes';
import {
  ask,
  editWords,
  isSilenced,
  keep,
  keptWeights,
  redoEdit,
  revert,
  shiftOf,
  undoEdit,
  unsilence,
} from './what-if';

async function open(options?: Parameters<typeof testView>[0]) {
  const { session, view } = testView(options);
  await session.ready;
  await until(
    () => session.spikes.store.getState().run !== null && !session.spikes.store.getState().blank,
  );
  const { derived } = view;
  const winner = derived.base().answer!.class!;
  return { session, view, derived, winner };
}

describe('a what-if', () => {
  it('finds the cause of an answer, silences it, sees the class flip, and takes it back', async () => {
    const { session, view, derived, winner } = await open();
    const explanation = derived.explanation({ layer: 2, neuron: winner })!;
    const causes = explanation.contributions
      .filter((c) => c.causal && c.adds > 0)
      .sort((a, b) => b.adds - a.adds);
    for (const { presynaptic } of causes) {
      ask(view, { kind: 'silence', layer: 1, neuron: presynaptic });
      if (derived.scene().answer?.class !== winner) break;
    }
    expect(derived.scene().answer!.class).not.toBe(winner);
    expect(derived.ghost()).toBe(derived.base().run);
    expect(derived.base().answer!.class).toBe(winner);
    undoEdit(view);
    expect(derived.scene().answer!.class).toBe(winner);
    redoEdit(view);
    expect(derived.scene().answer!.class).not.toBe(winner);
    revert(view);
    expect(derived.whatIf()).toBeNull();
    await session.dispose();
  });

  it('compares what the gradient predicted with what happened', async () => {
    const { session, view, derived, winner } = await open();
    const input = derived.volleys()![0]!;
    const first = input.order[0]!;
    ask(view, { kind: 'time', layer: 0, neuron: first, time: input.times[first]! + 1e-3 });
    const shift = shiftOf(view, { layer: 2, neuron: winner })!;
    expect(shift.actual).toBeCloseTo(shift.predicted!, 4);
    expect(shift.joined + shift.left).toBe(0);
    await session.dispose();
  });

  it('refuses what is beyond limits with a sentence, and keeps the former state', async () => {
    const { session, view, derived } = await open();
    ask(view, { kind: 'threshold', value: 0 });
    ask(view, { kind: 'weight', layer: 1, postsynaptic: 0, presynaptic: 0, value: NaN });
    expect(derived.whatIf()).toBeNull();
    expect(session.messages.store.getState().messages.map((m) => m.text)).toEqual([
      'A weight must be a number from −100 to 100.',
    ]);
    await session.dispose();
  });

  it('is one step while it is dragged', async () => {
    const { session, view } = await open();
    for (const time of [0.1, 0.2, 0.3])
      ask(view, { kind: 'time', layer: 0, neuron: 4, time }, true);
    expect(view.store.getState().edits).toEqual([{ kind: 'time', layer: 0, neuron: 4, time: 0.3 }]);
    await session.dispose();
  });

  it('lets a silenced neuron fire again', async () => {
    const { session, view } = await open();
    const ref = { layer: 1, neuron: 2 };
    ask(view, { kind: 'silence', ...ref });
    expect(isSilenced(view.store.getState().edits, ref)).toBe(true);
    unsilence(view, ref);
    expect(view.store.getState().edits).toEqual([]);
    await session.dispose();
  });

  it('becomes the network when it is kept, and the network undoes it', async () => {
    const { session, view, derived, winner } = await open();
    const before = session.network.store.getState().weights![1]!.slice();
    ask(view, { kind: 'silence', layer: 2, neuron: winner });
    ask(view, { kind: 'threshold', value: 0.9 });
    const { answer } = derived.scene();
    await keep(view);
    expect(derived.whatIf()).toBeNull();
    expect(session.network.store.getState().spec.threshold).toBe(0.9);
    expect(derived.base().answer!.class).toBe(answer!.class);
    expect(derived.base().answer!.decisionTime).toBeCloseTo(answer!.decisionTime!, 5);
    await session.network.undo();
    expect(session.network.store.getState().weights![1]).toEqual(before);
    await session.dispose();
  });

  it('stays where the engine does not take it as the network, with a sentence, until it does', async () => {
    const { startEngine, refuse } = stubbornEngine();
    const { session, view, winner } = await open({ startEngine });
    ask(view, { kind: 'silence', layer: 2, neuron: winner });
    const { edits } = view.store.getState();
    const { origin } = session.network.store.getState();
    const said = () => session.messages.store.getState().messages.map((m) => m.text);
    refuse();
    await keep(view);
    expect(view.store.getState().edits).toBe(edits);
    expect(session.network.store.getState().origin).toBe(origin);
    expect(said()).toEqual(['This network is too large for the engine.']);
    refuse(false);
    const heard: string[] = [];
    session.messages.store.subscribe(({ messages }) => heard.push(...messages.map((m) => m.text)));
    await keep(view);
    expect(view.store.getState().edits).toEqual([]);
    expect(session.network.store.getState().origin.name).toBe('what-if');
    expect(said()).toEqual([]);
    // Not even for a moment that they are taken back.
    expect(heard.filter((text) => text.includes('taken back'))).toEqual([]);
    await session.dispose();
  });

  it('ends with a sentence when the network changes, and moved spikes end with the image', async () => {
    const { session, view, derived } = await open();
    ask(view, { kind: 'time', layer: 0, neuron: derived.volleys()![0]!.order[0]!, time: 0.9 });
    ask(view, { kind: 'threshold', value: 1.1 });
    session.stimulus.show('test', 4);
    expect(view.store.getState().edits).toEqual([{ kind: 'threshold', value: 1.1 }]);
    await session.training.step();
    expect(view.store.getState().edits).toEqual([]);
    expect(session.messages.store.getState().messages.map((m) => m.text)).toContain(
      'The network has changed, so the what-ifs are taken back.',
    );
    await session.dispose();
  });

  it('ends without a word when the page is replaced as a whole', async () => {
    const { session, view } = await open();
    ask(view, { kind: 'threshold', value: 1.1 });
    await replacingPage(view, () => session.training.step());
    expect(view.store.getState().edits).toEqual([]);
    expect(session.messages.store.getState().messages.map((m) => m.text)).toEqual([]);
    await session.dispose();
  });
});

describe('keptWeights', () => {
  it('cuts a silenced input off and takes the last weight given', async () => {
    const { session } = await open();
    const { spec, weights } = session.network.store.getState();
    const kept = keptWeights(spec, weights!, [
      { kind: 'silence', layer: 0, neuron: 5 },
      { kind: 'weight', layer: 2, postsynaptic: 1, presynaptic: 3, value: 4 },
      { kind: 'weight', layer: 2, postsynaptic: 1, presynaptic: 3, value: 0.5 },
    ]);
    expect(Array.from({ length: 12 }, (_, j) => kept[0]![j * 64 + 5])).toEqual(Array(12).fill(0));
    expect(kept[1]![12 + 3]).toBe(0.5);
    expect(kept[1]![12 + 4]).toBe(weights![1]![12 + 4]);
    await session.dispose();
  });
});

describe('editWords', () => {
  it('say what is asked', async () => {
    const { session } = await open();
    const { spec } = session.network.store.getState();
    expect(editWords(spec, { kind: 'time', layer: 0, neuron: 9, time: 0.25 })).toBe(
      'pixel x 1, y 1 spikes at 0.250',
    );
    expect(editWords(spec, { kind: 'silence', layer: 1, neuron: 7 })).toBe('hidden 7 is silenced');
    expect(
      editWords(spec, { kind: 'weight', layer: 2, postsynaptic: 1, presynaptic: 3, value: 0.5 }),
    ).toBe('the weight from hidden 3 to output 1 is 0.5');
    expect(editWords(spec, { kind: 'threshold', value: 2 })).toBe('the threshold is 2');
    await session.dispose();
  });
});
