/** A NIR file's graph as it stands there: nodes with their arrays, and edges between them. */
import type { Dataset, Entity, File, Group } from 'h5wasm';
import { said } from '../../model/said';
import { ModelFileError } from '../model-file-error';

export interface NirArray {
  /** [] for one number. */
  shape: number[];
  /** Row-major. */
  values: ArrayLike<number>;
}

export interface NirNode {
  name: string;
  /** "Linear", "IF", ... */
  type: string;
  arrays: Map<string, NirArray>;
  /** Texts of the node besides its type (the padding "same", say). */
  texts: Map<string, string>;
}

export interface NirGraph {
  nodes: Map<string, NirNode>;
  edges: [from: string, to: string][];
  /** What the graph's `metadata` says in texts. */
  metadata: Map<string, string>;
}

/** Numbers of all arrays together: more than the largest network has. */
const MOST_NUMBERS = 2 ** 25;
/** Nodes, and edges: a network of ours has at most 15. */
const MOST_NODES = 1000;

/** @throws ModelFileError; what the library throws of a damaged file */
export function readGraph(file: File): NirGraph {
  const root = groupAt(file.get('node'));
  if (!root || textOf(root.get('type')) !== 'NIRGraph') {
    throw new ModelFileError('The file is HDF5, but holds no NIR graph.');
  }
  const nodes = groupAt(root.get('nodes'));
  const names = nodes?.keys() ?? [];
  if (names.length > MOST_NODES) {
    throw new ModelFileError(
      `The NIR graph has ${names.length} nodes: no network of first spikes here has so many.`,
    );
  }
  const read = numberReader();
  return {
    nodes: new Map(names.map((name) => [name, readNode(name, groupAt(nodes!.get(name)), read)])),
    edges: readEdges(root.get('edges')),
    metadata: readTexts(groupAt(root.get('metadata'))),
  };
}

type ReadNumbers = (dataset: Dataset, where: string) => NirArray | undefined;

function readNode(name: string, group: Group | undefined, read: ReadNumbers): NirNode {
  const type = group && textOf(group.get('type'));
  if (!group || type === undefined) {
    throw new ModelFileError(`The node ${said(name)} of the NIR graph has no type.`);
  }
  const arrays = new Map<string, NirArray>();
  for (const key of group.keys()) {
    const dataset = datasetAt(group.get(key));
    const array = dataset && read(dataset, `${said(key)} of the node ${said(name)}`);
    if (array) arrays.set(key, array);
  }
  return { name, type, arrays, texts: readTexts(group) };
}

/** HDF5's classes of types. */
const INTEGER = 0;
const FLOAT = 1;
const STRING = 3;

/** Reads numbers, of which all together may be so many: a small file can unpack to any size. */
function numberReader(): ReadNumbers {
  let room = MOST_NUMBERS;
  return (dataset, where) => {
    const { type } = dataset.metadata;
    if (type !== INTEGER && type !== FLOAT) return undefined;
    const shape = dataset.shape ?? [0];
    room -= shape.reduce((product, size) => product * size, 1);
    if (!(room >= 0)) {
      throw new ModelFileError(`${where} holds more numbers than any network has.`);
    }
    const value = dataset.value as ArrayLike<number | bigint> | number | bigint;
    const list = typeof value === 'object' ? value : [value];
    const values =
      typeof list[0] === 'bigint' ? Array.from(list, Number) : (list as ArrayLike<number>);
    return { shape, values };
  };
}

function readEdges(entity: Entity | null): NirGraph['edges'] {
  const dataset = datasetAt(entity);
  const [count = 0, ends] = dataset?.shape ?? [];
  if (!dataset || dataset.metadata.type !== STRING || ends !== 2 || count > MOST_NODES) {
    throw new ModelFileError('The NIR graph has no list of edges, each from a node to a node.');
  }
  const names = dataset.value as string[];
  return Array.from({ length: count }, (_, e) => [names[2 * e]!, names[2 * e + 1]!]);
}

function readTexts(group: Group | undefined): Map<string, string> {
  const texts = new Map<string, string>();
  for (const key of group?.keys() ?? []) {
    const text = textOf(group!.get(key));
    if (text !== undefined) texts.set(key, text);
  }
  return texts;
}

function textOf(entity: Entity | null): string | undefined {
  const dataset = datasetAt(entity);
  if (!dataset || dataset.metadata.type !== STRING || dataset.shape?.length !== 0) return undefined;
  return dataset.value as string;
}

// Only what the file holds itself: links that lead nowhere or to other files are nothing.
const isOf = (entity: Entity | null, type: 'Group' | 'Dataset'): boolean =>
  entity !== null && 'type' in entity && entity.type === (type as typeof entity.type);
const groupAt = (entity: Entity | null): Group | undefined =>
  isOf(entity, 'Group') ? (entity as Group) : undefined;
const datasetAt = (entity: Entity | null): Dataset | undefined =>
  isOf(entity, 'Dataset') ? (entity as Dataset) : undefined;
