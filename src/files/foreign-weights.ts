/** Weights without a description, as PyTorch, NumPy and others save them: matrices that follow on one another. */
import type { Convolution, Grid, NetworkSpec } from '../model/network';
import { RANGES } from '../model/ranges';
import { float32Values, isFloat } from './floats';
import type { Tensor } from './safetensors';

export interface ForeignWeights {
  /** Neurons of the input and of every dense layer after it. */
  sizes: number[];
  /** Convolutional layers between the two, and how the inputs lie, where the file says so (NIR). */
  convolutions?: Convolution[];
  grid?: Grid;
  /** What the file does say of its network (NIR). */
  known?: Pick<NetworkSpec, 'response' | 'threshold'>;
  /** [postsynaptic * presynaptic] a layer. */
  weights: Float32Array<ArrayBuffer>[];
  /** The tensors they were in, the one nearest the input first. */
  names: string[];
  /** Other tensors of the file (biases, say): these networks have no use for them. */
  leftOut: string[];
}

const OURS = /^layers\.\d+\.weight$/;
const MOST_LAYERS = RANGES.hiddenLayers.range[1] + 1;

/**
 * A tensor without which the matrices would be another network's: one with a name of ours that is no matrix of real numbers, or, where no
 * name is ours, the weights of a convolution. Nothing in a file without a description says how such a layer is gone over.
 */
export function strangeLayer(tensors: ReadonlyMap<string, Tensor>): string | undefined {
  const all = [...tensors];
  const ours = all.filter(([name]) => OURS.test(name));
  const strange =
    ours.length > 0
      ? ours.find(([, tensor]) => tensor.shape.length !== 2 || !isFloat(tensor))
      : all.find(([, tensor]) => tensor.shape.length > 2 && isFloat(tensor));
  return strange?.[0];
}

/** The matrices of a file as a network's weights; undefined where they are none. */
export function findForeignWeights(
  tensors: ReadonlyMap<string, Tensor>,
): ForeignWeights | undefined {
  const all = [...tensors].filter(([, tensor]) => tensor.shape.length === 2 && isFloat(tensor));
  const ours = all.filter(([name]) => OURS.test(name));
  const candidates = ours.length > 0 ? ours : all;
  if (candidates.length === 0 || candidates.length > MOST_LAYERS) return undefined;
  const chains = WAYS.flatMap((way) => chained(candidates, way) ?? []);
  // Fewer classes than inputs, where names say nothing of which is which.
  const narrowing = chains.find(({ sizes }) => sizes[0]! > sizes.at(-1)!);
  const likely = ours.length > 0 ? chains[0] : (narrowing ?? chains[0]);
  return likely && weightsOf(likely, [...tensors.keys()]);
}

/** Which axes are which: PyTorch's shapes are [post, pre]; NumPy's, JAX's and Keras' usually [pre, post]. */
const WAYS = [
  { post: 0, pre: 1 },
  { post: 1, pre: 0 },
] as const;
type Way = (typeof WAYS)[number];

interface Chain {
  matrices: [name: string, tensor: Tensor][];
  sizes: number[];
  way: Way;
}

/** "layer 10" after "layer 9". */
const byName = new Intl.Collator('en', { numeric: true });

/** The matrices in an order in which each takes what the one before gives: that of their names, where it is one. */
function chained(matrices: Chain['matrices'], way: Way): Chain | undefined {
  const order = (chain: Chain['matrices'], rest: Chain['matrices']): Chain | undefined => {
    if (rest.length === 0) {
      const sizes = [chain[0]!, ...chain].map(
        ([, { shape }], i) => shape[i === 0 ? way.pre : way.post]!,
      );
      return isNetwork(sizes) ? { matrices: chain, sizes, way } : undefined;
    }
    for (const next of rest) {
      const before = chain.at(-1);
      if (before && before[1].shape[way.post] !== next[1].shape[way.pre]) continue;
      const others = rest.filter((matrix) => matrix !== next);
      const found = order([...chain, next], others);
      if (found) return found;
    }
    return undefined;
  };
  return order(
    [],
    matrices.toSorted(([a], [b]) => byName.compare(a, b)),
  );
}

function isNetwork(sizes: number[]): boolean {
  const within = (size: number, [low, high]: readonly [number, number]): boolean =>
    size >= low && size <= high;
  return (
    within(sizes[0]!, [1, RANGES.side.range[1] ** 2]) &&
    sizes.slice(1, -1).every((size) => within(size, RANGES.hiddenSize.range)) &&
    within(sizes.at(-1)!, RANGES.classes.range)
  );
}

function weightsOf({ matrices, sizes, way }: Chain, all: string[]): ForeignWeights {
  const names = matrices.map(([name]) => name);
  return {
    sizes,
    weights: matrices.map(([, tensor], l) => {
      const values = float32Values(tensor);
      return way.post === 0 ? values : transpose(values, sizes[l + 1]!, sizes[l]!);
    }),
    names,
    leftOut: all.filter((name) => !names.includes(name)),
  };
}

/** From [pre, post] to [post, pre]. */
function transpose(
  values: Float32Array<ArrayBuffer>,
  post: number,
  pre: number,
): Float32Array<ArrayBuffer> {
  const result = new Float32Array(values.length);
  for (let j = 0; j < post; j++) {
    for (let i = 0; i < pre; i++) result[j * pre + i] = values[i * post + j]!;
  }
  return result;
}
