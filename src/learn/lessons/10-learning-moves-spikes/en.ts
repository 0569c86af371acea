import { formatCount, formatPercent, formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { hidden, classes, batch, singleSteps, firstStep, fifthStep, fresh, trained } = figures;
const { afterFive, right, others, inUse, steps, epochs } = figures;

export const en = {
  title: 'Learning moves spikes in time',
  claim:
    'To learn is to move spikes: those of the right output forward, those of the others back, a little at every step.',
  steps: {
    reset: {
      do: 'Press Reset in the Training panel: it throws away all that these weights have learned, and draws new ones at random. (Leaving the lesson brings them back.)',
      seen: `Nearly all ${hidden} hidden neurons fire, and all ${classes} outputs at about the same time: the first leads by ${formatTime(fresh.lead)} on average. ${formatPercent(fresh.accuracy, 1)} of the test images are right, which is no better than guessing.`,
      hints: {
        trained: 'Training has begun from other weights. Pause it, and press Reset.',
      },
    },
    five: {
      do: `Press Step ${singleSteps} times. Each time the network looks at ${batch} training images, and moves every weight a little.`,
      seen: `Of the images of the first step ${formatPercent(firstStep, 1)} were right, of those of the fifth ${formatPercent(fifthStep, 1)}; of the test images now ${formatPercent(afterFive.accuracy, 1)}. Circles in the rasters show where spikes were before.`,
      hints: {
        few: `That was one. Go on, up to step ${singleSteps}.`,
        running: `That is Run, which goes on by itself. Pause it: what counts is that ${singleSteps} steps are made.`,
      },
    },
    slow: {
      do: 'What happens in a step? Open slow motion, the snail beside Step, go through its phases with the arrow, and make the step at the end.',
      seen: 'The loss says which outputs should have fired earlier or later. That goes back to every weight, and each moves a little so that it comes true.',
      hints: { opened: 'That is slow motion. Go on with the arrow to its end, and make the step.' },
    },
    run: {
      do: `Leave slow motion, and press Run: ${epochs} times through all training images, ${formatCount(steps)} steps. It takes some seconds; watch the rasters and the hidden spikes.`,
      seen: `${formatPercent(trained.accuracy)} of the test images are right. On average the right output fires at ${formatTime(right.after)} and the others at ${formatTime(others.after)}; before it was ${formatTime(right.before)} and ${formatTime(others.before)}. Hidden spikes an image: ${fresh.hiddenSpikes} before, ${trained.hiddenSpikes} now.`,
      hints: { paused: 'Training is paused before its end. Press Run again.' },
    },
  },
  question: {
    ask: `Before, all ${hidden} hidden neurons fired for an image, now about ${trained.hiddenSpikes} do. What has become of the others?`,
    why: `Each image makes its own ${trained.hiddenSpikes} or so fire: ${inUse} of the ${hidden} still fire for some image. What a neuron has to say is when it fires, and whether it does.`,
    choices: {
      dead: {
        say: 'They are worn out, and never fire again',
        because: 'Show another image, and others fire.',
      },
      needed: { say: 'They wait for other images: for this one they are not needed' },
      late: {
        say: 'They fire, but after the answer, so they are not counted',
        because: 'Every spike is counted, late ones too. These stay below their threshold.',
      },
    },
  },
};
