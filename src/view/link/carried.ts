/** What a link carries, in words. */
import { DEFAULT_NETWORK, type NetworkSpec } from '../../model/network';
import { DEFAULT_TRAINING } from '../../model/training';
import { birthOf, networkOf, settingsOf, shippedModel } from '../../session/link/link-state';
import { DEFAULT_LINK, type LinkState } from '../../session/link/link-table';
import { changes, runName } from '../../session/runs/runs';
import { sampleName } from '../words/stimulus-name';
import { plural } from '../../words/numbers';
import { neuronName } from '../words/names';

export interface Carried {
  what: string;
  value: string;
}

/** "a → b" of the changes against the defaults is only b here. */
const news = (list: string[]) => list.map((text) => text.replace(/\S+( × \S+)? → /, ''));

function networkWords(state: LinkState): string {
  const spec = networkOf(state);
  const { input, coding, layers } = spec;
  const { cut } = DEFAULT_NETWORK.input;
  // The name says the sizes, the kernel and the stride.
  const named: Pick<NetworkSpec, 'input' | 'coding' | 'layers'> = {
    input: { ...input, cut },
    coding: { ...coding, train: 'latency' },
    layers,
  };
  const list = changes(
    { spec: { ...DEFAULT_NETWORK, ...named }, settings: DEFAULT_TRAINING },
    { spec, settings: DEFAULT_TRAINING },
  );
  return [runName(spec), ...news(list)].join(', ');
}

function weightWords(state: LinkState): string {
  const shipped = shippedModel(state);
  return shipped ? `of the shipped model ${shipped}` : `new, from seed ${birthOf(state).seed}`;
}

function stimulusWords({ draw, sample, of }: LinkState): string {
  if (draw === null) return sampleName(of, sample);
  return draw.length === 0 ? 'a blank pad' : `your drawing, ${plural(draw.length, 'stroke')}`;
}

function viewWords({
  shows,
  sort,
  ghost,
  compare,
  errors,
  window,
  focus,
  misread,
  class: label,
}: LinkState) {
  return [
    shows !== 'raster' && (shows === 'map' ? 'time maps' : 'the circuit'),
    sort !== DEFAULT_LINK.sort && `rows by ${sort}`,
    ghost !== DEFAULT_LINK.ghost && (ghost === 'off' ? 'no ghost' : `ghost of ${ghost} change`),
    compare === 'counterpart' && 'compared right against misread',
    compare !== null &&
      compare !== 'counterpart' &&
      `compared with ${sampleName(compare.role, compare.index)}`,
    errors !== 'off' && (errors === 'label' ? 'temporal errors' : `errors towards ${errors}`),
    window && `time from ${window.start} to ${window.end}`,
    focus !== null && `layer ${focus} large`,
    label !== null && `samples of class ${label}`,
    misread && 'misread samples',
  ].filter((words) => typeof words === 'string');
}

/** A line a thing; the training only where it differs from the usual. */
export function carried(state: LinkState): Carried[] {
  const spec = networkOf(state);
  const defaults = { spec, settings: DEFAULT_TRAINING };
  const settings = news(changes(defaults, { spec, settings: settingsOf(state) }));
  const view = viewWords(state);
  const lines: (Carried | false)[] = [
    { what: 'Network', value: networkWords(state) },
    { what: 'Weights', value: weightWords(state) },
    settings.length > 0 && { what: 'Training', value: settings.join(', ') },
    { what: 'Input', value: stimulusWords(state) },
    state.neuron !== null && { what: 'Selected', value: neuronName(spec, state.neuron) },
    state.edits.length > 0 && { what: 'What if', value: plural(state.edits.length, 'change') },
    state.t !== null && { what: 'Cursor', value: `t = ${state.t}` },
    view.length > 0 && { what: 'View', value: view.join(', ') },
    state.hide.length > 0 && { what: 'Hidden', value: state.hide.join(', ') },
  ];
  return lines.filter((line) => line !== false);
}
