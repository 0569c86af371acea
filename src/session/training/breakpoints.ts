/** Breakpoints: at which moments training is to stop by itself. Pure checks; `breakpoints-watch.ts` asks them. */
import { nounOf } from '../../data/noun';
import type { StepReport } from '../../engine/engine';
import { className } from '../../model/class-names';
import { layerCount, layerSizes, type NetworkSpec } from '../../model/network';
import type { Readout } from '../../model/readout';
import type { NeuronRef } from '../stimulus/playback';
import { formatValue } from '../../words/numbers';

/** A value that is no longer finite always stops training, so it is no setting. */
export interface Breakpoints {
  /** Accuracy passes `share` ([0, 1]) from below; of the test set at its evaluations, or of the training batches. */
  accuracy: { on: boolean; of: 'test' | 'training'; share: number };
  /** More than `share` ([0, 1]) of a layer's neurons are silent, an image; `layer` 1-based, null: any. */
  silent: { on: boolean; layer: number | null; share: number };
  /** The answer to the image on the page changes. */
  flip: { on: boolean };
  /** The selected neuron no longer spikes for the image on the page, or any neuron for none of the probe images. */
  neuron: { on: boolean; which: 'selected' | 'any' };
}

export const NO_BREAKPOINTS: Breakpoints = {
  accuracy: { on: false, of: 'test', share: 0.95 },
  silent: { on: false, layer: null, share: 0.8 },
  flip: { on: false },
  neuron: { on: false, which: 'any' },
};

export type BreakpointKind = keyof Breakpoints | 'not-finite';

/** The breakpoint that has stopped training. */
export interface Hit {
  kind: BreakpointKind;
  /** The step after which it held. */
  step: number;
  /** What happened, as a sentence without its full stop. */
  text: string;
}

/** How many breakpoints are set. */
export function countSet(breakpoints: Breakpoints): number {
  return Object.values(breakpoints).filter(({ on }) => on).length;
}

/** Whether something must be looked at after every single step. */
export function watchesSteps({ flip, neuron }: Breakpoints): boolean {
  return flip.on || neuron.on;
}

const percent = (share: number) => `${formatValue(Math.round(share * 1e4) / 100)} %`;

/** "hidden layer 1", "the output layer". */
export function layerWords(spec: NetworkSpec, layer: number): string {
  if (layer === layerCount(spec)) return 'the output layer';
  const convolutions = spec.convolutions?.length ?? 0;
  return layer <= convolutions ? `convolution ${layer}` : `hidden layer ${layer - convolutions}`;
}

/** Values at the last check: a breakpoint is hit when its value crosses the limit, not for as long as it lies beyond. */
export interface Watched {
  accuracy: number | null;
  /** [layers after the input] silent share; null before the first report. */
  silent: number[] | null;
}

/**
 * @param before the accuracy at the last look; null: none yet, which counts as below
 * @param called what it is called in the sentence
 */
export function passesAccuracy(
  { accuracy: { on, of, share } }: Breakpoints,
  which: 'test' | 'training',
  before: number | null,
  now: number,
  step: number,
  called = `${which} accuracy`,
): Hit | null {
  if (!on || of !== which || now < share || (before !== null && before >= share)) return null;
  return {
    kind: 'accuracy',
    step,
    text: `the ${called} has reached ${percent(now)} (breakpoint: ${percent(share)})`,
  };
}

/** [layers after the input] share of neurons that stay silent, an image. */
export function silentShares(spec: NetworkSpec, spikes: readonly number[]): number[] {
  return layerSizes(spec)
    .slice(1)
    .map((size, l) => 1 - spikes[l + 1]! / size);
}

export function passesSilent(
  { silent: { on, layer, share } }: Breakpoints,
  spec: NetworkSpec,
  before: readonly number[] | null,
  now: readonly number[],
  step: number,
): Hit | null {
  if (!on) return null;
  const l = now.findIndex(
    (value, i) =>
      // Any layer: the hidden ones, since most outputs are silent where all is well.
      (layer === null ? i < now.length - 1 || now.length === 1 : layer === i + 1) &&
      value > share &&
      !(before && before[i]! > share),
  );
  if (l < 0) return null;
  return {
    kind: 'silent',
    step,
    text:
      `${percent(Math.round(now[l]! * 1000) / 1000)} of ${layerWords(spec, l + 1)} stays silent, ${nounOf(spec.input).a} ` +
      `(breakpoint: more than ${percent(share)})`,
  };
}

/** What is looked at after every step: the image on the page, and which neurons still spike for some probe image. */
export interface Look {
  /** The image looked at; answers to two images cannot be compared. */
  image: Uint8Array;
  answer: Readout | null;
  /** Spike times of the selected neuron's layer for that image. */
  selected: { ref: NeuronRef; time: number } | null;
  /** [hidden layers][neurons] 1 where a neuron spikes for some probe image. */
  alive: Uint8Array[] | null;
}

const answerWords = (spec: NetworkSpec, answer: Readout | null) =>
  answer?.class == null ? 'no output spike' : className(spec, answer.class);

export function comparesLooks(
  breakpoints: Breakpoints,
  spec: NetworkSpec,
  before: Look | null,
  now: Look,
  step: number,
): Hit | null {
  if (!before) return null;
  const { flip, neuron } = breakpoints;
  const sameImage = before.image === now.image;
  if (flip.on && sameImage && before.answer?.class !== now.answer?.class) {
    const [from, to] = [answerWords(spec, before.answer), answerWords(spec, now.answer)];
    return {
      kind: 'flip',
      step,
      text: `the answer to this ${nounOf(spec.input).one} flipped from ${from} to ${to}`,
    };
  }
  if (!neuron.on) return null;
  if (neuron.which === 'selected') {
    const [a, b] = [before.selected, now.selected];
    const same = a && b && a.ref.layer === b.ref.layer && a.ref.neuron === b.ref.neuron;
    if (sameImage && same && a.time < Infinity && b.time === Infinity) {
      const name = `neuron ${b.ref.neuron} of ${layerWords(spec, b.ref.layer)}`;
      return {
        kind: 'neuron',
        step,
        text: `${name} has fallen silent on this ${nounOf(spec.input).one}`,
      };
    }
    return null;
  }
  for (const [l, alive] of now.alive?.entries() ?? []) {
    const earlier = before.alive?.[l];
    const fallen = alive.findIndex((spikes, j) => !spikes && earlier?.[j] === 1);
    if (fallen >= 0) {
      return {
        kind: 'neuron',
        step,
        text: `neuron ${fallen} of ${layerWords(spec, l + 1)} has fallen silent on all ${PROBES} probe ${nounOf(spec.input).many}`,
      };
    }
  }
  return null;
}

/** Test images that a neuron must be silent on to count as fallen silent. */
export const PROBES = 100;

/** The mean of the reported training accuracies over about this many images: single batches jump. */
export const ACCURACY_IMAGES = 2000;

/** A mean that follows the reports of training accuracy. */
export function followAccuracy(mean: number | null, report: StepReport, batch: number): number {
  if (mean === null) return report.accuracy;
  const weight = Math.min(1, (report.steps * batch) / ACCURACY_IMAGES);
  return mean + weight * (report.accuracy - mean);
}
