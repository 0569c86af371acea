/** How the page is looked at, and what was worked out on it. */
import { curveAt } from '../../session/background/forced';
import { dialogStore } from '../../view/dialogs';
import { IMPERFECTIONS, type Imperfection } from '../../model/imprecise';
import { SHOWS, SORTS, usualShows } from '../../view/layout/choices';
import { GHOSTS } from '../../view/scene/comparison';
import { layer, number, oneOf, optional, share, time } from '../args';
import { layerOf, type Moment } from '../moment';
import { condition, within } from './row';

const values = <T extends string>(options: readonly { value: T }[]): T[] =>
  options.map(({ value }) => value);

const shown = ({ view }: Moment) =>
  view.store.getState().shows ?? usualShows(view.session.network.store.getState().spec);

const DIALOGS = ['network', 'help', 'about', 'robustness', 'models'] as const;

export const LOOKS = {
  shows: condition({
    says: 'The spikes are shown as rasters, as time maps, or as the circuit.',
    args: { what: oneOf(values(SHOWS)) },
    holds: ({ what }, moment) => shown(moment) === what,
  }),
  sorted: condition({
    says: 'The rows of the rasters stand in this order.',
    args: { by: oneOf(values(SORTS)) },
    holds: ({ by }, { view }) => view.store.getState().sort === by,
  }),
  ghost: condition({
    says: 'The ghost is of this kind, or a run is compared with.',
    args: { of: oneOf([...values(GHOSTS), 'compared']) },
    holds({ of }, { view }) {
      const { ghost, compare } = view.store.getState();
      return of === 'compared' ? compare !== null : compare === null && ghost === of;
    },
  }),
  enlarged: condition({
    says: 'This layer is drawn large.',
    args: { layer },
    holds: (args, { view }) => view.store.getState().focus === layerOf(view, args.layer),
  }),
  'errors-shown': condition({
    says: 'The temporal errors are shown.',
    args: {},
    holds: (_, { view }) => view.derived.errorClass() !== null,
  }),
  dialog: condition({
    says: 'This dialog is open.',
    args: { name: oneOf(DIALOGS) },
    once: true,
    holds: ({ name }) => dialogStore.getState().open === name,
  }),
  forced: condition({
    says: 'The time map’s deadline stands from `from` to `to`, where a share of the test set from `least` to `most` is right.',
    args: {
      from: optional(time),
      to: optional(time),
      least: optional(share),
      most: optional(share),
    },
    holds({ from, to, least, most }, moment) {
      const { view } = moment;
      if (shown(moment) !== 'map') return false;
      const t = view.derived.cursor();
      if (!within(t, from, to)) return false;
      if (least === undefined && most === undefined) return true;
      const { curve } = view.session.forced.store.getState();
      return curve !== null && within(curveAt(curve, t).accuracy, least, most);
    },
  }),
  robustness: condition({
    says: 'The robustness dialog has worked out this imperfection at this level, with an accuracy from `least` to `most`.',
    args: {
      against: oneOf(Object.keys(IMPERFECTIONS) as Imperfection[]),
      level: optional(number(0, 100)),
      least: optional(share),
      most: optional(share),
    },
    holds({ against, level, least, most }, { view }) {
      const { curve } = view.session.robustness.store.getState();
      if (curve?.imperfection !== against) return false;
      return curve.points.some(
        (point) =>
          (level === undefined || Math.abs(point.level - level) < 1e-9) &&
          within(point.accuracy, least, most),
      );
    },
  }),
};
