/**
 * A reading of NIR files of its own, for tests: the graph as the file has it, node by node and event by event, in NIR's order of
 * neurons and without anything of how this project reads or runs networks.
 */
import type { Dataset, File } from 'h5wasm';
import { readHdf5 } from './hdf5';

interface Impulse {
  time: number;
  /** [neurons] what arrives then, in NIR's order. */
  sizes: Float64Array;
}

type Values = (key: string) => number[];

interface Node {
  name: string;
  type: string;
  values: Values;
  shape(key: string): number[];
}

function nodesOf(file: File): Node[] {
  const dataset = (path: string) => file.get(path) as Dataset;
  const names = dataset('node/edges').value as string[];
  const next = new Map<string, string>();
  for (let i = 0; i < names.length; i += 2) next.set(names[i]!, names[i + 1]!);
  const nodes: Node[] = [];
  for (let name: string | undefined = 'input'; name; name = next.get(name)) {
    const path = `node/nodes/${name}`;
    nodes.push({
      name,
      type: dataset(`${path}/type`).value as string,
      values: (key) =>
        Array.from(dataset(`${path}/${key}`).value as ArrayLike<number | bigint>, Number),
      shape: (key) => dataset(`${path}/${key}`).shape!,
    });
  }
  return nodes;
}

/**
 * First-spike times of every IF, in NIR's order; Infinity where a neuron is silent.
 * @param input [inputs] times
 * @param sizes [inputs] sizes of the input's impulses
 */
export function simulateNir(
  bytes: Uint8Array,
  input: ArrayLike<number>,
  sizes: ArrayLike<number>,
): Promise<number[][]> {
  return readHdf5(bytes, (file) => {
    let impulses = impulsesOf(Array.from(input), Array.from(sizes));
    let kernel: (elapsed: number) => number = () => NaN;
    const layers: number[][] = [];
    for (const node of nodesOf(file)) {
      if (node.type === 'Linear') impulses = each(impulses, (spikes) => linear(node, spikes));
      if (node.type === 'Conv2d') impulses = each(impulses, (spikes) => convolve(node, spikes));
      if (node.type === 'I' || node.type === 'LI') {
        const r = node.values('r');
        impulses = each(impulses, (spikes) => spikes.map((size, j) => size * r[j]!));
        const [tau] = node.type === 'LI' ? node.values('tau') : [Infinity];
        // What an impulse of 1 has brought an IF after so long: the integral of its current.
        kernel = (t) => (tau === Infinity ? t : -Math.expm1(-t / tau!));
      }
      if (node.type === 'IF') {
        const [r, theta, reset] = ['r', 'v_threshold', 'v_reset'].map(node.values);
        if (reset!.some((v) => v > -1e8)) throw new Error('A neuron may fire again.');
        const times = theta!.map((threshold, j) =>
          firstCrossing(impulses, j, (t) => kernel(t) * r![j]!, threshold),
        );
        layers.push(times);
        impulses = impulsesOf(
          times,
          times.map(() => 1),
        );
      }
    }
    return layers;
  });
}

function impulsesOf(times: number[], sizes: number[]): Impulse[] {
  return times
    .map((time, i) => ({ time, sizes: new Float64Array(times.length).fill(sizes[i]!, i, i + 1) }))
    .filter(({ time }) => time < Infinity)
    .sort((a, b) => a.time - b.time);
}

const each = (impulses: Impulse[], through: (sizes: Float64Array) => Float64Array): Impulse[] =>
  impulses.map(({ time, sizes }) => ({ time, sizes: through(sizes) }));

function linear(node: Node, spikes: Float64Array): Float64Array {
  const weight = node.values('weight');
  const [post, pre] = node.shape('weight') as [number, number];
  return Float64Array.from({ length: post }, (_, j) =>
    spikes.reduce((sum, size, i) => (size === 0 ? sum : sum + size * weight[j * pre + i]!), 0),
  );
}

function convolve(node: Node, spikes: Float64Array): Float64Array {
  const weight = node.values('weight');
  const [out, before, k] = node.shape('weight') as [number, number, number];
  const [rows, columns] = node.values('input_shape') as [number, number];
  const [stride] = node.values('stride') as [number];
  const high = Math.floor((rows - k) / stride) + 1;
  const wide = Math.floor((columns - k) / stride) + 1;
  const result: number[] = [];
  for (let c = 0; c < out; c++)
    for (let y = 0; y < high; y++)
      for (let x = 0; x < wide; x++) {
        let sum = 0;
        for (let b = 0; b < before; b++)
          for (let dy = 0; dy < k; dy++)
            for (let dx = 0; dx < k; dx++)
              sum +=
                weight[((c * before + b) * k + dy) * k + dx]! *
                spikes[(b * rows + y * stride + dy) * columns + x * stride + dx]!;
        result.push(sum);
      }
  return Float64Array.from(result);
}

/** When the potential first reaches the threshold: between two impulses it only rises or only falls, so bisection finds it. */
function firstCrossing(
  impulses: Impulse[],
  neuron: number,
  kernel: (elapsed: number) => number,
  threshold: number,
): number {
  const potential = (t: number): number =>
    impulses.reduce(
      (sum, { time, sizes }) => (time < t ? sum + sizes[neuron]! * kernel(t - time) : sum),
      0,
    );
  for (let p = 0; p < impulses.length; p++) {
    let low = impulses[p]!.time;
    let high = impulses[p + 1]?.time ?? 1e4;
    if (potential(high) < threshold) continue;
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (potential(middle) < threshold) low = middle;
      else high = middle;
    }
    return high;
  }
  return Infinity;
}
