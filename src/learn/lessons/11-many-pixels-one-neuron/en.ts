import { formatCount, formatPercent, formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { inputs, pixels, weights, weightsUnpacked, hidden, patch, trained, epochs, kernel } =
  figures;

export const en = {
  title: 'Many pixels, one neuron',
  claim: `${pixels} pixels can share one input neuron: their spikes act as one, at their mean time, the stronger the more there are.`,
  steps: {
    cause: {
      do: `This network sees the image as ${inputs} patches of ${kernel} x ${kernel} pixels. Hidden ${hidden} is selected; in the table of the Neuron panel, click its largest cause: patch x ${patch.x}, y ${patch.y}.`,
      seen: `${patch.spikes} of the ${pixels} pixels of this patch have ink, and each sends a spike. Together they act as ${patch.spikes} spikes at their mean time, ${formatTime(patch.mean)}: the strength m is ${patch.spikes} / ${pixels / 2}, or ${patch.multiplicity}.`,
      hints: {
        other: `That is another patch. The largest cause adds most: x ${patch.x}, y ${patch.y}, the first row of the table of hidden ${hidden}.`,
        later: `That is an output. Select hidden ${hidden} again, or patch x ${patch.x}, y ${patch.y} itself.`,
      },
    },
    whole: {
      do: 'Is that enough to learn from? Open the network (the button with 49 → 128 → 10 at the top). Set "spike times" to latency, leave "a patch emits" at its whole train, and press Apply.',
      seen: 'New weights, at random. A pixel now spikes by its ink alone, wherever it is in its patch.',
      hints: {
        first: 'This one emits only the first spike, which comes later. First its whole train.',
      },
    },
    'whole-run': {
      do: `Press Run: ${epochs} times through all training images, a few seconds.`,
      seen: `${formatPercent(trained.whole, 1)} of the test images are right, with ${formatCount(weights)} weights in place of ${formatCount(weightsUnpacked)}.`,
      hints: {
        paused: 'Training is paused before its end. Press Run again.',
        changed: 'The network has been changed. Set "spike times" to latency and its whole train.',
      },
    },
    first: {
      do: 'Now let a patch send only its first spike: open the network again, set "a patch emits" to its first spike, and press Apply.',
      seen: 'One spike a patch, at the time of its darkest pixel. The others are not heard.',
      hints: {
        mean: 'This one emits a spike at the mean of its train. Take its first spike.',
      },
    },
    'first-run': {
      do: 'Press Run once more.',
      seen: `Only ${formatPercent(trained.first, 1)} are right. One spike says how dark the darkest pixel is; the whole train says how dark all are together, and how many.`,
      hints: {
        paused: 'Training is paused before its end. Press Run again.',
        changed: 'The network has been changed. Set "a patch emits" to its first spike again.',
      },
    },
  },
  question: {
    ask: `${patch.spikes} spikes become a mean time and a strength. What of the patch is lost?`,
    why: 'The mean and the number stay, the order is gone: two patches with the same ink in other places look the same to the network.',
    choices: {
      number: {
        say: 'How many pixels have ink',
        because: `The strength m says it: ${patch.spikes} / ${pixels / 2}.`,
      },
      ink: {
        say: 'How dark they are together',
        because: 'The mean time says it: darker is earlier.',
      },
      order: { say: 'Which pixel came when: the order within the patch' },
    },
  },
};
