/** Seeded networks and samples for the model's own tests. */
import { layerPlans } from './layers';
import { inputCount, type NetworkSpec } from './network';
import { createRandom, STREAM, type Random } from './random';
import { parseNetwork } from './validate';
import { order, type Volley } from './volley';

export function testRandom(...words: number[]): Random {
  return createRandom(words[0] ?? 0, STREAM.noise, ...words.slice(1));
}

/** A small network of 12 input neurons, 4 x 3, whatever the coding. */
export function smallSpec(changes: {
  layers: number[];
  convolutions?: NetworkSpec['convolutions'];
  coding?: Partial<NetworkSpec['coding']>;
  response?: NetworkSpec['response'];
  deadline?: number;
}): NetworkSpec {
  const { kernel = 1, stride = kernel } = changes.coding ?? {};
  const spec = parseNetwork({
    ...changes,
    input: { width: 3 * stride + kernel, height: 2 * stride + kernel },
  });
  if (inputCount(spec) !== 12) throw new Error('a small network has 12 inputs');
  return spec;
}

/** Float64 weights that make most neurons fire and leave some silent. */
export function smallWeights(spec: NetworkSpec, random: Random): Float64Array[] {
  return layerPlans(spec).map(({ inputs, weights }) => {
    const expected = 0.6 * inputs;
    return new Float64Array(weights).map(
      () => 2 / expected + (0.9 / Math.sqrt(expected)) * random.normal(),
    );
  });
}

/** [height * width] bytes; few `levels` make pixels spike at the same time. */
export function smallImage(spec: NetworkSpec, random: Random, levels: number): Uint8Array {
  return new Uint8Array(spec.input.width * spec.input.height).map(() =>
    random.uniform() < 0.3 ? 0 : Math.round((255 * (1 + random.below(levels))) / levels),
  );
}

export function volley(times: number[], multiplicity?: number[]): Volley {
  return {
    times: Float64Array.from(times),
    multiplicity: Float64Array.from(multiplicity ?? times.map((t) => (t < Infinity ? 1 : 0))),
    order: order(times),
  };
}
