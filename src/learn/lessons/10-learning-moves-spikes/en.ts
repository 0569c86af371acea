import { formatCount, formatPercent, formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { hidden, batch, singleSteps, firstStep, fifthStep, fresh, trained } = figures;
const { right, others, inUse, steps } = figures;

export const en = {
  title: 'Learning moves spikes in time',
  claim: 'To learn is to move spikes, until the right output fires before all others.',
  steps: {
    reset: {
      do: 'Press Reset in the Training panel: it throws away what these weights have learned, and draws new ones at random. (Leaving the lesson brings them back.)',
      seen: `All outputs fire at nearly the same time: the first leads by ${formatTime(fresh.lead)} on average, and ${formatPercent(fresh.accuracy, 1)} of the test images are right. Guessing would do better.`,
      hints: {
        trained: 'Training has begun from other weights. Press Reset.',
      },
    },
    five: {
      do: `Press Step ${singleSteps} times. At each the network looks at ${batch} training images, and moves every weight a little.`,
      seen: `Of the images of the first step ${formatPercent(firstStep, 1)} were right, of the fifth ${formatPercent(fifthStep, 1)}. Circles in the rasters show where spikes were before.`,
      hints: {
        few: `Go on, up to step ${singleSteps}.`,
        running: `That is Run, which goes on by itself. Pause it: ${singleSteps} steps are enough.`,
      },
    },
    slow: {
      do: 'What happens in a step? Open slow motion, the snail beside Step, go on with its arrow, and make the step at the end.',
      seen: 'The loss says which outputs should fire earlier and which later. From there it goes back to every weight.',
      hints: { opened: 'That is slow motion. Go on with the arrow to its end, and make the step.' },
    },
    run: {
      do: `Leave slow motion, and press Run: ${formatCount(steps)} steps, some seconds. Watch the rasters.`,
      seen: `${formatPercent(trained.accuracy)} are right. The right output fires at ${formatTime(right.after)} on average, the others at ${formatTime(others.after)}; before it was ${formatTime(right.before)} and ${formatTime(others.before)}. Hidden spikes an image: ${fresh.hiddenSpikes} before, ${trained.hiddenSpikes} now.`,
      hints: { paused: 'Training is paused before its end. Press Run again.' },
    },
  },
  question: {
    ask: `Before, all ${hidden} hidden neurons fired for an image, now about ${trained.hiddenSpikes} do. What of the others?`,
    why: `Each image makes its own ${trained.hiddenSpikes} or so fire: ${inUse} of the ${hidden} still fire for some image. That a neuron stays silent says something, too.`,
    choices: {
      dead: {
        say: 'They are worn out, and never fire again',
        because: 'Show another image (key N), and others fire.',
      },
      needed: { say: 'They are silent for this image, and fire for others' },
      late: {
        say: 'They fire after the answer, and are not counted',
        because: 'Every spike is counted, late ones too. These stay below their threshold.',
      },
    },
  },
};
