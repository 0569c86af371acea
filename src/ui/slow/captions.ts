/** The phases in plain words, with this image's own numbers. */
import { nounOf } from '../../data/noun';
import { isPointSize } from '../../data/points/point';
import type { SlowAfter } from '../../session/training/slow-motion';
import { className } from '../../model/class-names';
import { layerPlans } from '../../model/layers';
import { hasBothPolarities, weightCount } from '../../model/network';
import type { Phase, SlowStep } from '../../model/slow-step';
import type { TrainingSettings } from '../../model/training';
import type { NeuronRef } from '../../session/stimulus/playback';
import {
  formatCount,
  formatSmall,
  formatTime,
  plural,
  formatGap,
  formatNumber,
  formatPercent,
  verb,
} from '../../words/numbers';
import { isPacked, layerName, neuronName } from '../../view/words/names';
import { figure } from '../../view/words/figures';

export interface Caption {
  title: string;
  text: string;
}

/** Everything a caption may speak of. */
export interface Story {
  step: SlowStep;
  settings: TrainingSettings;
  after: SlowAfter | null;
}

/** The index of the largest |value|; null where all are 0. */
function largest(values: ArrayLike<number>): number | null {
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== 0 && (best < 0 || Math.abs(values[i]!) > Math.abs(values[best]!))) best = i;
  }
  return best < 0 ? null : best;
}

const earliest = (order: Uint32Array): number | null => order[0] ?? null;

/** The first layer with a change asked for, 1-based: its receptive fields look like the image. */
export function changedLayer({ changes }: Pick<SlowStep, 'changes'>): number {
  return (
    Math.max(
      0,
      changes.findIndex(({ largest: most }) => most !== null),
    ) + 1
  );
}

/** The neuron a phase is about: it is selected, and its receptive field shown. */
export function neuronOf(phase: Phase, { step }: Pick<Story, 'step'>): NeuronRef | null {
  const { pass, back, target, changes } = step;
  const depth = pass.layers.length;
  const at = (layer: number, neuron: number | null): NeuronRef | null =>
    neuron === null ? null : { layer, neuron };
  switch (phase.kind) {
    case 'encode':
      return null;
    case 'propagate':
      return at(phase.layer, earliest(pass.layers[phase.layer - 1]!.volley.order));
    case 'decide':
      return at(depth, pass.answer.class);
    case 'loss':
      return at(depth, target);
    case 'error':
      return at(phase.layer, largest(back.deltas[phase.layer]!));
    case 'change':
    case 'after': {
      const layer = changedLayer(step);
      return at(layer, changes[layer - 1]!.largest?.post ?? null);
    }
  }
}

function encode({ spec, pass }: SlowStep): Caption {
  const { times, order } = pass.input;
  const [first, last] = [order[0], order[order.length - 1]];
  const points = isPointSize(spec.input);
  const both = hasBothPolarities(spec);
  const what = points || both ? 'inputs' : isPacked(spec) ? 'patches' : 'pixels';
  const how = points
    ? 'the larger its value, the earlier'
    : `the more ink${both ? ', or paper' : ''}, the earlier`;
  const paper = points || both ? '' : ' Paper stays silent.';
  return {
    title: 'Encode',
    text:
      first === undefined
        ? 'There is no ink, so no input neuron spikes: there is nothing to learn from.'
        : `${formatCount(order.length)} of ${formatCount(times.length)} ${what} ${verb(order.length, 'spikes', 'spike')}; ${how}: ` +
          `the first at ${formatTime(times[first]!)}, the last at ${formatTime(times[last!]!)}.${paper}`,
  };
}

function propagate({ spec, pass }: SlowStep, layer: number): Caption {
  const { volley, causal } = pass.layers[layer - 1]!;
  const { times, order } = volley;
  const first = order[0];
  const silent = times.length - order.length;
  const name = layerName(spec, layer);
  return {
    title: `Propagate: ${name}`,
    text:
      first === undefined
        ? `No neuron reaches the threshold ${spec.threshold} before the deadline: the whole layer stays silent.`
        : `Each neuron adds up a ramp for every spike it receives. ${formatCount(order.length)} of ${formatCount(times.length)} ${verb(order.length, 'reaches', 'reach')} the threshold ` +
          `${spec.threshold} and ${verb(order.length, 'fires', 'fire')} once; ${neuronName(spec, { layer, neuron: first })} is first, at ${formatTime(times[first]!)}, ` +
          `after ${plural(causal[first]!, 'spike')}. ${silent === 0 ? 'None stays silent.' : `${formatCount(silent)} ${verb(silent, 'stays', 'stay')} silent.`}`,
  };
}

function decide({ spec, pass, target }: SlowStep): Caption {
  const { answer } = pass;
  const verdict = (c: number) =>
    c === target ? 'That is right.' : `That is wrong: it should be ${className(spec, target)}.`;
  if (answer.class === null) {
    return {
      title: 'Decide',
      text:
        answer.guess === null
          ? 'No output fires and there is nothing to guess from.'
          : `No output fires in time, so the highest potential is taken as a guess: ${className(spec, answer.guess)}. ${verdict(answer.guess)}`,
    };
  }
  const lead = answer.tie
    ? 'a tie, which the lower class wins'
    : answer.margin === null
      ? 'no other output fires'
      : `${formatGap(answer.margin)} before the next`;
  return {
    title: 'Decide',
    text: `The first output to fire is the answer: ${className(spec, answer.class)}, at ${formatTime(answer.decisionTime!)}, ${lead}. ${verdict(answer.class)}`,
  };
}

function loss({ spec, back, target }: SlowStep, settings: TrainingSettings): Caption {
  const { error } = back;
  const rivals = [...error.keys()]
    .filter((c) => c !== target && error[c]! < 0)
    .toSorted((a, b) => error[a]! - error[b]!);
  const asks =
    settings.loss === 'heuristic'
      ? `Output ${className(spec, target)} is to fire before every rival by at least the margin ${formatSmall(settings.margin)}.`
      : `A softmax over the spike times gives ${className(spec, target)} the probability ${figure(Math.exp(-back.loss))}; it is to be 1.`;
  if (error.every((e) => e === 0)) {
    return {
      title: 'Loss',
      text: `${asks} It does already: the loss is 0, and this ${nounOf(spec.input).one} asks for no change.`,
    };
  }
  const later = rivals
    .slice(0, 2)
    .map((c) => `${className(spec, c)} later (${figure(error[c]!)})`)
    .join(', ');
  return {
    title: 'Loss',
    text:
      `${asks} The loss is ${figure(back.loss)}. Its error: output ${className(spec, target)} should fire earlier (dE/dt = ${figure(error[target]!)})` +
      `${later ? `, ${later}${rivals.length > 2 ? `, and ${rivals.length - 2} more` : ''}` : ''}.`,
  };
}

function error({ spec, back, pass }: SlowStep, layer: number): Caption {
  const delta = back.deltas[layer]!;
  const most = largest(delta);
  const blamed = delta.reduce((n, d) => n + Number(d !== 0), 0);
  const silent = delta.length - pass.layers[layer - 1]!.volley.order.length;
  return {
    title: `Error backwards: ${layerName(spec, layer)}`,
    text:
      most === null
        ? 'No error comes back to this layer.'
        : `The error goes back along the spikes that caused the later ones: ${formatCount(blamed)} of ${formatCount(delta.length)} neurons ${verb(blamed, 'gets', 'get')} a share. ` +
          `${neuronName(spec, { layer, neuron: most })} gets the largest: it should fire ${delta[most]! > 0 ? 'earlier' : 'later'} (dE/dt = ${figure(delta[most]!)}).` +
          (silent > 0
            ? ` The ${verb(silent, 'silent one gets', `${formatCount(silent)} silent ones get`)} none.`
            : ''),
  };
}

function change({ spec, changes, rate }: SlowStep, settings: TrainingSettings): Caption {
  const total = weightCount(spec);
  const moved = changes.reduce((sum, c) => sum + c.moved, 0);
  const layer = changedLayer({ changes });
  const most = changes[layer - 1]!.largest;
  const { positions } = layerPlans(spec)[layer - 1]!;
  const shared =
    positions > 1 ? ` (a weight that ${positions} positions share: the sum over all of them)` : '';
  const name = settings.optimizer === 'adam' ? 'Adam' : 'SGD';
  return {
    title: 'Weight change',
    text:
      most === null
        ? `This ${nounOf(spec.input).one} asks for no change. The others of the batch may; ${name} averages all ${settings.batch}.`
        : `This ${nounOf(spec.input).one} speaks to ${formatCount(moved)} of ${formatCount(total)} weights. In ${layerName(spec, layer)}, most to the one from ${neuronName(spec, { layer: layer - 1, neuron: most.pre })} ` +
          `to ${neuronName(spec, { layer, neuron: most.post })}${shared}: dE/dw = ${figure(most.gradient)}, so ${name} at rate ${formatSmall(rate)} would move it from ` +
          `${formatNumber(most.weight, 4)} to ${formatNumber(most.alone, 4)}. The real step takes the mean over its batch of ${settings.batch}.`,
  };
}

function afterwards({ spec, pass, back, target }: SlowStep, after: SlowAfter | null): Caption {
  const title = 'After the step';
  if (!after) return { title, text: 'Make the step, and its ghost stays behind the new picture.' };
  const before = pass.layers[pass.layers.length - 1]!.volley.times[target]!;
  const now = after.pass.layers[after.pass.layers.length - 1]!.volley.times[target]!;
  const shift = now - before;
  const way = !Number.isFinite(shift)
    ? before === now
      ? 'is still silent'
      : now < Infinity
        ? `now fires, at ${formatTime(now)}`
        : 'has fallen silent'
    : shift === 0
      ? `still fires at ${formatTime(now)}`
      : `fires ${formatGap(shift)} ${shift < 0 ? 'earlier' : 'later'}, at ${formatTime(now)}`;
  let moved = 0;
  let largestMove = 0;
  for (const layer of after.change) {
    for (const d of layer) {
      if (d !== 0) moved++;
      largestMove = Math.max(largestMove, Math.abs(d));
    }
  }
  const { images, loss: batchLoss, accuracy } = after.batch;
  const { one } = nounOf(spec.input);
  return {
    title,
    text:
      `Output ${className(spec, target)} ${way}; the loss of this ${one} went from ${figure(back.loss)} to ${figure(after.loss)}. The step was made on ${plural(images, one)} ` +
      `(mean loss ${figure(batchLoss)}, ${formatPercent(accuracy, 0)} right before it) and moved ${plural(moved, 'weight')}, the furthest by ${figure(largestMove)}.`,
  };
}

export function captionOf(phase: Phase, { step, settings, after }: Story): Caption {
  switch (phase.kind) {
    case 'encode':
      return encode(step);
    case 'propagate':
      return propagate(step, phase.layer);
    case 'decide':
      return decide(step);
    case 'loss':
      return loss(step, settings);
    case 'error':
      return error(step, phase.layer);
    case 'change':
      return change(step, settings);
    case 'after':
      return afterwards(step, after);
  }
}
