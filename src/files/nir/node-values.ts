/** What a node's arrays hold, checked: every reader says which node is wrong, and why. */
import { said } from '../../model/said';
import { shapeName } from '../safetensors';
import type { NirArray, NirNode } from './graph';
import { refusal } from './refusal';

/** @throws ModelFileError where it is missing or not finite */
export function arrayOf(node: NirNode, key: string): NirArray {
  const array = node.arrays.get(key);
  if (!array) throw refusal(node, `lacks its ${said(key)}`);
  const { values } = array;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) {
      throw refusal(node, `has the ${key} ${values[i]} where a finite number must be`);
    }
  }
  return array;
}

/** [neurons] a parameter of every neuron; one number stands for all. */
export function perNeuron(node: NirNode, key: string, neurons: number): Float64Array {
  const { values, shape } = arrayOf(node, key);
  if (values.length === 1) return new Float64Array(neurons).fill(values[0]!);
  if (values.length !== neurons) {
    throw refusal(
      node,
      `has a ${key} of ${shapeName(shape)} numbers, but the layer before it has ${neurons} neurons`,
    );
  }
  return Float64Array.from(values);
}

/** Numbers that may be missing, in which case they are none. */
export function numbersOf(node: NirNode, key: string): number[] {
  return node.arrays.has(key) ? Array.from(arrayOf(node, key).values) : [];
}

/** A bias would drive neurons without a spike. @throws ModelFileError */
export function requireNoBias(node: NirNode): void {
  if (numbersOf(node, 'bias').every((bias) => bias === 0)) return;
  throw refusal(
    node,
    'has a bias that is not 0: it would charge neurons without a spike, and here spikes alone do',
  );
}
