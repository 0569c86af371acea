/** The answer in words: who fires first, when, and by how much. */
import { isPointSize } from '../../data/points/point';
import type { Readout } from '../../model/readout';
import { formatTime, formatGap } from '../../words/numbers';
import type { Scene } from '../scene/scene';
import { race } from './race';

export interface AnswerWords {
  /** Set large; null where no output neuron fired. */
  big: string | null;
  /** What else; a line each. */
  lines: string[];
}

function fired(answer: Readout, times: ArrayLike<number>): string[] {
  const { first, next } = race(times);
  const at = formatTime(answer.decisionTime!);
  if (answer.tie) {
    const others = first.filter((c) => c !== answer.class).join(' and ');
    return [`first at t = ${at}`, `a tie with ${others}; the lower class answers`];
  }
  if (answer.margin === null || next === null) {
    return [`first at t = ${at}`, 'the only output spike'];
  }
  return [`first at t = ${at}`, `ahead of ${next} by ${formatGap(answer.margin)}`];
}

export function answerWords({
  answer,
  blank,
  run,
  spec,
}: Pick<Scene, 'answer' | 'blank' | 'run' | 'spec'>): AnswerWords {
  if (!run || !answer) return { big: null, lines: ['one moment', 'the network is on its way'] };
  if (blank && isPointSize(spec.input)) {
    return { big: null, lines: ['set a point', 'click or drag on the plane'] };
  }
  if (blank) return { big: null, lines: ['draw a digit', 'paper never spikes'] };
  if (answer.class === null) {
    const guess =
      answer.guess === null
        ? 'and nothing to guess from'
        : `best guess ${answer.guess}: the highest potential at the deadline`;
    return { big: null, lines: ['no output spike', guess] };
  }
  return { big: String(answer.class), lines: fired(answer, run.layers.at(-1)!.times) };
}
