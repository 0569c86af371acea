/** The kernels one network needs, compiled for its response and coding. */
import { layerPlans } from '../../../model/layers';
import { emitsOne, type NetworkSpec } from '../../../model/network';
import type { TrainingSettings } from '../../../model/training';
import type { Kernel, Kernels } from '../device/kernels';
import type { Sizes } from '../device/sizes';
import { compileCompact } from './compact';
import { quadsOf } from './layout';
import { SHADERS } from './shaders';

/** How weights learn, each compiled for itself: with or without a running average. */
export type UpdateRule = 'adam' | 'sgd' | 'adam+average' | 'sgd+average';

export function updateRule({
  optimizer,
  ema,
}: Pick<TrainingSettings, 'optimizer' | 'ema'>): UpdateRule {
  return ema > 0 ? `${optimizer}+average` : optimizer;
}

/** A kernel whose threads take `fours` times 4 neurons each. */
export interface WideKernel {
  kernel: Kernel;
  fours: number;
}

/** What a convolution takes besides. */
export interface ConvolutionKernels {
  expand: Kernel;
  /** Behind a layer that learns. */
  hear?: Kernel;
  gradient: Kernel;
}

export interface NetworkKernels {
  encode: Kernel;
  order: Kernel;
  /** A kernel a layer of weights. */
  propagate: WideKernel[];
  /** Puts a hidden layer's spikes in order: `order`, a thread a sample, or `rank`, many threads. */
  sort: Kernel;
  loss: Kernel;
  backpropagate: Kernel;
  compact: Awaited<ReturnType<typeof compileCompact>>;
  /** Of every convolution; undefined for a dense layer. */
  convolution: (ConvolutionKernels | undefined)[];
  /** Those that compileUpdate has been asked for. */
  update: Partial<Record<UpdateRule, WideKernel[]>>;
  tally: Kernel;
  potential: Kernel;
  operations: Kernel;
}

/**
 * Times 4 neurons that a thread of propagate takes. Where there are several positions, the threads' neurons must come one after the
 * other without gaps.
 */
export function foursOf(neurons: number, positions: number, most: number): number {
  const quads = quadsOf(neurons);
  if (positions === 1) return neurons > 8 ? most : Math.min(most, quads);
  return [4, 2].find((fours) => fours <= most && quads % fours === 0) ?? 1;
}

export async function compileNetwork(
  kernels: Kernels,
  spec: NetworkSpec,
  sizes: Sizes,
): Promise<NetworkKernels> {
  const { pixel, wide, sample, fours: most, ranks } = sizes;
  const exponential = Number(spec.response === 'exponential');
  const patches = Number(spec.coding.kernel > 1);
  const trains = Number(!emitsOne(spec));
  const plans = layerPlans(spec);
  const depth = plans.length;
  const packed = (l: number): number => (l === 0 ? trains : 0);
  const [encode, order, sort, loss, backpropagate, compact, tally, potential, operations] =
    await Promise.all([
      kernels.get(SHADERS.encode, pixel, { patches, packed: trains }),
      kernels.get(SHADERS.order, sample, { crowded: patches }),
      ranks
        ? kernels.get(SHADERS.rank, wide, {})
        : kernels.get(SHADERS.order, sample, { crowded: 1 }),
      kernels.get(SHADERS.loss, sample, {}),
      kernels.get(SHADERS.backpropagate, wide, { exponential }),
      compileCompact({ kernels, spec, plans, sizes }),
      kernels.get(SHADERS.tally, sample, {}),
      kernels.get(SHADERS.potential, wide, { exponential, packed: packed(depth - 1) }),
      kernels.get(SHADERS.operations, wide, { packed: trains }),
    ]);
  const propagate = await Promise.all(
    plans.map(async ({ rows, positions }, l) => {
      const fours = foursOf(rows, positions, most.propagate);
      const constants = {
        exponential,
        packed: packed(l),
        // Only a rank wants the neurons that fired apart.
        apart: Number(ranks && l < depth - 1),
        fours,
      };
      return { kernel: await kernels.get(SHADERS.propagate, wide, constants), fours };
    }),
  );
  const convolution = await Promise.all(
    plans.map(async ({ kind }, l): Promise<ConvolutionKernels | undefined> => {
      if (kind === 'dense') return undefined;
      const trained = packed(l);
      const [expand, gradient] = await Promise.all([
        // Either a thread a place, which walks all of a sample's spikes, or one a sample.
        kernels.get(SHADERS.expand, ranks ? wide : sample, {
          packed: trained,
          apart: Number(ranks),
        }),
        kernels.get(SHADERS.gradient, wide, { exponential, packed: trained }),
      ]);
      const hear = l > 0 && (await kernels.get(SHADERS.hear, pixel, { exponential }));
      return { expand, gradient, ...(hear && { hear }) };
    }),
  );
  return {
    encode: encode!,
    order: order!,
    propagate,
    sort: sort!,
    loss: loss!,
    backpropagate: backpropagate!,
    compact,
    convolution,
    update: {},
    tally: tally!,
    potential: potential!,
    operations: operations!,
  };
}

/** Adds the kernels of one rule of learning. */
export async function compileUpdate(
  kernels: Kernels,
  network: NetworkKernels,
  spec: NetworkSpec,
  rule: UpdateRule,
  { wide, fours: most }: Sizes,
): Promise<void> {
  const plans = layerPlans(spec);
  network.update[rule] ??= await Promise.all(
    plans.map(async ({ rows, kind }, l) => {
      const fours = Math.min(most.update, quadsOf(rows));
      const constants = {
        exponential: Number(spec.response === 'exponential'),
        packed: Number(l === 0 && !emitsOne(spec)),
        adam: Number(rule.startsWith('adam')),
        averaging: Number(rule.endsWith('average')),
        pushes: Number(l === plans.length - 1),
        summed: Number(kind === 'convolution'),
        fours,
      };
      return { kernel: await kernels.get(SHADERS.update, wide, constants), fours };
    }),
  );
}
