import { formatCount, formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { images, misread, sure, unsure, refuse, surest, close } = figures;

export const en = {
  title: 'The lead is confidence',
  claim:
    'The output that fires first answers. How far it is ahead of the second tells how much the answer can be trusted.',
  steps: {
    'runner-up': {
      do: `Test image ${close.image} is a ${close.label}, but output ${close.answer} fired first. In the raster of the outputs, click the mark of the output that fired second.`,
      seen: `Output ${close.label} came only ${formatTime(close.lead)} later: a photo finish, and the wrong one won.`,
      hints: {
        winner: `That is ${close.answer}, which fired first. Click the mark just behind it.`,
      },
    },
    surest: {
      do: `${misread} of ${formatCount(images)} test images are misread. Click "${misread} misread" in the Training panel, choose the order "surest first", and click the first image.`,
      seen: `This ${surest.label} is read as ${surest.answer}, with a lead of ${formatTime(surest.lead)}. ${formatCount(sure.images)} images are read with a lead of ${sure.lead} or more, and it is the only error among them.`,
      hints: {
        other:
          'This one is misread, too, but with a smaller lead. Open the misread images again, and take the order "surest first".',
      },
    },
    closest: {
      do: `Now the other end: open the misread images again, and find one that won by less than ${unsure.lead}. With "surest first" they are the last ones.`,
      seen: `So small a lead says "I am not sure". Only ${unsure.images} images have one, and ${unsure.misread} of them are misread: about every second.`,
      hints: {
        larger: `Its lead is larger than ${unsure.lead}: it is said beside the answer. Take one that is closer to the end.`,
      },
    },
  },
  question: {
    ask: `Suppose the network may say "I do not know" whenever its lead is below ${refuse.lead}. How many of its ${misread} errors are gone?`,
    why: `It would refuse ${refuse.images} of ${formatCount(images)} images, and ${refuse.misread} of the ${misread} errors are among them. The lead comes for nothing: the network only has to wait for the second spike.`,
    choices: {
      few: {
        say: '12',
        because: `More. Remember that below ${unsure.lead} about every second one is wrong.`,
      },
      half: { say: '60', because: 'More: nearly all errors have a small lead.' },
      most: { say: String(refuse.misread) },
    },
  },
};
