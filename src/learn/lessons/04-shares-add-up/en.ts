import { formatShift, formatTime } from '../../../words/numbers';
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
      seen: `By ${formatShift(f.real)}: later, since the other shares have to make up for the one that is missing. Together they make ${f.threshold} again. (The gradient, an estimate by a straight line, had said ${formatShift(f.predicted)}.)`,
      hints: {
        reverted: `Hidden ${top.neuron} fires again. Silence it once more, then click output ${f.neuron}.`,
        other: `That is another output. Take the mark in row ${f.neuron}.`,
      },
    },
    back: {
      do: `Give hidden ${top.neuron} its spike back: press Revert, in the line below the rasters.`,
      seen: `Output ${f.neuron} fires at ${formatTime(f.time)} again.`,
    },
  },
  question: {
    ask: `Output ${f.neuron} fires at ${formatTime(f.time)}. When would it fire if every pixel spiked ${f.later} later?`,
    why: `At ${formatTime(f.laterTime)}: if everything comes ${f.later} later, so does the answer.`,
  },
} satisfies LessonWords;
