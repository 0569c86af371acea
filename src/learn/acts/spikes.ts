/** Acts on spikes: looking at them, playing them, asking what if. */
import { GHOSTS } from '../../view/scene/comparison';
import { SHOWS, SORTS, usualShows } from '../../view/layout/choices';
import { ask, revert } from '../../view/what-if/what-if';
import { either, layer, neuron, number, oneOf, optional, time, whole } from '../args';
import { outputAt } from '../conditions/selection';
import { layerOf } from '../moment';
import { act } from './row';

const values = <T extends string>(options: readonly { value: T }[]): T[] =>
  options.map(({ value }) => value);

export const SPIKE_ACTS = {
  select: act({
    says: 'Selects a neuron.',
    args: { layer, neuron },
    run: (args, view) =>
      view.session.playback.select({ layer: layerOf(view, args.layer), neuron: args.neuron }),
  }),
  'select-place': act({
    says: 'Selects the output that fires first (place 1), second, and so on.',
    args: { place: whole(1, 26) },
    run({ place }, view) {
      const found = outputAt({ view }, place);
      if (found !== null)
        view.session.playback.select({ layer: layerOf(view, 'output'), neuron: found });
    },
  }),
  'select-none': act({
    says: 'Selects no neuron.',
    args: {},
    run: (_, view) => view.session.playback.select(null),
  }),
  'point-at': act({
    says: 'Points at a neuron, as the pointer would.',
    args: { layer, neuron },
    run: (args, view) =>
      view.session.playback.hover({ layer: layerOf(view, args.layer), neuron: args.neuron }),
  }),
  cursor: act({
    says: 'Puts the time cursor to a time, the decision or the end.',
    args: { to: either(time, oneOf(['decision', 'end'])) },
    run: ({ to }, view) =>
      view.session.playback.seek(to === 'decision' ? null : to === 'end' ? view.derived.end() : to),
  }),
  play: act({
    says: 'Plays the time cursor from a time, the start unless it says otherwise.',
    args: { from: optional(time) },
    run({ from = 0 }, view) {
      view.session.playback.seek(from);
      view.session.playback.play(view.derived.end());
    },
  }),
  silence: act({
    says: 'Silences a neuron, as a what-if.',
    args: { layer, neuron },
    run: (args, view) =>
      ask(view, { kind: 'silence', layer: layerOf(view, args.layer), neuron: args.neuron }),
  }),
  'move-spike': act({
    says: 'Moves a neuron’s spike to a time, as a what-if.',
    args: { layer, neuron, to: time },
    run: (args, view) =>
      ask(view, {
        kind: 'time',
        layer: layerOf(view, args.layer),
        neuron: args.neuron,
        time: args.to,
      }),
  }),
  threshold: act({
    says: 'Gives all neurons another threshold, as a what-if.',
    args: { value: number(0, 1e6) },
    run: ({ value }, view) => ask(view, { kind: 'threshold', value }),
  }),
  revert: act({
    says: 'Takes back all what-ifs.',
    args: {},
    run: (_, view) => revert(view),
  }),
  show: act({
    says: 'Shows the spikes as rasters, as time maps, or as the circuit.',
    args: { what: oneOf(values(SHOWS)) },
    run({ what }, view) {
      const usual = usualShows(view.session.network.store.getState().spec);
      view.store.setState({ shows: what === usual ? null : what });
    },
  }),
  sort: act({
    says: 'Puts the rows of the rasters into this order.',
    args: { by: oneOf(values(SORTS)) },
    run: ({ by }, view) => view.store.setState({ sort: by }),
  }),
  ghost: act({
    says: 'Chooses the ghost.',
    args: { of: oneOf(values(GHOSTS)) },
    run: ({ of }, view) => view.store.setState({ ghost: of, compare: null }),
  }),
  'zoom-out': act({
    says: 'Shows all of the time axis.',
    args: {},
    run: (_, view) => view.store.setState({ window: null }),
  }),
};
