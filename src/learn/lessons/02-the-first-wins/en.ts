import { formatTime } from '../../../words/numbers';
import type { LessonWords } from '../../plan';
import { figures as f } from './figures';

export const en = {
  title: 'The first wins',
  claim: 'Every output may fire; the one that fires first is the answer.',
  steps: {
    play: {
      do: 'Press Play and watch the spikes come, from left to right, until one of the ten outputs (rows 0 to 9) fires.',
      seen: `Output ${f.winner} fired first, at t = ${formatTime(f.decision)}: so the answer is ${f.winner}. Time has no unit; pixels fire between 0 and 1.`,
      hints: { early: 'No output has fired yet. Let it play on.' },
    },
    rest: {
      do: 'The other outputs fire, too, only later: if Play runs on, you see it by itself. Else drag the vertical line to the right, until all ten have fired.',
      seen: `All ten have fired, output ${f.last} last, at ${formatTime(f.lastTime)}. None of them changed the answer.`,
      hints: {
        some: 'Some outputs have not fired yet. Go on to the right end.',
        back: 'That is back before the decision. Go on to the right end.',
      },
    },
    second: {
      do: 'Which output came second? Click its mark.',
      seen: `Output ${f.second} fired at ${formatTime(f.secondTime)}, ${formatTime(f.lead)} after output ${f.winner}. This gap is called the lead.`,
      hints: {
        first: `That is output ${f.winner}, the first. The second is the next mark to the right of it.`,
        later:
          'That output came later still. The second is the mark that follows next after the decision.',
        hidden: 'That is a hidden neuron. The outputs are the rows numbered 0 to 9.',
        pixel: 'That is a pixel. The outputs are the rows numbered 0 to 9.',
      },
    },
  },
  question: {
    ask: `Suppose output ${f.winner} were silent. What would the network answer?`,
    choices: {
      later: {
        say: `Still ${f.winner}, only later`,
        because: 'A silent output never fires, so it cannot be first.',
      },
      none: {
        say: `Nothing: it would wait for ${f.winner}`,
        because: 'Nobody waits. Whichever output fires first is the answer.',
      },
      second: { say: `${f.second}, at ${formatTime(f.secondTime)}` },
      last: {
        say: `${f.last}, at ${formatTime(f.lastTime)}`,
        because: `Output ${f.last} fires last of all.`,
      },
    },
    why: `${f.second}, at ${formatTime(f.secondTime)}: each output fires at its own time, whatever the others do. It would lead output ${f.third} by ${formatTime(f.muteLead)} only.`,
  },
} satisfies LessonWords;
