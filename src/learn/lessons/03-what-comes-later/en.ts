import { formatTime } from '../../../words/numbers';
import type { LessonWords } from '../../plan';
import { figures as f } from './figures';

const at = formatTime(f.decision);
const { early, moved, proposed } = f;

export const en = {
  title: 'What comes later does not count',
  claim: 'Spikes that come after the decision change nothing about it.',
  steps: {
    late: {
      do: `The vertical line is the decision: output ${f.winner}, at ${at}. Click a spike of the hidden layer to the right of it.`,
      seen: `This hidden neuron fires after the decision, as ${f.late} of the ${f.hiddenSpikes} do.`,
      hints: {
        early: 'That neuron fires before the decision. Take a mark to the right of the line.',
        output: 'That is an output. The hidden layer is the band above the outputs.',
        pixel: 'That is a pixel. The hidden layer is the next band below.',
      },
    },
    silence: {
      do: 'What if it never fired? Silence it: press the crossed-out loudspeaker in the Neuron panel.',
      seen: `Output ${f.winner} fires at ${at}, as before. Only outputs that fire later notice: without hidden ${proposed.neuron}, output ${moved.output} moves from ${formatTime(moved.before)} to ${formatTime(moved.after)}.`,
      hints: {
        early: `The neuron that you silenced fires before the decision, so output ${f.winner} had used it. Press Revert, and silence one to the right of the line.`,
        output:
          'You silenced an output. Press Revert, and silence a hidden neuron to the right of the line.',
        other:
          'That changed something else. Press Revert, select a hidden neuron to the right of the line, and silence that.',
      },
    },
    early: {
      do: 'Now try the opposite: click a hidden spike to the left of the line, and silence that neuron as well.',
      seen: `Now output ${f.winner} moves, for this spike came in time to count. Without hidden ${early.neuron}, say, it fires at ${formatTime(early.decision)}.`,
      hints: {
        late: 'That one, too, fires after the decision: nothing moves. Take a mark to the left of the line.',
        output:
          'You silenced an output. Undo that, and silence a hidden neuron to the left of the line.',
      },
    },
    back: {
      do: 'Take all of it back: press Revert, below the spikes.',
      seen: `All is as it happened: ${f.winner} at ${at}, with a lead of ${formatTime(f.lead)}.`,
    },
  },
  question: {
    ask: `All ${f.late} hidden spikes after the decision are silenced at once. When does output ${f.winner} fire?`,
    choices: {
      later: {
        say: 'Later: it lacks their help',
        because: `It has fired by the time they come: they never helped it.`,
      },
      earlier: {
        say: 'Earlier: they held it back',
        because: 'They come when it has fired already: they cannot have held it back.',
      },
      same: { say: `At ${at}, as before` },
      never: {
        say: 'Never',
        because: `It needs the ${f.hiddenSpikes - f.late} hidden spikes before the decision, and those are still there.`,
      },
    },
    why: `Still at ${at}: what has not happened yet cannot count. Its lead even grows, from ${formatTime(f.lead)} to ${formatTime(f.allLead)}, for output ${f.second} had used some of those spikes.`,
  },
} satisfies LessonWords;
