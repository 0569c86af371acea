/** What is said of a spike while it is moved: where it is, and what the gradient and the forward pass say of what follows. */
import type { Course } from '../../model/explain-what-if';
import { layerCount } from '../../model/network';
import type { NeuronRef } from '../../session/stimulus/playback';
import { formatGap, formatTime } from '../../words/numbers';
import { neuronName } from '../words/names';
import type { View } from '../view';
import { shiftOf } from './what-if';

/**
 * The neuron by which what follows is measured: the selected one, else the output that answered without the what-ifs. An input
 * and a neuron whose own spike was moved or silenced follow from nothing.
 */
export function watchedNeuron(view: View): NeuronRef | null {
  const selected = view.derived.selected();
  const { edits } = view.store.getState();
  const own = edits.some(
    (edit) =>
      (edit.kind === 'time' || edit.kind === 'silence') &&
      edit.layer === selected?.layer &&
      edit.neuron === selected.neuron,
  );
  if (selected && selected.layer > 0 && !own) return selected;
  const { spec, answer } = view.derived.base();
  const answered = answer?.class ?? null;
  return answered === null ? null : { layer: layerCount(spec), neuron: answered };
}

/** "0.050 earlier", "0.0003 later", "not moved". */
export function movedWords(shift: number): string {
  if (shift === 0) return 'not moved';
  return `${formatGap(shift)} ${shift < 0 ? 'earlier' : 'later'}`;
}

function timeIn({ input, layers }: Course, { layer, neuron }: NeuronRef): number {
  return (layer === 0 ? input : layers[layer - 1]!.volley).times[neuron]!;
}

/**
 * Of the spike that is held, in one or two lines: "hidden 5: spike at 0.420, 0.050 earlier", "output 7: predicted 0.012 earlier,
 * actual 0.013 earlier"; null where none is held.
 */
export function heldWords(view: View): string[] | null {
  const { hand } = view.store.getState();
  const { spec, run } = view.derived.told();
  if (!hand?.held || !run) return null;
  const courses = view.derived.whatIf();
  const time = run.layers[hand.layer]!.times[hand.neuron]!;
  const was = courses ? timeIn(courses.before, hand) : time;
  const lines = [
    `${neuronName(spec, hand)}: spike at ${formatTime(time)}, ${movedWords((courses ? timeIn(courses.after, hand) : time) - was)}`,
  ];
  const watched = watchedNeuron(view);
  const shift = watched && shiftOf(view, watched);
  if (watched && shift && watched.layer > hand.layer) {
    const { predicted, actual, before, after } = shift;
    const name = neuronName(spec, watched);
    if (actual === null) {
      const falls = before < Infinity ? 'falls silent' : 'stays silent';
      lines.push(`${name}: ${after < Infinity ? `fires now, at ${formatTime(after)}` : falls}`);
    } else {
      const told = predicted === null ? 'nothing' : movedWords(predicted);
      lines.push(`${name}: predicted ${told}, actual ${movedWords(actual)}`);
    }
  }
  return lines;
}
