/** Acts on training, network and dialogs. */
import { IMPERFECTIONS, type Imperfection } from '../../model/imprecise';
import { RANGES } from '../../model/ranges';
import { dialogStore } from '../../view/dialogs';
import { count, number, oneOf, optional, text, whole } from '../args';
import { openLink } from '../open-link';
import { act } from './row';

const DIALOGS = ['network', 'help', 'about', 'robustness', 'models', 'none'] as const;

export const WORK_ACTS = {
  reset: act({
    says: 'Gives the network new weights, from a seed where it says one.',
    args: { seed: optional(whole(...RANGES.seed.range)) },
    run: ({ seed }, { session }) => session.training.reset(seed),
  }),
  step: act({
    says: 'Makes training steps.',
    args: { count: optional(whole(1, 1000)) },
    async run({ count: times = 1 }, { session }) {
      for (let n = 0; n < times; n++) await session.training.step();
    },
  }),
  run: act({
    says: 'Starts training, for so many epochs where it says so.',
    args: { epochs: optional(number(0, 1000)) },
    async run({ epochs }, { session }) {
      if (epochs !== undefined) await session.training.configure({ epochs });
      void session.training.run();
    },
  }),
  pause: act({
    says: 'Pauses training.',
    args: {},
    run: (_, { session }) => session.training.pause(),
  }),
  'slow-motion': act({
    says: 'Opens slow motion; goes on, phase by phase; makes the step; leaves it.',
    args: { do: oneOf(['open', 'next', 'apply', 'close']) },
    async run(args, { session: { slow } }) {
      if (args.do === 'open') await slow.open();
      else if (args.do === 'next') slow.go(slow.store.getState().at + 1);
      else if (args.do === 'apply') await slow.apply();
      else slow.close();
    },
  }),
  dialog: act({
    says: 'Opens a dialog, or closes the one that is open.',
    args: { name: oneOf(DIALOGS) },
    run: ({ name }) => dialogStore.setState({ open: name === 'none' ? null : name }),
  }),
  robustness: act({
    says: 'Works out the accuracy against an imperfection, on the first so many test images.',
    args: {
      against: oneOf(Object.keys(IMPERFECTIONS) as Imperfection[]),
      images: optional(count),
    },
    run({ against, images }, { session: { robustness } }) {
      robustness.choose({ imperfection: against, limit: images ?? null });
      void robustness.start();
    },
  }),
  open: act({
    says: 'Opens a link of the page: what follows the # in its address.',
    args: { link: text(20_000) },
    async run({ link }, view) {
      await openLink(view, link);
    },
  }),
};
