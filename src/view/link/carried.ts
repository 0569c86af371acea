/** What a link carries, in words. */
import { isPointSize } from '../../data/points/point';
import { POINT_SETS } from '../../data/points/point-sets';
import type { Points } from '../../data/points/points-spec';
import { DEFAULT_NETWORK, type NetworkSpec } from '../../model/network';
import { DEFAULT_TRAINING } from '../../model/training';
import { birthOf, networkOf, settingsOf, shippedModel } from '../../session/link/link-state';
import { changes, runName } from '../../session/runs/runs';
import { sampleName } from '../words/stimulus-name';
import { plural } from '../../words/numbers';
import { neuronName } from '../words/names';
import { PAGE_LINK, type PageLink } from './page-format';
import { eachPart, type PartKey } from './parts';

export interface Carried {
  what: string;
  value: string;
}

/** "a → b" of the changes against the defaults is only b here. */
const news = (list: string[]) => list.map((text) => text.replace(/\S+( × \S+)? → /, ''));

function networkWords(state: PageLink): string {
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

function weightWords(state: PageLink): string {
  const shipped = shippedModel(state);
  return shipped ? `of the shipped model ${shipped}` : `new, from seed ${birthOf(state).seed}`;
}

function stimulusWords(state: PageLink): string {
  const { draw, sample, of } = state;
  if (draw === null) return sampleName(state, of, sample);
  if (isPointSize(state)) return draw.length === 0 ? 'no point' : 'a point of your own';
  return draw.length === 0 ? 'a blank pad' : `your drawing, ${plural(draw.length, 'stroke')}`;
}

/** What a link says of the parts with these keys, where it says more than the default. */
function partWords(link: PageLink, is: (key: PartKey) => boolean): string[] {
  return eachPart
    .filter(([key]) => is(key))
    .flatMap(([key, { codec, words }]) => {
      const said = codec.write(link[key]) !== codec.write(PAGE_LINK.fallback[key]);
      return said ? [words(link[key], link)] : [];
    });
}

/** Parts with a line of their own; the others share one. */
const OWN_LINES: readonly PartKey[] = ['edits', 'hide'];

/** "Moons, 5,000 points, noise 0.05". */
function pointsWords(points: Points): string {
  if (points.set === 'own') return `your own ${plural(points.points.length, 'point')}`;
  const { set, count, noise } = points;
  const { title } = POINT_SETS[set];
  return [title, plural(count, 'point'), noise > 0 && `noise ${noise}`].filter(Boolean).join(', ');
}

/** A line a thing; the training only where it differs from the usual. */
export function carried(state: PageLink): Carried[] {
  const spec = networkOf(state);
  const defaults = { spec, settings: DEFAULT_TRAINING };
  const settings = news(changes(defaults, { spec, settings: settingsOf(state) }));
  const view = [
    ...partWords(state, (key) => !OWN_LINES.includes(key)),
    ...(state.class === null ? [] : [`samples of class ${state.class}`]),
    ...(state.misread ? ['misread samples'] : []),
  ];
  const own = (what: string, part: PartKey): Carried[] =>
    partWords(state, (key) => key === part).map((value) => ({ what, value }));
  const lines: (Carried | false)[] = [
    state.points !== null && { what: 'Data', value: pointsWords(state.points) },
    { what: 'Network', value: networkWords(state) },
    { what: 'Weights', value: weightWords(state) },
    settings.length > 0 && { what: 'Training', value: settings.join(', ') },
    { what: 'Input', value: stimulusWords(state) },
    state.neuron !== null && { what: 'Selected', value: neuronName(spec, state.neuron) },
    ...own('What if', 'edits'),
    state.t !== null && { what: 'Cursor', value: `t = ${state.t}` },
    view.length > 0 && { what: 'View', value: view.join(', ') },
    ...own('Hidden', 'hide'),
  ];
  return lines.filter((line) => line !== false);
}
