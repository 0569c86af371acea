import { formatCount, formatNumber, formatTime } from '../../../words/numbers';
import type { LessonWords } from '../../plan';
import { figures as f } from './figures';

export const en = {
  title: 'One stroke',
  claim: 'One more stroke can make another output the first.',
  steps: {
    open: {
      do: `Draw a ${f.open} on the pad that is open at its top: an L, then a long stroke down at its right.`,
      seen: `The network reads your drawing as a ${f.open}.`,
      hints: {
        closed: `It is read as a ${f.closed}. Press Clear, and leave the top wide open.`,
        other: `It is not read as a ${f.open} yet. Press Clear, and draw it larger: an L, then a long stroke down at its right.`,
      },
    },
    second: {
      do: 'Which output came second, and so came closest? Click the mark that follows next after the decision.',
      seen: `Often it is the ${f.closed}: the two share nearly all of their ink.`,
      hints: {
        first: 'That is the output that answers. The second is the next mark to the right of it.',
        later:
          'That output came later still. The second is the mark that follows next after the decision.',
        other: 'That is no output. The outputs are the rows numbered 0 to 9.',
      },
    },
    close: {
      do: `Now close the top of your ${f.open} with one stroke. Do not clear the pad.`,
      seen: `One stroke, and it is a ${f.closed}: its pixels spike early, and all that comes after them moves.`,
      hints: {
        blank: `You cleared the pad. Draw the open ${f.open} again, then close its top.`,
        sample: `That is a test image. Draw the open ${f.open} again, then close its top.`,
        still: `Still a ${f.open}. Draw from one tip all the way to the other; if that does not help, press Clear and begin with an upright L.`,
        other: `It is read as something else now. Press Undo, and draw a straight stroke from one tip to the other.`,
      },
    },
    undo: {
      do: 'Take that stroke away: press Undo.',
      seen: `A ${f.open} again. That stroke alone made the difference.`,
      hints: { blank: 'Now the pad is blank. Press Undo once more: it brings the drawing back.' },
    },
  },
  question: {
    ask: `Look at all ${formatCount(f.images)} test images. Where more pixels spike, is the decision earlier?`,
    choices: {
      later: {
        say: 'No, later: there is more to wait for',
        because: 'Nobody waits for all spikes. More of them fill the neurons sooner.',
      },
      neither: {
        say: 'No: only where the ink is counts',
        because: 'Where it is decides who wins. How much there is has to do with when.',
      },
      earlier: { say: 'Yes, earlier' },
    },
    why: `The quarter of the images with the fewest spiking pixels is decided at ${formatTime(f.fewest)} on average, that with the most at ${formatTime(f.most)} (correlation ${formatNumber(f.correlation, 2)}). A single drawing may well be an exception.`,
  },
} satisfies LessonWords;
