/** The stages as dispatches. Each function writes into a pass that it is given, and none submits. */
import type { Kernel } from './kernels';
import { STEP } from './layout';
import type { Workspace } from './workspace';

/** A Step's number in the workspace's buffer: 0 is the whole chunk, its steps follow. */
export type StepNumber = number;

function dispatch(
  pass: GPUComputePassEncoder,
  { groups }: Workspace,
  step: StepNumber,
  kernel: Kernel,
  group: GPUBindGroup,
  threads: number,
): void {
  pass.setPipeline(kernel.pipeline);
  pass.setBindGroup(0, groups.step, [step * STEP.size]);
  pass.setBindGroup(1, group);
  pass.dispatchWorkgroups(Math.ceil(threads / kernel.size));
}

/** Images of a chunk to input volleys: `encode`, `order`. */
export function encodeChunk(
  pass: GPUComputePassEncoder,
  space: Workspace,
  images: GPUBuffer,
  samples: number,
): void {
  const { kernels, groups, inputQuads } = space;
  dispatch(pass, space, 0, kernels.encode, groups.encode(images), samples * inputQuads);
  dispatch(pass, space, 0, kernels.order, groups.order, samples);
}

/** Input volleys to answers: `propagate` and `rank` a layer, then readout and `loss`. */
export function forward(
  pass: GPUComputePassEncoder,
  space: Workspace,
  step: StepNumber,
  samples: number,
  average = false,
): void {
  const { kernels, groups, network } = space;
  network.layers.forEach(({ quads }, l) => {
    const group = groups.propagate[l]![average ? 'average' : 'weights'];
    dispatch(pass, space, step, kernels.propagate[l]!, group, samples * quads);
    const rank = groups.rank[l];
    if (rank) dispatch(pass, space, step, kernels.rank, rank, samples * quads);
  });
  dispatch(pass, space, step, kernels.loss, groups.loss, samples);
}

/** Errors back through the layers, then new weights: `backpropagate` a layer, `sift`, `update` a layer. */
export function backward(
  pass: GPUComputePassEncoder,
  space: Workspace,
  step: StepNumber,
  samples: number,
): void {
  const { kernels, groups, network } = space;
  const { layers } = network;
  for (let l = layers.length - 1; l > 0; l--) {
    const threads = samples * layers[l - 1]!.quads;
    dispatch(pass, space, step, kernels.backpropagate, groups.backpropagate[l]!, threads);
  }
  const words = Math.ceil(samples / 32);
  dispatch(pass, space, step, kernels.sift, groups.sift, (layers[0]!.presynaptic + 1) * words);
  layers.forEach(({ presynaptic, quads }, l) => {
    dispatch(pass, space, step, kernels.update[l]!, groups.update[l]!, presynaptic * quads);
  });
}

/** Records of a chunk's steps to a sum a step. */
export function tally(pass: GPUComputePassEncoder, space: Workspace, steps: number): void {
  dispatch(pass, space, 0, space.kernels.tally, space.groups.tally, steps);
}

/** Potentials of all output neurons, after `forward`. */
export function potentials(
  pass: GPUComputePassEncoder,
  space: Workspace,
  step: StepNumber,
  samples: number,
): void {
  const { kernels, groups, network } = space;
  const { quads } = network.layers[network.layers.length - 1]!;
  dispatch(pass, space, step, kernels.potential, groups.potential, samples * quads);
}

/** Synaptic operations into the records, after `forward`. */
export function operations(
  pass: GPUComputePassEncoder,
  space: Workspace,
  step: StepNumber,
  samples: number,
): void {
  const { kernels, groups } = space;
  for (const group of groups.operations)
    dispatch(pass, space, step, kernels.operations, group, samples);
}
