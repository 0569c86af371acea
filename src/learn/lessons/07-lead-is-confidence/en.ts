import { formatCount, formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { images, misread, sure, unsure, refuse, surest, close } = figures;

export const en = {
  title: 'The lead is confidence',
  claim: 'The output that fires first answers; its lead over the second tells how far to trust it.',
  steps: {
    'runner-up': {
      do: `This ${close.label} is read as ${close.answer}: output ${close.answer} fired first. In the raster of the outputs, click the mark of the one that fired second.`,
      seen: `Output ${close.label} came only ${formatTime(close.lead)} later: a photo finish, and the wrong one won.`,
      hints: {
        winner: `That is ${close.answer}, which fired first. Click the mark just behind it.`,
      },
    },
    surest: {
      do: `In the Training panel click "${misread} misread", choose the order "surest first", and click the first image.`,
      seen: `This ${surest.label} is read as ${surest.answer} with a lead of ${formatTime(surest.lead)}. Of ${formatCount(sure.images)} images with a lead of ${sure.lead} or more it is the only error.`,
      hints: {
        other:
          'This one is misread, too, but with a smaller lead. Open the misread images again, and take the order "surest first".',
      },
    },
    closest: {
      do: `Now the other end: open the misread images again, and find one with a lead below ${unsure.lead}. In "surest first" they come last.`,
      seen: `Only ${unsure.images} images have so small a lead, and ${unsure.misread} of them are misread: about every second.`,
      hints: {
        larger: `Its lead, beside the answer, is larger than ${unsure.lead}. Take one that is closer to the end.`,
      },
    },
  },
  question: {
    ask: `The network may say "I do not know" when its lead is below ${refuse.lead}. How many of its ${misread} errors are gone?`,
    why: `It refuses ${refuse.images} of ${formatCount(images)} images, with ${refuse.misread} of the ${misread} errors among them. All it has to do is to wait for the second spike.`,
    choices: {
      few: {
        say: '12',
        because: `More: below ${unsure.lead} alone there are ${unsure.misread}.`,
      },
      half: { say: '60', because: 'More: nearly all errors have a small lead.' },
      most: { say: String(refuse.misread) },
    },
  },
};
