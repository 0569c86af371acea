import { describe, expect, it } from 'vitest';
import { predictShift } from '../../model/explain-what-if';
import { runVolley } from '../scene/compare';
import { until } from '../../session/session.test-data';
import { testView } from '../view.test-data';
import { heldWords, movedWords, watchedNeuron } from './move-words';
import { nudgeSpike, takeSpike } from './take-spike';
import { ask, undoEdit } from './what-if';

async function open() {
  const { session, view } = testView();
  await session.ready;
  await until(() => {
    const { run, blank } = session.spikes.store.getState();
    return run !== null && !blank;
  });
  const { derived } = view;
  /** Frames are passed by hand. */
  const frames: (() => void)[] = [];
  const take = (layer: number, neuron: number) =>
    takeSpike(view, { layer, neuron }, (run) => frames.push(run));
  const pass = () => frames.splice(0).forEach((run) => run());
  const said = () => session.messages.store.getState().messages.map((m) => m.text);
  const time = (layer: number, neuron: number) => derived.run()!.layers[layer]!.times[neuron]!;
  const first = (layer: number) => derived.volleys()![layer]!.order[0]!;
  return { session, view, derived, frames, take, pass, said, time, first };
}

describe('a spike taken hold of', () => {
  it('moves once a frame, to the last place asked for, and stays as one what-if', async () => {
    const { session, view, frames, take, pass, time, first } = await open();
    const input = first(0);
    const was = time(0, input);
    ask(view, { kind: 'threshold', value: 1.1 });
    let drawn = 0;
    const stop = view.store.subscribe(() => drawn++);
    const spike = take(0, input)!;
    expect(view.store.getState().hand).toMatchObject({ layer: 0, neuron: input, held: true });
    for (const t of [0.5, 0.6, 0.7]) spike.to(t);
    expect(frames).toHaveLength(1);
    expect(time(0, input)).toBe(was);
    drawn = 0;
    pass();
    expect(drawn).toBe(1);
    expect(time(0, input)).toBeCloseTo(0.7, 6);
    spike.to(0.8);
    // What the last frame did not see is not lost.
    spike.letGo();
    expect(view.store.getState().hand).toBeNull();
    expect(view.store.getState().edits).toEqual([
      { kind: 'threshold', value: 1.1 },
      { kind: 'time', layer: 0, neuron: input, time: 0.8 },
    ]);
    pass();
    // The next time it is taken is a step of its own.
    const again = take(0, input)!;
    again.to(0.4);
    again.letGo();
    undoEdit(view);
    expect(time(0, input)).toBeCloseTo(0.8, 6);
    stop();
    await session.dispose();
  });

  it('is as if it had not been when it is given up, with what could be redone', async () => {
    const { session, view, take, pass, first } = await open();
    ask(view, { kind: 'threshold', value: 1.1 });
    ask(view, { kind: 'threshold', value: 1.2 });
    undoEdit(view);
    const { edits, undone } = view.store.getState();
    const spike = take(1, first(1))!;
    spike.to(0.3);
    pass();
    expect(view.store.getState().edits).toHaveLength(2);
    spike.giveUp();
    expect(view.store.getState()).toMatchObject({ edits, undone, hand: null });
    spike.to(0.5);
    pass();
    expect(view.store.getState().edits).toBe(edits);
    await session.dispose();
  });

  it('goes no further than its window, or 0 and its deadline', async () => {
    const { session, take, pass, time, first, derived } = await open();
    for (const [layer, latest] of [
      [0, 1],
      [1, Math.min(derived.end(), 3)],
    ] as const) {
      const neuron = first(layer);
      const spike = take(layer, neuron)!;
      spike.to(-2);
      pass();
      expect(time(layer, neuron)).toBe(0);
      spike.to(50);
      pass();
      expect(time(layer, neuron)).toBeCloseTo(latest, 6);
      spike.giveUp();
    }
    await session.dispose();
  });

  it('cannot be taken of a silent neuron, with a sentence', async () => {
    const { session, view, derived, take, said, first } = await open();
    const silent = derived.run()!.layers[0]!.times.indexOf(Infinity);
    expect(take(0, silent)).toBeNull();
    expect(said()).toEqual([
      expect.stringMatching(/^pixel .* is silent: it has no spike to move\.$/),
    ]);
    const neuron = first(1);
    ask(view, { kind: 'silence', layer: 1, neuron });
    expect(take(1, neuron)).toBeNull();
    expect(said()).toEqual([
      `hidden ${neuron} is silenced: let it fire again, then move its spike.`,
    ]);
    expect(view.store.getState().hand).toBeNull();
    await session.dispose();
  });

  it('lets go of what was taken back meanwhile', async () => {
    const { session, view, take, pass, first } = await open();
    const spike = take(0, first(0))!;
    spike.to(0.2);
    pass();
    view.store.setState({ edits: [] });
    spike.to(0.4);
    pass();
    spike.giveUp();
    expect(view.store.getState().edits).toEqual([]);
    await session.dispose();
  });

  it("says where it is, what the gradient predicts and what the model's forward pass gives", async () => {
    const { session, view, derived, take, pass, first } = await open();
    expect(heldWords(view)).toBeNull();
    const { spec, weights } = derived.base();
    const input = derived.volleys()![0]!;
    const neuron = first(0);
    const watched = watchedNeuron(view)!;
    expect(watched).toEqual({ layer: 2, neuron: derived.base().answer!.class });
    const before = derived.run()!.layers[2]!.times[watched.neuron]!;
    const spike = take(0, neuron)!;
    const to = Math.round((input.times[neuron]! + 0.05) * 1e4) / 1e4;
    spike.to(to);
    pass();
    const times = Float64Array.from(input.times);
    times[neuron] = to;
    const order = input.order.toSorted((a, b) => times[a]! - times[b]! || a - b);
    const after = runVolley(spec, weights!, { ...input, times, order }).layers[2]!.times[
      watched.neuron
    ]!;
    const predicted = predictShift(
      derived.whatIf()!.before,
      view.store.getState().edits,
      2,
      watched.neuron,
    )!;
    const [where, follows] = heldWords(view)!;
    expect(where).toBe(
      `pixel x ${neuron % 8}, y ${Math.floor(neuron / 8)}: spike at ${to.toFixed(3)}, ${movedWords(to - input.times[neuron]!)}`,
    );
    expect(follows).toBe(
      `output ${watched.neuron}: predicted ${movedWords(predicted)}, actual ${movedWords(after - before)}`,
    );
    expect(follows).not.toContain('not moved');
    spike.letGo();
    await session.dispose();
  });
});

describe('the keys', () => {
  it('move the spike of the selected neuron, as one what-if', async () => {
    const { session, view, said, time, first } = await open();
    nudgeSpike(view, 0.01);
    expect(said()).toEqual([expect.stringMatching(/^Select a spike first/)]);
    const neuron = first(1);
    const was = time(1, neuron);
    session.playback.select({ layer: 1, neuron });
    for (let i = 0; i < 3; i++) nudgeSpike(view, 0.01);
    expect(time(1, neuron) - was).toBeCloseTo(0.03, 3);
    expect(view.store.getState().edits).toHaveLength(1);
    // The selected neuron's own spike was moved: the output tells what follows.
    expect(watchedNeuron(view)!.layer).toBe(2);
    nudgeSpike(view, -50);
    expect(time(1, neuron)).toBe(0);
    // Nor does one that was silenced follow from anything: its bar would say twice that it is silent.
    view.store.setState({ edits: [{ kind: 'silence', layer: 1, neuron }] });
    expect(watchedNeuron(view)!.layer).toBe(2);
    await session.dispose();
  });
});
