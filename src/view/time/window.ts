/** The stretch of time seen. */
import { as, nullable, pair, time } from '../../session/link/link-codecs';
import { linkPart } from '../link/link-part';
import type { TimeWindow } from './time-axis';

const rounded = (t: number) => Math.round(t * 1e4) / 1e4;

const stretch = as(
  pair(time),
  ([start, end]): TimeWindow => ({ start: start!, end: end! }),
  ({ start, end }) => [start, end],
);

/** null: all of it. */
export const window = linkPart<TimeWindow | null>(null, nullable(stretch), {
  toLink: (state) => state && { start: rounded(state.start), end: rounded(state.end) },
  fault: (linked) =>
    linked && linked.start >= linked.end ? 'it shows a stretch of time without length' : null,
  words: (linked) => `time from ${linked!.start} to ${linked!.end}`,
});
