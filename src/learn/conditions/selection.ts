/** What is selected or pointed at. */
import { layerCount } from '../../model/network';
import type { NeuronRef } from '../../session/stimulus/playback';
import { layer, moment, neuron, optional, time, whole, yes } from '../args';
import { layerOf, spikeTime, type Moment } from '../moment';
import { between, condition, within } from './row';

const pointed = ({ view }: Moment): NeuronRef[] => {
  const { hovered, selected } = view.session.playback.store.getState();
  return [hovered, selected].filter((ref) => ref !== null);
};

/** The output that fires as the nth, from 1; null where so many do not fire. */
export function outputAt({ view }: Pick<Moment, 'view'>, place: number): number | null {
  const { spec, run } = view.derived.scene();
  const times = run?.layers[layerCount(spec)]?.times ?? [];
  const firing = [...times].flatMap((t, neuron) => (t < Infinity ? [{ t, neuron }] : []));
  return firing.toSorted((a, b) => a.t - b.t || a.neuron - b.neuron)[place - 1]?.neuron ?? null;
}

export const SELECTION = {
  selected: condition({
    says: 'A neuron is selected: this one, or any of its layer; one that spikes from `from` to `to`, each a time or "decision".',
    args: { layer, neuron: optional(neuron), from: optional(moment), to: optional(moment) },
    holds(args, { view }) {
      const ref = view.derived.selected();
      if (ref?.layer !== layerOf(view, args.layer)) return false;
      if (args.neuron !== undefined && ref.neuron !== args.neuron) return false;
      const timed = args.from !== undefined || args.to !== undefined;
      return !timed || between(view, spikeTime(view, ref), args);
    },
  }),
  'selected-place': condition({
    says: 'The output is selected that fires first (place 1), second (the runner-up), and so on.',
    args: { place: whole(1, 26) },
    holds({ place }, moment) {
      const ref = moment.view.derived.selected();
      const output = layerOf(moment.view, 'output');
      return ref?.layer === output && ref.neuron === outputAt(moment, place);
    },
  }),
  'nothing-selected': condition({
    says: 'No neuron is selected.',
    args: {},
    holds: (_, { view }) => view.derived.selected() === null,
  }),
  'pointed-at': condition({
    says:
      'The pointer has been at a neuron of the layer, or it was selected: one that spikes from `from` to `to`, or one that is silent; ' +
      '`ink` asks that its pixel is inked, or is paper.',
    args: {
      layer,
      neuron: optional(neuron),
      from: optional(time),
      to: optional(time),
      silent: optional(yes),
      ink: optional(yes),
    },
    once: true,
    holds(args, moment) {
      const { view } = moment;
      const { image } = view.session.stimulus.store.getState();
      return pointed(moment).some((ref) => {
        if (ref.layer !== layerOf(view, args.layer)) return false;
        if (args.neuron !== undefined && ref.neuron !== args.neuron) return false;
        if (args.ink !== undefined && image[ref.neuron]! > 0 !== args.ink) return false;
        const t = spikeTime(view, ref);
        if (t === null) return false;
        if (args.silent !== undefined && (t === Infinity) !== args.silent) return false;
        const timed = args.from !== undefined || args.to !== undefined;
        return !timed || (t < Infinity && within(t, args.from, args.to));
      });
    },
  }),
};
