/** What the network answers, as it is on show: with the what-ifs, where there are some. */
import { label, layer, neuron, optional, time, yes } from '../args';
import { layerOf, spikeTime } from '../moment';
import { condition, within } from './row';

export const ANSWER = {
  answer: condition({
    says: 'The network answers with this class, and is decided from `from` to `to`.',
    args: { class: optional(label), from: optional(time), to: optional(time) },
    holds(args, { view }) {
      const { answer } = view.derived.scene();
      if (!answer || answer.class === null) return false;
      if (args.class !== undefined && answer.class !== args.class) return false;
      return within(answer.decisionTime, args.from, args.to);
    },
  }),
  'answer-right': condition({
    says: 'The sample is read as what it is; with `right` false: as something else.',
    args: { right: optional(yes) },
    holds({ right = true }, { view }) {
      const { sample } = view.session.stimulus.store.getState();
      const { answer, run } = view.derived.scene();
      return sample !== null && run !== null && (answer?.class === sample.label) === right;
    },
  }),
  'answer-changed': condition({
    says: 'The answer is another than when the step began.',
    args: {},
    once: true,
    holds(_, { view, began }) {
      const { answer } = view.derived.scene();
      return answer !== null && answer.class !== null && answer.class !== began.answer;
    },
  }),
  lead: condition({
    says: 'The first output leads the second by a time from `from` to `to`.',
    args: { from: optional(time), to: optional(time) },
    holds: ({ from, to }, { view }) => within(view.derived.scene().answer?.margin, from, to),
  }),
  tie: condition({
    says: 'Two or more outputs fire first at the same time.',
    args: {},
    holds: (_, { view }) => view.derived.scene().answer?.tie === true,
  }),
  unanswered: condition({
    says: 'No output fires.',
    args: {},
    holds(_, { view }) {
      const { answer, run } = view.derived.scene();
      return run !== null && answer !== null && answer.class === null;
    },
  }),
  fires: condition({
    says: 'This neuron fires from `from` to `to`.',
    args: { layer, neuron, from: optional(time), to: optional(time) },
    holds(args, { view }) {
      const t = spikeTime(view, { layer: layerOf(view, args.layer), neuron: args.neuron });
      return t !== null && t < Infinity && within(t, args.from, args.to);
    },
  }),
  silent: condition({
    says: 'This neuron stays silent.',
    args: { layer, neuron },
    holds: (args, { view }) =>
      spikeTime(view, { layer: layerOf(view, args.layer), neuron: args.neuron }) === Infinity,
  }),
};
