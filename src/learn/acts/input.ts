/** Acts on what the network looks at. */
import { DEFAULT_PEN } from '../../data/strokes';
import { showOnPad } from '../../view/pad-view';
import type { View } from '../../view/view';
import { label, listOf, oneOf, optional, share, whole, yes } from '../args';
import { act } from './row';

function stroke({ session }: View, points: readonly (readonly number[])[]): void {
  const drawn = points.map(([x, y]) => ({ x: x!, y: y! }));
  session.stimulus.beginStroke({ points: drawn.slice(0, 1), width: DEFAULT_PEN });
  session.stimulus.extendStroke({ points: drawn, width: DEFAULT_PEN });
}

const MOST_POINTS = 1000;

export const INPUT_ACTS = {
  sample: act({
    says: 'Shows a sample, counted from 1 as the page does: of the test images unless it says otherwise.',
    args: { number: whole(1, 0xffff_ffff), of: optional(oneOf(['test', 'train'])) },
    run: ({ number, of = 'test' }, { session }) => session.stimulus.show(of, number - 1),
  }),
  filter: act({
    says: 'Lists only samples of a class, or only misread ones, and shows the next of them.',
    args: { class: optional(label), misread: optional(yes) },
    run: (args, { session }) =>
      session.stimulus.setFilter({ label: args.class ?? null, misread: args.misread ?? false }),
  }),
  draw: act({
    says: 'Draws strokes on the pad: each a list of places [x, y], from 0 to 1, y downwards.',
    args: { strokes: listOf(listOf(listOf(share, 2), MOST_POINTS), 100) },
    run({ strokes }, view) {
      for (const points of strokes) {
        if (points.length > 0 && points.every((p) => p.length === 2)) stroke(view, points);
      }
    },
  }),
  clear: act({
    says: 'Clears the pad.',
    args: {},
    run: (_, { session }) => session.stimulus.clear(),
  }),
  point: act({
    says: 'Puts the point of the plane to x, to the right, and y, up.',
    args: { x: share, y: share },
    run: ({ x, y }, view) => stroke(view, [[x, 1 - y]]),
  }),
  pad: act({
    says: 'Shows the ink, or the spike times, on the pad.',
    args: { shows: oneOf(['ink', 'times']) },
    run: ({ shows }, view) => showOnPad(view, shows),
  }),
};
