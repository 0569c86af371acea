import { formatCount, formatTime } from '../../../words/numbers';
import type { LessonWords } from '../../plan';
import { figures as f } from './figures';

const { best, top } = f;

export const en = {
  title: 'Photo finish',
  claim: `Where two outputs fire at nearly the same time, a single neuron decides who wins.`,
  steps: {
    close: {
      do: `Image ${f.image} is a ${f.label}, and the network says ${f.misreadAs}. By how little did output ${f.label} lose? Click its mark, in row ${f.label}.`,
      seen: `Output ${f.misreadAs} fired at ${formatTime(f.decision)}, output ${f.label} at ${formatTime(f.rightTime)}: a lead of ${formatTime(f.lead)}.`,
      hints: {
        first: `That is output ${f.misreadAs}, the winner. Take the mark in row ${f.label}.`,
        other: `That is another neuron. Take the mark in row ${f.label}, one of the rows numbered 0 to 9.`,
      },
    },
    winner: {
      do: `Now click output ${f.misreadAs}. Its table has its causes, the largest first; those with a large “adds” have pushed it.`,
      seen: `Hidden ${top.neuron} has added most, ${formatTime(top.toWrong)}. But it has added ${formatTime(top.toRight)} to output ${f.label} as well.`,
      hints: { other: `That is another output. Output ${f.misreadAs} is row ${f.misreadAs}.` },
    },
    cure: {
      do: `Make the answer right by silencing one single neuron: click a cause in the table, then the crossed-out loudspeaker. If that does not help, press Revert and try another.`,
      seen: `Right by one neuron; ${f.cures.length} of the ${f.hiddenSpikes} that fire can do it. The best is hidden ${best.neuron}: without it ${f.label} answers at ${formatTime(best.decision)}, with a lead of ${formatTime(best.lead)}.`,
      hints: {
        output: `You silenced an output: that would be no art. Press Revert, and silence one hidden neuron.`,
        notHidden: 'That was no hidden neuron. Press Revert, and silence one of the table.',
        several: 'That is more than one. Press Revert, and silence only one.',
        top: `Hidden ${top.neuron} pushes output ${f.misreadAs} most, but output ${f.label} nearly as much. Press Revert, and look for one that helps the ${f.misreadAs} alone.`,
        other: `It is still no ${f.label}. Press Revert, then × (or Esc) to come back to output ${f.misreadAs}, and try another of its causes.`,
      },
    },
    back: {
      do: 'Take it back: press Revert, below the spikes.',
      seen: `${f.misreadAs} answers again, by ${formatTime(f.lead)}. Hidden ${best.neuron} had added ${formatTime(best.toWrong)} to it, and taken ${formatTime(-best.toRight)} from output ${f.label}.`,
    },
  },
  question: {
    ask: `What is an answer worth that leads by ${formatTime(f.lead)}?`,
    choices: {
      sure: {
        say: 'As much as any other: the first wins',
        because: 'The first wins, yes. But here anything at all would have made another first.',
      },
      wrong: {
        say: 'Nothing: it is wrong',
        because: `Not always: of ${f.closeImages} such answers ${f.closeImages - f.closeMisread} are right.`,
      },
      toss: { say: 'About as much as a coin toss' },
    },
    why: `Of the ${formatCount(f.images)} test images ${f.closeImages} have a lead below ${f.close}, and the network misreads ${f.closeMisread} of them: every second one.`,
  },
} satisfies LessonWords;
