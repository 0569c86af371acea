/** What the network looks at: a sample, a drawing, a point. */
import { isPointSize, pointOf } from '../../data/points/point';
import { padShows } from '../../view/pad-view';
import { label, oneOf, optional, share, whole, yes } from '../args';
import type { Moment } from '../moment';
import { condition, within } from './row';

const stimulus = ({ view }: Moment) => view.session.stimulus.store.getState();

export const INPUT = {
  sample: condition({
    says: 'This sample is on show, counted from 1 as the page does; without a number: any of the set.',
    args: { number: optional(whole(1, 0xffff_ffff)), of: optional(oneOf(['test', 'train'])) },
    holds(args, moment) {
      const { kind, sample } = stimulus(moment);
      if (kind !== 'sample' || !sample) return false;
      if (sample.role !== (args.of ?? 'test')) return false;
      return args.number === undefined || sample.index === args.number - 1;
    },
  }),
  'sample-of': condition({
    says: 'A sample of this class is on show.',
    args: { class: label },
    holds: (args, moment) => stimulus(moment).sample?.label === args.class,
  }),
  drawn: condition({
    says: 'There is a drawing of `least` to `most` strokes, and the pen is up; `since` "step" asks for so many strokes since the step began.',
    args: {
      least: optional(whole(1, 1000)),
      most: optional(whole(1, 1000)),
      since: optional(oneOf(['step'])),
    },
    holds({ least = 1, most, since }, moment) {
      const { kind, strokes } = stimulus(moment);
      const before = since === 'step' ? moment.began.strokes : 0;
      // In the middle of a stroke it is whatever it happens to be.
      const { penDown } = moment.view.store.getState();
      return kind === 'drawing' && !penDown && within(strokes.length - before, least, most);
    },
  }),
  'pad-blank': condition({
    says: 'The pad is blank.',
    args: {},
    holds(_, moment) {
      const { kind, strokes } = stimulus(moment);
      return kind === 'drawing' && strokes.length === 0;
    },
  }),
  'pad-shows': condition({
    says: 'The pad shows the ink, or the spike times.',
    args: { what: oneOf(['ink', 'times']) },
    holds: ({ what }, { view }) => padShows(view) === what,
  }),
  'samples-filtered': condition({
    says: 'The list of samples shows only those of a class, or only misread ones.',
    args: { class: optional(label), misread: optional(yes) },
    holds(args, moment) {
      const { filter } = stimulus(moment);
      if (args.class !== undefined && filter.label !== args.class) return false;
      return args.misread === undefined || filter.misread === args.misread;
    },
  }),
  point: condition({
    says: 'The network reads a point of the plane, x to the right and y up, each from 0 to 1, within these bounds.',
    args: {
      left: optional(share),
      right: optional(share),
      bottom: optional(share),
      top: optional(share),
    },
    holds({ left, right, bottom, top }, moment) {
      const { image, strokes, kind, ...size } = stimulus(moment);
      if (!isPointSize(size) || (kind === 'drawing' && strokes.length === 0)) return false;
      const { x, y } = pointOf(image);
      return within(x, left, right) && within(y, bottom, top);
    },
  }),
};
