/** The page at a moment as conditions read it: the real state, and what it was when the step began. */
import { layerCount } from '../model/network';
import type { NeuronRef } from '../session/stimulus/playback';
import type { View } from '../view/view';

/** How things stood when the step began, for what is told by the change alone. */
export interface Beginning {
  /** Training steps made. */
  trained: number;
  /** The class answered. */
  answer: number | null;
  strokes: number;
}

export interface Moment {
  view: View;
  began: Beginning;
}

export function beginningOf({ session, derived }: View): Beginning {
  return {
    trained: session.training.store.getState().step,
    answer: derived.scene().answer?.class ?? null,
    strokes: session.stimulus.store.getState().strokes.length,
  };
}

/** The number of a layer that a lesson names. */
export function layerOf({ session }: View, layer: number | 'output'): number {
  return layer === 'output' ? layerCount(session.network.store.getState().spec) : layer;
}

/** When a neuron spikes on the page as it is shown; +Infinity silent, null where there is no such neuron or nothing is shown. */
export function spikeTime({ derived }: View, { layer, neuron }: NeuronRef): number | null {
  return derived.scene().run?.layers[layer]?.times[neuron] ?? null;
}

/** When the answer on show is decided; null where no output fires. */
export const decision = ({ derived }: View): number | null =>
  derived.scene().answer?.decisionTime ?? null;

/** A time of a lesson: a number, or that of the decision, undefined where there is none. */
export const timeOf = (view: View, time: number | 'decision'): number | undefined =>
  time === 'decision' ? (decision(view) ?? undefined) : time;
