/** A spike taken hold of and moved in time, from whichever view it is taken: raster, potential or circuit. */
import type { Edit } from '../../model/explain-what-if';
import { isSameNeuron, type NeuronRef } from '../../session/stimulus/playback';
import { neuronName } from '../words/names';
import type { View } from '../view';
import { askedOn } from './asked-on';
import { ask, isSilenced, latestSpike } from './what-if';

export interface HeldSpike {
  /** Moves it, as far as it may go, at the next frame: of several moves within a frame the last one counts. */
  to: (time: number) => void;
  /** Leaves it where it is, as one what-if. */
  letGo: () => void;
  /** Puts everything back as it was before it was taken. */
  giveUp: () => void;
}

/** Digits of a moved spike's time that anybody sees. */
const ROUNDED = 1e4;

/** What keeps a neuron's spike from being moved, in a sentence; null where nothing does. */
export function immovable(view: View, ref: NeuronRef): string | null {
  const { spec, run } = view.derived.scene();
  const time = run?.layers[ref.layer]?.times[ref.neuron];
  if (time !== undefined && time < Infinity) return null;
  const name = neuronName(spec, ref);
  return isSilenced(view.store.getState().edits, ref)
    ? `${name} is silenced: let it fire again, then move its spike.`
    : `${name} is silent: it has no spike to move.`;
}

/** The nearest time at which a neuron may spike: an input within its window, any other until its deadline or the axis' end. */
function possible(view: View, { layer }: NeuronRef, time: number): number {
  const { spec } = view.derived.scene();
  const latest = Math.min(latestSpike(spec, layer), Math.max(view.derived.end(), 1));
  return Math.min(Math.max(Math.round(time * ROUNDED) / ROUNDED, 0), latest);
}

/** Points at a spike that can be taken; null: at none. */
export function pointAt(view: View, ref: NeuronRef | null): void {
  const { hand } = view.store.getState();
  if (hand?.held || isSameNeuron(hand, ref)) return;
  view.store.setState({ hand: ref && { layer: ref.layer, neuron: ref.neuron, held: false } });
}

/**
 * Takes hold of a neuron's spike; null, with a sentence on the page, where it has none.
 * @param nextFrame calls back before the next picture is drawn
 */
export function takeSpike(
  view: View,
  ref: NeuronRef,
  nextFrame: (run: () => void) => void,
): HeldSpike | null {
  const { store, session } = view;
  const why = immovable(view, ref);
  if (why !== null) {
    session.messages.note(why, { topic: 'what-if' });
    return null;
  }
  const { layer, neuron } = ref;
  const before = store.getState();
  let mine = before.edits;
  let wanted: number | null = null;
  let held = true;
  const { answer } = view.derived.scene();
  const told = before.edits.length + before.undone.length > 0;
  const ghost = view.derived.ghost() !== null;
  store.setState({ hand: { layer, neuron, held: true, answer, told, ghost } });

  /** Other what-ifs than those left here: they were taken back meanwhile, and stay so. */
  const disturbed = () => store.getState().edits !== mine;

  function move(): void {
    if (wanted === null || disturbed()) return;
    const time = possible(view, ref, wanted);
    wanted = null;
    const moved: Edit = { kind: 'time', layer, neuron, time };
    mine = [...before.edits, moved];
    session.messages.settle('what-if');
    store.setState({
      edits: mine,
      undone: [],
      ...askedOn(view, moved),
    });
  }

  function end(): void {
    held = false;
    store.setState({ hand: null });
  }

  return {
    to(time) {
      if (!held) return;
      if (wanted === null) nextFrame(() => held && move());
      wanted = time;
    },
    letGo() {
      if (!held) return;
      move();
      end();
    },
    giveUp() {
      if (!held) return;
      if (!disturbed()) store.setState({ edits: before.edits, undone: before.undone });
      end();
    },
  };
}

/** Moves the selected neuron's spike by a step of time: repeated steps are one what-if. */
export function nudgeSpike(view: View, by: number): void {
  const { messages } = view.session;
  const ref = view.derived.selected();
  const why = ref
    ? immovable(view, ref)
    : 'Select a spike first, with a click on its mark or Enter on its row: then keys move it in time.';
  if (!ref || why !== null) {
    messages.note(why!, { topic: 'what-if' });
    return;
  }
  const { layer, neuron } = ref;
  const now = view.derived.scene().run!.layers[layer]!.times[neuron]!;
  ask(view, { kind: 'time', layer, neuron, time: possible(view, ref, now + by) }, true);
}
