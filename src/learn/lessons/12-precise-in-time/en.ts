import { formatPercent, formatTime } from '../../../words/numbers';
import { figures } from './figures';

const { precise, bits, steps, jitter, worst, meanLead, first } = figures;

export const en = {
  title: 'Precise in time, coarse in weight',
  claim:
    'A network of spikes puts up with coarse weights, but not with spikes that come at the wrong time.',
  steps: {
    bits: {
      do: 'Real chips are imprecise. Open Robustness, at the foot of the Training panel, choose Bits, and press "Work out the curve": every weight is stored in fewer and fewer bits. Close it when the curve is there.',
      seen: `With all bits ${formatPercent(precise)} are right, with 6 bits ${formatPercent(bits[6])}, with 4 bits, which are only ${steps[4]} steps to each side of 0, still ${formatPercent(bits[4])}. With 3 bits (${steps[3]} steps) it is over: ${formatPercent(bits[3])}.`,
      hints: {
        jitter: 'That curve is against jitter, which comes later. Choose Bits first.',
        dead: 'That curve is against dead neurons. Choose Bits.',
        lost: 'That curve is against lost spikes. Choose Bits.',
      },
    },
    jitter: {
      do: 'Now the time: open Robustness again, choose Jitter, and work out the curve. Every spike then comes a little too early or too late, by chance; σ says how much. It takes some seconds.',
      seen: `A jitter of 0.02 costs little: ${formatPercent(jitter[0.02], 1)} are right. With ${worst} it is only ${formatPercent(jitter[0.1], 1)}, one of eight wrong, although the input lasts ten times as long.`,
      hints: {
        dead: 'That curve is against dead neurons. Choose Jitter.',
        lost: 'That curve is against lost spikes. Choose Jitter.',
      },
    },
    lead: {
      do: `Why so much? Close the dialog. In the raster of the outputs, click the mark of the output that fired second, behind ${first.answer}.`,
      seen: `Output ${first.second} came ${formatTime(first.lead)} later than ${first.answer}, which is much: over all test images the second comes ${formatTime(meanLead)} after the first on average.`,
      hints: { winner: `That is ${first.answer}, which fired first. Click the next mark.` },
    },
  },
  question: {
    ask: `Why does a jitter of ${worst} hurt so much?`,
    why: `The mean lead is ${formatTime(meanLead)}. Two spikes that are each off by ${worst} change places easily, and then the wrong output is first.`,
    choices: {
      lead: { say: 'It is nearly as large as the lead of the first output over the second' },
      lost: {
        say: 'Spikes get lost on their way',
        because: 'Jitter loses none: each comes, only earlier or later. "Lost" is another curve.',
      },
      weights: {
        say: 'The weights become coarser',
        because: 'The weights stay as they are. It is the times that are off.',
      },
    },
  },
};
