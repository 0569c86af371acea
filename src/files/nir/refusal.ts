/** Why a node of a NIR graph has no place in a network of first spikes: one sentence, which names the node. */
import { said } from '../../model/said';
import { ModelFileError } from '../model-file-error';
import type { NirNode } from './graph';

/** "The node lif1 (LIF)". */
export function nodeName({ name, type }: Pick<NirNode, 'name' | 'type'>): string {
  return `The node ${said(name)} (${said(type)})`;
}

/** @param why the end of the sentence, after the node's name */
export function refusal(node: Pick<NirNode, 'name' | 'type'>, why: string): ModelFileError {
  return new ModelFileError(`${nodeName(node)} ${why}.`);
}

const POOLING =
  'adds up the spikes of several neurons, and here every neuron has weights of its own';
const LEAK =
  'has a membrane potential that leaks away, and here it stays until the neuron fires: take I or LI, then IF, in its place';

const REASONS: Record<string, string> = {
  LIF: LEAK,
  CubaLIF: LEAK,
  CubaLI: LEAK,
  SumPool2d: POOLING,
  AvgPool2d: POOLING,
  Delay: 'holds spikes back, and here a spike reaches the next layer at once',
  Threshold: 'is no neuron that fires once',
  Conv1d: 'slides along one axis, and here convolutions slide over pictures',
  NIRGraph: 'is a graph within the graph: write the file with one graph of single nodes',
};

/** Of a node whose type has no place anywhere in a chain of layers. */
export function refuseType(node: NirNode): ModelFileError {
  return refusal(
    node,
    REASONS[node.type] ?? 'is of a type that a network of first spikes does not have',
  );
}
