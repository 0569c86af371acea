/**
 * The what-ifs in force. In a link they are a short text: `t_12_0.35` moves input 12's spike, `t_1_7_0.9` that of neuron 7 of
 * layer 1, `s_1_5` silences, `w_1_5_120_-0.2` sets a weight, `h_1.2` the threshold.
 */
import { standing, type Edit } from '../../model/explain-what-if';
import { layerPlans, patchElement, positionOf } from '../../model/layers';
import { layerDeadline, layerSizes, networkName, type NetworkSpec } from '../../model/network';
import { MOST_NEURONS, RANGES } from '../../model/ranges';
import { MOST_HIDDEN } from '../../model/validate';
import { number, whole, within, type Codec } from '../../session/link/link-codecs';
import { plural } from '../../words/numbers';
import { linkPart } from '../link/link-part';

const MOST_EDITS = 64;
const BETWEEN = '~';
const WITHIN = '_';

const index = whole(0, MOST_NEURONS - 1);
const layer = whole(0, MOST_HIDDEN + 1);
const time = number(0, RANGES.deadline.range[1]);
/** Every layer has its own deadline: `faultOf` knows it. */
const laterTime = number(0, (MOST_HIDDEN + 1) * RANGES.deadline.range[1]);
const weight = number(-1e6, 1e6);
const threshold = within(RANGES.threshold);

function writeEdit(edit: Edit): string {
  switch (edit.kind) {
    case 'time':
      return (
        edit.layer === 0 ? ['t', edit.neuron, edit.time] : ['t', edit.layer, edit.neuron, edit.time]
      ).join(WITHIN);
    case 'silence':
      return ['s', edit.layer, edit.neuron].join(WITHIN);
    case 'weight':
      return ['w', edit.layer, edit.postsynaptic, edit.presynaptic, edit.value].join(WITHIN);
    case 'threshold':
      return ['h', edit.value].join(WITHIN);
  }
}

/** The values of a text's parts, as many as there are codecs; undefined where one is wrong. */
function values(parts: string[], codecs: Codec<number>[]): number[] | undefined {
  if (parts.length !== codecs.length) return undefined;
  const read = parts.map((part, i) => codecs[i]!.read(part));
  return read.includes(undefined) ? undefined : (read as number[]);
}

function readEdit(text: string): Edit | undefined {
  const [letter, ...parts] = text.split(WITHIN);
  const read = (...codecs: Codec<number>[]) => values(parts, codecs);
  switch (letter) {
    case 't': {
      const input = read(index, time);
      const [l, neuron, at] = (input && [0, ...input]) ?? read(layer, index, laterTime) ?? [];
      if (at === undefined || (!input && l === 0)) return undefined;
      return { kind: 'time', layer: l!, neuron: neuron!, time: at };
    }
    case 's': {
      const [l, neuron] = read(layer, index) ?? [];
      return neuron === undefined ? undefined : { kind: 'silence', layer: l!, neuron };
    }
    case 'w': {
      const found = read(layer, index, index, weight);
      if (!found) return undefined;
      const [l, postsynaptic, presynaptic, value] = found as [number, number, number, number];
      return { kind: 'weight', layer: l, postsynaptic, presynaptic, value };
    }
    case 'h': {
      const [value] = read(threshold) ?? [];
      return value === undefined ? undefined : { kind: 'threshold', value };
    }
    default:
      return undefined;
  }
}

const codec: Codec<readonly Edit[]> = {
  must: 'a list of what-ifs',
  write: (list) => list.slice(0, MOST_EDITS).map(writeEdit).join(BETWEEN),
  read(text) {
    const parts = text === '' ? [] : text.split(BETWEEN);
    const list = parts.map(readEdit);
    return list.includes(undefined) || list.length > MOST_EDITS ? undefined : (list as Edit[]);
  },
};

/** Oldest first. A link brings those that still count. */
export const edits = linkPart<readonly Edit[]>([], codec, {
  toLink: standing,
  fault: faultOf,
  words: (list) => plural(list.length, 'change'),
});

function faultOf(list: readonly Edit[], spec: NetworkSpec): string | null {
  if (!list.every((edit) => editFits(spec, edit)))
    return `it changes a neuron or weight that ${networkName(spec)} does not have`;
  const late = list.some(
    (edit) => edit.kind === 'time' && edit.layer > 0 && edit.time > layerDeadline(spec, edit.layer),
  );
  return late ? 'it moves a spike to after the deadline of its layer' : null;
}

/** Whether a network has the neurons, and the synapse, that a what-if speaks of. */
export function editFits(spec: NetworkSpec, edit: Edit): boolean {
  const sizes = layerSizes(spec);
  const has = (l: number, neuron: number) => neuron < (sizes[l] ?? 0);
  switch (edit.kind) {
    case 'time':
    case 'silence':
      return has(edit.layer, edit.neuron);
    case 'weight':
      return (
        edit.layer > 0 &&
        has(edit.layer, edit.postsynaptic) &&
        has(edit.layer - 1, edit.presynaptic) &&
        joined(spec, edit)
      );
    case 'threshold':
      return true;
  }
}

/** Whether the presynaptic neuron reaches the postsynaptic one: in a convolution it lies in its patch. */
function joined(spec: NetworkSpec, edit: Extract<Edit, { kind: 'weight' }>): boolean {
  const plan = layerPlans(spec)[edit.layer - 1]!;
  return patchElement(plan, positionOf(plan, edit.postsynaptic), edit.presynaptic) >= 0;
}
