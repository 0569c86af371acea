/** The stages as dispatches. Each function writes into the recorder that it is given, and none submits. */
import type { Kernel } from '../device/kernels';
import { dispatch as record } from '../device/dispatch';
import type { StepNumber } from '../device/step';
import type { Recorder } from '../device/recorder';
import { quadsOf } from './layout';
import type { UpdateRule } from './network-kernels';
import type { Workspace } from '../batch/workspace';

/** What a dispatch needs of a workspace. */
export interface StepGroup {
  groups: { step: GPUBindGroup };
}

export function dispatch(
  recorder: Recorder,
  { groups }: StepGroup,
  step: StepNumber,
  kernel: Kernel,
  group: GPUBindGroup,
  threads: number,
): void {
  record({ recorder, steps: groups.step, step, samples: 0 }, kernel, group, threads);
}

/** Images of a chunk to input volleys: `encode`, `order`. */
export function encodeChunk(
  recorder: Recorder,
  space: Workspace,
  images: GPUBuffer,
  samples: number,
): void {
  const { kernels, groups, inputQuads } = space;
  const threads = samples * quadsOf(inputQuads);
  dispatch(recorder, space, 0, kernels.encode, groups.encode(images), threads);
  dispatch(recorder, space, 0, kernels.order, groups.order, samples);
}

/** Input volleys to answers: `propagate` and the sorting of its spikes a layer, then readout and `loss`. */
export function forward(
  recorder: Recorder,
  space: Workspace,
  step: StepNumber,
  samples: number,
  average = false,
): void {
  const { kernels, groups, network } = space;
  network.layers.forEach(({ quads, positions }, l) => {
    const convolution = kernels.convolution[l];
    if (convolution) {
      const threads = samples * (kernels.sort.name === 'rank' ? positions : 1);
      dispatch(recorder, space, step, convolution.expand, groups.convolution[l]!.expand, threads);
    }
    const group = groups.propagate[l]![average ? 'average' : 'weights'];
    const { kernel, fours } = kernels.propagate[l]!;
    const places = samples * positions;
    dispatch(recorder, space, step, kernel, group, places * Math.ceil(quads / fours));
    const sort = groups.sort[l];
    const threads = kernels.sort.name === 'rank' ? places * quads : samples;
    if (sort) dispatch(recorder, space, step, kernels.sort, sort, threads);
  });
  dispatch(recorder, space, step, kernels.loss, groups.loss, samples);
}

/** Errors back through the layers, then new weights: `backpropagate` a layer, `compact`, `update` a layer. */
export function backward(
  recorder: Recorder,
  space: Workspace,
  step: StepNumber,
  samples: number,
  rule: UpdateRule,
): void {
  const { kernels, groups, network } = space;
  const { layers } = network;
  const update = kernels.update[rule]!;
  for (let l = layers.length - 1; l > 0; l--) {
    const quads = layers[l - 1]!.quads * layers[l - 1]!.positions;
    const hear = kernels.convolution[l]?.hear;
    if (hear)
      dispatch(recorder, space, step, hear, groups.convolution[l]!.hear!, samples * quads * 4);
    else
      dispatch(
        recorder,
        space,
        step,
        kernels.backpropagate,
        groups.backpropagate[l]!,
        samples * quads,
      );
  }
  groups.compact({ recorder, steps: groups.step, step, samples });
  layers.forEach(({ presynaptic, quads }, l) => {
    const convolution = kernels.convolution[l];
    if (convolution) {
      const { gradient, shares } = groups.convolution[l]!;
      const threads = quadsOf(presynaptic) * quads * shares;
      dispatch(recorder, space, step, convolution.gradient, gradient, threads);
    }
    const { kernel, fours } = update[l]!;
    const threads = quadsOf(presynaptic) * Math.ceil(quads / fours);
    dispatch(recorder, space, step, kernel, groups.update[l]!, threads);
  });
}

/** Records of a chunk's steps to a sum a step. */
export function tally(recorder: Recorder, space: Workspace, steps: number): void {
  dispatch(recorder, space, 0, space.kernels.tally, space.groups.tally, steps);
}

/** Potentials of all output neurons, after `forward`. */
export function potentials(
  recorder: Recorder,
  space: Workspace,
  step: StepNumber,
  samples: number,
): void {
  const { kernels, groups, network } = space;
  const { quads } = network.layers[network.layers.length - 1]!;
  dispatch(recorder, space, step, kernels.potential, groups.potential, samples * quads);
}

/** Synaptic operations into the records, after `forward`. */
export function operations(
  recorder: Recorder,
  space: Workspace,
  step: StepNumber,
  samples: number,
): void {
  const { kernels, groups, network } = space;
  network.layers.forEach(({ quads, positions }, l) => {
    const group = groups.operations[l]!;
    dispatch(recorder, space, step, kernels.operations, group, samples * positions * quads);
  });
  if (groups.trains) dispatch(recorder, space, step, kernels.operations, groups.trains, samples);
}
