/** The way through a NIR graph: one node after the other, from its input to its output. */
import { said } from '../../model/said';
import { ModelFileError } from '../model-file-error';
import type { NirGraph, NirNode } from './graph';
import { nodeName, refusal, refuseType } from './refusal';

/** What may stand in a chain of layers. */
const TYPES = new Set([
  'Input',
  'Output',
  'Linear',
  'Affine',
  'Conv2d',
  'Flatten',
  'I',
  'LI',
  'IF',
]);

/**
 * The nodes between the graph's only Input and its only Output, in order.
 * @throws ModelFileError that names the first node which is not part of such a chain, or cannot be
 */
export function chainOf({ nodes, edges }: NirGraph): { input: NirNode; between: NirNode[] } {
  const input = only(nodes, 'Input');
  only(nodes, 'Output');
  const after = successors(nodes, edges);
  const passed = new Set<string>();
  const chain: NirNode[] = [];
  for (let node = input; ;) {
    if (!TYPES.has(node.type)) throw refuseType(node);
    passed.add(node.name);
    chain.push(node);
    if (node.type === 'Output') break;
    const next = [...after.get(node.name)!];
    const back = next.find((name) => reaches(after, name, node.name));
    if (back !== undefined) {
      throw refusal(
        node,
        back === node.name
          ? 'feeds itself: here spikes go forward only'
          : `feeds itself through ${said(back)}, a loop: here spikes go forward only`,
      );
    }
    if (next.length > 1) {
      throw refusal(
        node,
        `feeds ${next.length} others (${said(next.join(', '))}): here every layer feeds the next one only`,
      );
    }
    if (next.length === 0) throw refusal(node, 'leads nowhere, but must lead to the output');
    node = nodes.get(next[0]!)!;
  }
  const apart = [...nodes.values()].find(({ name }) => !passed.has(name));
  if (apart) {
    if (!TYPES.has(apart.type)) throw refuseType(apart);
    throw refusal(apart, 'is not on the way from the input to the output');
  }
  return { input, between: chain.slice(1, -1) };
}

function only(nodes: NirGraph['nodes'], type: 'Input' | 'Output'): NirNode {
  const found = [...nodes.values()].filter((node) => node.type === type);
  if (found.length === 1) return found[0]!;
  throw found.length === 0
    ? new ModelFileError(`The NIR graph has no ${type} node.`)
    : new ModelFileError(
        `${nodeName(found[1]!)} is one of ${found.length}, but a network here has only one.`,
      );
}

type Successors = Map<string, Set<string>>;

function successors(nodes: NirGraph['nodes'], edges: NirGraph['edges']): Successors {
  const after: Successors = new Map([...nodes.keys()].map((name) => [name, new Set()]));
  for (const [from, to] of edges) {
    const unknown = nodes.has(from) ? to : from;
    if (!nodes.has(from) || !nodes.has(to)) {
      throw new ModelFileError(
        `An edge of the NIR graph names the node ${said(unknown)}, which is not there.`,
      );
    }
    after.get(from)!.add(to);
  }
  return after;
}

/** Whether edges lead from one node to another, or it is the other. */
function reaches(after: Successors, from: string, to: string): boolean {
  const seen = new Set([from]);
  // A set that grows while it is walked: every node once.
  for (const name of seen) {
    if (name === to) return true;
    for (const next of after.get(name)!) seen.add(next);
  }
  return false;
}
