import { describe, expect, test } from 'vitest';
import { chainOf } from './chain';
import { layersOf } from './chain-layers';
import type { NirArray, NirGraph, NirNode } from './graph';

const array = (values: number[], shape = [values.length]): NirArray => ({ shape, values });

type Arrays = Record<string, NirArray>;

function node(name: string, type: string, arrays: Arrays = {}): NirNode {
  return { name, type, arrays: new Map(Object.entries(arrays)), texts: new Map() };
}

const WEIGHT = { weight: array([1, 2, 3, 4], [2, 2]) };
const ONES = { r: array([1, 1]) };
const IF = { ...ONES, v_threshold: array([1, 2]), v_reset: array([-1e9, -1e9]) };

/** input -> w -> i -> n -> output, with some of it otherwise. */
function graph(
  changed: Partial<Record<string, NirNode>> = {},
  more: [string, string][] = [],
): NirGraph {
  const usual = [
    node('input', 'Input', { shape: array([2]) }),
    node('w', 'Linear', WEIGHT),
    node('i', 'I', ONES),
    node('n', 'IF', IF),
    node('output', 'Output', { shape: array([2]) }),
  ];
  const nodes = new Map(usual.map((one) => [one.name, one]));
  for (const one of Object.values(changed)) nodes.set(one!.name, one!);
  const edges: [string, string][] = [
    ['input', 'w'],
    ['w', 'i'],
    ['i', 'n'],
    ['n', 'output'],
  ];
  return { nodes, edges: [...edges, ...more], metadata: new Map() };
}

const read = (of: NirGraph) => layersOf(chainOf(of));

test('a chain is read whatever its nodes are called and however its edges are listed', () => {
  const usual = graph();
  const { layers, inputs, resets } = read({ ...usual, edges: usual.edges.toReversed() });
  expect([inputs, resets]).toEqual([2, undefined]);
  expect(layers).toMatchObject([{ name: 'w', rows: 2, response: 'average-delay' }]);
  expect([...layers[0]!.threshold]).toEqual([1, 2]);
});

test('neurons that may fire again are noticed', () => {
  const { v_reset: _, ...rest } = IF;
  expect(read(graph({ n: node('n', 'IF', rest) })).resets?.name).toBe('n');
});

describe('refused by the name of the node', () => {
  const extra = (one: NirNode, ...edges: [string, string][]) => graph({ extra: one }, edges);
  const conv = (arrays: Arrays): NirGraph =>
    graph({
      input: node('input', 'Input', { shape: array([1, 4, 4]) }),
      w: node('w', 'Conv2d', { weight: array([1, 1, 1, 1, 2, 2, 2, 2], [2, 1, 2, 2]), ...arrays }),
    });
  const each = (value: number) => array(new Array<number>(18).fill(value), [2, 3, 3]);
  const placed = conv({});
  placed.nodes.set('i', node('i', 'I', { r: each(1) }));
  const thresholds = { ...each(1), values: [...(each(1).values as number[]).slice(1), 5] };
  placed.nodes.set('n', node('n', 'IF', { r: each(1), v_threshold: thresholds }));
  const cases: [string, NirGraph, string][] = [
    ['a loop', graph({}, [['n', 'w']]), 'The node w (Linear) feeds itself through i, a loop'],
    ['a self-loop', graph({}, [['n', 'n']]), 'The node n (IF) feeds itself: '],
    [
      'a recurrent pair',
      extra(node('rec', 'Linear', WEIGHT), ['n', 'rec'], ['rec', 'n']),
      'The node n (IF) feeds itself through rec, a loop',
    ],
    [
      'a branch',
      extra(node('side', 'Linear', WEIGHT), ['n', 'side']),
      'The node n (IF) feeds 2 others (output, side)',
    ],
    ['a node apart', extra(node('lone', 'IF', IF)), 'The node lone (IF) is not on the way'],
    ['a delay', graph({ i: node('i', 'Delay') }), 'The node i (Delay) holds spikes back'],
    ['LIF', graph({ n: node('n', 'LIF') }), 'The node n (LIF) has a membrane potential that leaks'],
    ['a type nobody knows', graph({ n: node('n', 'X\u001b') }), 'The node n (X␛) is of a type'],
    [
      'a bias',
      graph({ w: node('w', 'Affine', { ...WEIGHT, bias: array([0, 0.5]) }) }),
      'The node w (Affine) has a bias that is not 0',
    ],
    [
      'spikes without a synapse',
      graph({ i: node('i', 'IF', IF) }),
      'The node i (IF) gets spikes as they are',
    ],
    [
      'a synapse of another speed',
      graph({ i: node('i', 'LI', { ...ONES, tau: array([2, 2]), v_leak: array([0, 0]) }) }),
      'The node i (LI) has a tau that is not 1',
    ],
    [
      'a threshold of 0',
      graph({ n: node('n', 'IF', { ...IF, v_threshold: array([1, 0]) }) }),
      'The node n (IF) has a v_threshold that is not above 0',
    ],
    [
      'NaN',
      graph({ w: node('w', 'Linear', { weight: array([1, NaN, 3, 4], [2, 2]) }) }),
      'The node w (Linear) has the weight NaN',
    ],
    [
      'weights that do not fit',
      graph({ w: node('w', 'Linear', { weight: array([1, 2, 3], [1, 3]) }) }),
      'The node w (Linear) has weights of [1, 3], but 2 neurons come before it',
    ],
    ['padding', conv({ padding: array([1, 1]) }), 'The node w (Conv2d) pads'],
    ['dilation', conv({ dilation: array([2, 2]) }), 'The node w (Conv2d) is dilated'],
    ['two strides', conv({ stride: array([1, 2]) }), 'The node w (Conv2d) has two strides'],
    [
      'a threshold that differs from place to place',
      placed,
      'The node n (IF) has a v_threshold that differs from place to place',
    ],
  ];
  test.each(cases)('%s', (_, of, words) => {
    let message = '';
    try {
      read(of);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain(words);
    expect(message).toMatch(/^[^.]+(: [^.]+)?\.$/);
  });

  test('and what is missing altogether', () => {
    const without = (name: string) => {
      const of = graph();
      of.nodes.delete(name);
      return of;
    };
    expect(() => read(without('input'))).toThrow('has no Input node');
    expect(() => read(without('i'))).toThrow('names the node i, which is not there');
  });
});
