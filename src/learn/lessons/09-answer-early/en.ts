import { formatPercent, formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { at, goal, patient, waiting, first } = figures;
const [early] = at;
const percent = (share: number) => formatPercent(share, 1);

export const en = {
  title: 'Answer early',
  claim: 'A network of spikes has a best guess long before the first output fires.',
  steps: {
    map: {
      do: 'Below the spikes, choose "time map".',
      seen: 'Each square is a neuron, the darker the earlier it fired. On the right is the deadline: what if the network had to answer by then?',
      hints: { circuit: 'That is the circuit. "Time map" is beside it.' },
    },
    early: {
      do: `Drag the deadline to about ${early.time}. No output has fired by then; read how many of all test images would be right nevertheless.`,
      seen: `${percent(early.right)} at ${early.time}. This ${first.answer}, too: output ${first.early.answer} is filled to only ${first.early.share} of its threshold, but no other is fuller.`,
      hints: {
        earlier: `That is earlier than ${early.time}: too little has arrived. Drag it to the right.`,
        later: `That is later than ${early.time}. Drag it to the left.`,
      },
    },
    goal: {
      do: `Find the earliest deadline with which at least ${100 * goal.right} % are right.`,
      seen: `${formatTime(goal.time)} is enough, though only ${percent(goal.spiked)} of the images have an output spike by then: nearly all answers are guesses.`,
      hints: {
        less: `Not yet ${100 * goal.right} %: below the curve it says how many. A little later.`,
        more: `More than enough. You can answer earlier and still be right ${100 * goal.right} times of 100.`,
      },
    },
    patient: {
      do: `What does patience buy? Drag the deadline to ${patient.time} or later.`,
      seen: `${percent(patient.right)} at ${patient.time}. Better still is to wait for each image's own first output spike: ${formatPercent(waiting.right)}, at ${formatTime(waiting.time)} on average.`,
      hints: { less: `There is still something to gain. Go on to ${patient.time}.` },
    },
  },
  question: {
    ask: 'No output has fired yet, and the answer is due. Which output answers?',
    why: 'The one with the highest potential: it has gathered most of what it needs, so it is the likeliest to fire first.',
    choices: {
      lowest: {
        say: 'Output 0, the first in the list',
        because: 'Only where nothing at all has reached the outputs.',
      },
      potential: { say: 'The one with the highest potential' },
      weights: {
        say: 'The one with the largest weights',
        because: 'Weights are the same for every image. What has arrived of this one counts.',
      },
    },
  },
};
