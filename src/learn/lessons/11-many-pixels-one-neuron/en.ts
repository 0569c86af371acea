import { formatCount, formatPercent, formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { inputs, pixels, weights, weightsUnpacked, hidden, patch, trained, epochs, kernel } =
  figures;
const m = `${patch.spikes} / ${pixels / 2}`;

export const en = {
  title: 'Many pixels, one neuron',
  claim: `${pixels} pixels can share one input neuron: their spikes act as one, at their mean time, the stronger the more there are.`,
  steps: {
    cause: {
      do: `This network sees ${inputs} patches of ${kernel} x ${kernel} pixels. In the table of the Neuron panel, click the largest cause of hidden ${hidden}: patch x ${patch.x}, y ${patch.y}.`,
      seen: `${patch.spikes} of its ${pixels} pixels have ink. Their spikes act together at their mean time, ${formatTime(patch.mean)}, with a strength m of ${m}.`,
      hints: {
        other: `That is another patch. Select hidden ${hidden} again; its largest cause, x ${patch.x}, y ${patch.y}, stands first in its table.`,
        later: `That is an output. Select hidden ${hidden} again, or patch x ${patch.x}, y ${patch.y} itself.`,
      },
    },
    whole: {
      do: 'Is that enough to learn from? Click 49 → 128 → 10 at the top, set "spike times" to latency, and press Apply.',
      seen: 'New weights, at random. How much ink a pixel has says when it spikes, and a patch sends its whole train.',
      hints: {
        first: 'This patch emits only its first spike, which comes later. Take its whole train.',
      },
    },
    'whole-run': {
      do: `Press Run: ${epochs} times through all training images, some seconds.`,
      seen: `${formatPercent(trained.whole, 1)} are right, with ${formatCount(weights)} weights in place of ${formatCount(weightsUnpacked)}.`,
      hints: {
        paused: 'Training is paused before its end. Press Run again.',
        changed:
          'This is another network. Set "spike times" to latency, and a patch to its whole train.',
      },
    },
    first: {
      do: 'Now let a patch send one spike: open the network again, set "a patch emits" to its first spike, and press Apply.',
      seen: 'One spike a patch now: that of its darkest pixel.',
      hints: {
        mean: 'This patch emits one spike at its mean. Take its first spike.',
      },
    },
    'first-run': {
      do: 'Press Run once more.',
      seen: `Only ${formatPercent(trained.first, 1)}. One spike says how dark the darkest pixel is; the whole train says how dark all are, and how many.`,
      hints: {
        paused: 'Training is paused before its end. Press Run again.',
        changed: 'This is another network. Set "a patch emits" to its first spike again.',
      },
    },
  },
  question: {
    ask: `${patch.spikes} spikes become a mean time and a strength. What of them is lost?`,
    why: 'Mean and number stay, the order is gone: which pixel of the patch came when, nobody can tell any more.',
    choices: {
      number: { say: 'How many there were', because: `The strength m says it: ${m}.` },
      ink: { say: 'How early they were together', because: 'That is the mean time.' },
      order: { say: 'Which of them came when' },
    },
  },
};
