/** The shared time cursor and the time axis. */
import { moment as time, optional } from '../args';
import { decision } from '../moment';
import { between, condition } from './row';

/** What of a time is no difference: half of the last digit that the page shows. */
const SAME = 5e-4;

export const TIME = {
  cursor: condition({
    says: 'The time cursor stands from `from` to `to`, each a time or "decision".',
    args: { from: optional(time), to: optional(time) },
    holds: (args, { view }) => between(view, view.derived.cursor(), args, SAME),
  }),
  'cursor-at-decision': condition({
    says: 'The time cursor stands where the answer is decided.',
    args: {},
    holds(_, { view }) {
      const at = decision(view);
      return at !== null && Math.abs(view.derived.cursor() - at) <= SAME;
    },
  }),
  playing: condition({
    says: 'The time cursor plays.',
    args: {},
    once: true,
    holds: (_, { view }) => view.session.playback.store.getState().playing,
  }),
  zoomed: condition({
    says: 'The time axis is zoomed in.',
    args: {},
    holds: (_, { view }) => view.store.getState().window !== null,
  }),
};
