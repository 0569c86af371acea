import { formatNumber, formatShift, formatTime } from '../../../words/numbers';
import type { LessonWords } from '../../plan';
import { figures as f } from './figures';

const { top } = f;

export const en = {
  title: 'Shares add up to the threshold',
  claim: `A neuron fires when all that earlier spikes have added to it makes ${f.threshold}, its threshold.`,
  steps: {
    open: {
      do: `Click the mark of output ${f.neuron}, in row ${f.neuron} at the bottom. The Neuron panel then says why it fired when it did.`,
      seen: `${f.causes} hidden spikes came before it. The column “adds” says what each had added by ${formatTime(f.time)}; their sum, in the last row, is ${f.threshold}: the threshold θ.`,
      hints: {
        output: `That is another output. Take the mark in row ${f.neuron}.`,
        other: `That is no output. Take the mark in row ${f.neuron}, one of the rows numbered 0 to 9.`,
      },
    },
    top: {
      do: 'Which spike had added most? Click it in the table: it is the first row.',
      seen: `Hidden ${top.neuron} fired at ${formatTime(top.time)} and had added ${formatTime(top.adds)}: more than a tenth of what output ${f.neuron} needs.`,
      hints: {
        other: `That one had added less. Press × (or Esc) to come back to output ${f.neuron}, and click the first row of its table.`,
      },
    },
    silence: {
      do: `Without it output ${f.neuron} has to wait for others to make up for it. Silence hidden ${top.neuron}: press the crossed-out loudspeaker.`,
      seen: `Output ${f.neuron} now fires at ${formatTime(f.without)}. The hollow circles are where the spikes were before.`,
      hints: {
        output: `You silenced an output. Press Revert, and silence hidden ${top.neuron}.`,
        other: `That was something else. Press Revert, and silence hidden ${top.neuron}.`,
      },
    },
    again: {
      do: `Click the mark of output ${f.neuron} again, and read the line below the spikes: how far has it moved?`,
      seen: `By ${formatShift(f.real)}. The gradient, a straight-line estimate, predicted ${formatShift(f.predicted)}: it knows what is missing, but not that the potential now rises less steeply, by ${formatNumber(f.slopeWithout, 2)} in place of ${formatNumber(f.slope, 2)}. The shares make ${f.threshold} again.`,
      hints: {
        reverted: `Hidden ${top.neuron} fires again. Silence it once more, then click output ${f.neuron}.`,
        other: `That is another output. Take the mark in row ${f.neuron}.`,
      },
    },
  },
  question: {
    ask: `Without what-ifs output ${f.neuron} fires at ${formatTime(f.time)}. When would it fire if every pixel spiked ${f.later} later?`,
    why: `At ${formatTime(f.laterTime)}: ${f.later} later, like everything else. Each cause that comes later moves it by a part of that; over all ${f.causes} causes the parts make the whole.`,
  },
} satisfies LessonWords;
