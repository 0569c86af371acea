import { formatCount, formatNumber, formatTime } from '../../../words/numbers';
import type { LessonWords } from '../../plan';
import { figures as f } from './figures';

const w = f.winner;
const other =
  'That was no hidden neuron. Press Revert, then silence hidden neurons only: those of the band above the outputs.';

export const en = {
  title: `No neuron knows the ${w}`,
  claim: 'The answer is spread over many hidden neurons: no single one carries it.',
  steps: {
    one: {
      do: `Which hidden neuron is it that knows the ${w}? Click the hidden spike that you suspect, then silence it with the crossed-out loudspeaker.`,
      seen: `Still ${w}. So it is with each of the ${f.hiddenSpikes} hidden neurons that fire, and with any two of them: all ${formatCount(f.pairs)} pairs were tried.`,
      hints: {
        other,
        quiet: 'That neuron did not fire anyway. Silence one that has a mark.',
      },
    },
    back: { do: 'Take it back: press Revert, below the spikes.' },
    chain: {
      do: `Now silence the largest cause of output ${w} again and again, until the answer changes: click the first row of its table, press the loudspeaker, then × (or Esc) to come back to output ${w}.`,
      seen: `Taking the largest one each time, it takes ${f.silenced.length}: ${f.silenced.join(', ')}. Then ${f.other} answers, at ${formatTime(f.otherTime)}; one earlier ${w} still led, by ${formatTime(f.leadBefore)}.`,
      hints: {
        other,
        late: `That one fires after the decision: output ${w} never heard it. Press × (or Esc), and take the first row of its table.`,
        more: `Still ${w}. Press × (or Esc), and take the first row of the table again.`,
      },
    },
    moved: {
      do: `How far has output ${w} moved? Click its mark, and read the line below the spikes.`,
      seen: `With those ${f.silenced.length} silent it fires at ${formatTime(f.times.at(-1)!)}, ${formatTime(f.real)} later than it did. The gradient, a straight-line estimate, had predicted only ${formatTime(f.predicted)}.`,
      hints: { other: `That is another output. Output ${w} is row ${w}.` },
    },
  },
  question: {
    ask: `Why did output ${w} move by ${formatTime(f.real)}, where its gradient had predicted ${formatTime(f.predicted)}?`,
    choices: {
      joined: {
        say: `The ${f.joined} later spikes that have become causes held it back`,
        because: `They helped: without them it would fire at ${formatTime(f.withoutJoined)} only.`,
      },
      steep: { say: 'Its potential rises less steeply now, so what is missing takes longer' },
      rounded: {
        say: 'The page rounds to three digits',
        because:
          'That is how times are shown. They are worked out exactly, and the gap is far larger.',
      },
    },
    why: `The gradient takes each silenced spike by itself, on a potential that rises as before: by ${formatNumber(f.slope, 2)}. Without all ${f.silenced.length} only ${formatNumber(f.slopeLeft, 2)} of that is left, so what is missing takes longer.`,
  },
} satisfies LessonWords;
