/** What-ifs: silenced neurons, moved spikes, changed weights. */
import { standing } from '../../model/explain-what-if';
import { count, layer, listOf, neuron, number, oneOf, optional, time, whole, yes } from '../args';
import { layerOf, type Moment } from '../moment';
import { condition, within } from './row';

const edits = ({ view }: Moment) => standing(view.store.getState().edits);

const KINDS = ['silence', 'time', 'weight', 'threshold'] as const;

export const WHAT_IF = {
  silenced: condition({
    says:
      'At least `least` neurons of the layer are silenced (one, unless it says more): those named, or any; `spiked` asks whether ' +
      'they had spiked before or after the decision.',
    args: {
      layer,
      neuron: optional(neuron),
      neurons: optional(listOf(neuron, 100)),
      least: optional(count),
      spiked: optional(oneOf(['before', 'after'])),
    },
    holds(args, moment) {
      const { view } = moment;
      const at = layerOf(view, args.layer);
      const { run, answer } = view.derived.base();
      const decided = answer?.decisionTime ?? Infinity;
      const found = edits(moment).filter((edit) => {
        if (edit.kind !== 'silence' || edit.layer !== at) return false;
        if (args.neuron !== undefined && edit.neuron !== args.neuron) return false;
        if (args.neurons && !args.neurons.includes(edit.neuron)) return false;
        if (args.spiked === undefined) return true;
        const t = run?.layers[at]?.times[edit.neuron] ?? Infinity;
        return args.spiked === 'before' ? t < decided : t >= decided && t < Infinity;
      });
      return found.length >= (args.least ?? args.neurons?.length ?? 1);
    },
  }),
  'what-if': condition({
    says: 'There are what-ifs, at least `least` of this kind: one, and any kind, unless it says otherwise.',
    args: { kind: optional(oneOf(KINDS)), least: optional(whole(1, 1000)) },
    holds: ({ kind, least = 1 }, moment) =>
      edits(moment).filter((edit) => kind === undefined || edit.kind === kind).length >= least,
  }),
  'no-what-if': condition({
    says: 'There is no what-if: all is as it happened.',
    args: {},
    holds: (_, { view }) => view.store.getState().edits.length === 0,
  }),
  'moved-spike': condition({
    says: 'A spike of the layer was moved in time: this neuron’s or any, to a time from `from` to `to`.',
    args: { layer, neuron: optional(neuron), from: optional(time), to: optional(time) },
    holds: (args, moment) =>
      edits(moment).some(
        (edit) =>
          edit.kind === 'time' &&
          edit.layer === layerOf(moment.view, args.layer) &&
          (args.neuron === undefined || edit.neuron === args.neuron) &&
          within(edit.time, args.from, args.to),
      ),
  }),
  threshold: condition({
    says: 'A what-if has the threshold from `from` to `to`.',
    args: { from: optional(number(0, 1e6)), to: optional(number(0, 1e6)) },
    holds: ({ from, to }, moment) =>
      edits(moment).some((edit) => edit.kind === 'threshold' && within(edit.value, from, to)),
  }),
  'what-if-changes-answer': condition({
    says: 'There are what-ifs, and the answer is another than what happened; with `changes` false: the same.',
    args: { changes: optional(yes) },
    holds({ changes = true }, { view }) {
      const outcome = view.derived.whatIf();
      if (!outcome) return false;
      return (outcome.answer?.class !== view.derived.base().answer?.class) === changes;
    },
  }),
};
