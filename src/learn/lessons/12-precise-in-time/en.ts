import { formatPercent, formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { bits, steps, jitter, worst, little, meanLead, first } = figures;

export const en = {
  title: 'Precise in time, coarse in weight',
  claim: 'A network of spikes puts up with coarse weights, but not with spikes at the wrong time.',
  steps: {
    bits: {
      do: 'Open Robustness at the foot of the Training panel, choose Bits, and press "Work out the curve": weights in fewer and fewer bits. Close it when the curve is there.',
      seen: `With 6 bits ${formatPercent(bits[6])} are right, with 4 still ${formatPercent(bits[4])}: only ${steps[4]} steps to each side of 0. With 3 bits it is over: ${formatPercent(bits[3])}.`,
      hints: {
        jitter: 'That curve is against jitter, which comes later. Choose Bits first.',
        dead: 'That curve is against dead neurons. Choose Bits.',
        lost: 'That curve is against lost spikes. Choose Bits.',
      },
    },
    jitter: {
      do: 'Open Robustness again, choose Jitter, and work out the curve: every spike comes too early or too late by chance, by about σ. It takes some seconds.',
      seen: `A jitter of ${little} costs little: ${formatPercent(jitter[0.02])} are right. With ${worst} it is only ${formatPercent(jitter[0.1])}, though the input lasts ten times as long.`,
      hints: {
        dead: 'That curve is against dead neurons. Choose Jitter.',
        lost: 'That curve is against lost spikes. Choose Jitter.',
      },
    },
    lead: {
      do: `Why so much? Close the dialog. In the raster of the outputs, click the mark of the one that fired second, behind ${first.answer}.`,
      seen: `${first.second} came ${formatTime(first.lead)} later. Over all test images the second comes only ${formatTime(meanLead)} after the first on average.`,
      hints: { winner: `That is ${first.answer}, which fired first. Click the next mark.` },
    },
  },
  question: {
    ask: `Why does a jitter of ${worst} hurt so much?`,
    why: `The mean lead is ${formatTime(meanLead)}: two spikes that are each off by ${worst} change places easily, and the wrong output is first.`,
    choices: {
      lost: {
        say: 'Spikes get lost on their way',
        because: 'Jitter loses none: each comes, only earlier or later.',
      },
      lead: { say: 'It is nearly as large as the lead of the first output' },
      weights: {
        say: 'The weights become coarser',
        because: 'The weights stay as they are. It is the times that are off.',
      },
    },
  },
};
