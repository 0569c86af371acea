/** The answer in words: who fires first, when, and by how much; and whether that is right. */
import { isPointSize } from '../../data/points/point';
import type { Readout } from '../../model/readout';
import { texts } from '../../words/lang/texts';
import { formatTime, formatGap } from '../../words/numbers';
import type { Scene } from '../scene/scene';
import { race } from './race';

export interface AnswerWords {
  /** Set large; null where no output neuron fired. */
  big: string | null;
  /** What else; a line each. */
  lines: string[];
}

const WORDS = texts(
  {
    and: ' and ',
    moment: 'one moment',
    onItsWay: 'the network is on its way',
    setPoint: 'set a point',
    onPlane: 'click or drag on the plane',
    draw: 'draw a digit',
    paper: 'paper never spikes',
    none: 'no output spike',
    noGuess: 'and nothing to guess from',
    guess: (c: number) => `best guess ${c}: the highest potential at the deadline`,
    first: (t: string) => `first at t = ${t}`,
    tie: (others: string) => `a tie with ${others}; the lower class answers`,
    alone: 'the only output spike',
    ahead: (next: number, lead: string) => `ahead of ${next} by ${lead}`,
    open: 'no output has fired',
    opens: 'the first to fire is the answer',
    right: 'right',
    should: (label: number) => `should be ${label}`,
  },
  {
    de: {
      and: ' und ',
      moment: 'einen Moment',
      onItsWay: 'das Netz ist unterwegs',
      setPoint: 'Punkt setzen',
      onPlane: 'auf der Ebene klicken oder ziehen',
      draw: 'Ziffer zeichnen',
      paper: 'Papier feuert nie',
      none: 'kein Ausgang feuert',
      noGuess: 'und nichts spricht für einen',
      guess: (c) => `vermutlich ${c}: das höchste Potential am Ende der Frist`,
      first: (t) => `zuerst, bei t = ${t}`,
      tie: (others) => `gleichauf mit ${others}; die kleinere Klasse antwortet`,
      alone: 'kein anderer Ausgang feuert',
      ahead: (next, lead) => `${lead} vor der ${next}`,
      open: 'noch kein Ausgang',
      opens: 'der erste, der feuert, ist die Antwort',
      right: 'richtig',
      should: (label) => `richtig wäre ${label}`,
    },
  },
);

function fired(answer: Readout, times: ArrayLike<number>): string[] {
  const words = WORDS();
  const { first, next } = race(times);
  const at = words.first(formatTime(answer.decisionTime!));
  if (answer.tie) {
    return [at, words.tie(first.filter((c) => c !== answer.class).join(words.and))];
  }
  if (answer.margin === null || next === null) return [at, words.alone];
  return [at, words.ahead(next, formatGap(answer.margin))];
}

export function answerWords({
  answer,
  blank,
  run,
  spec,
}: Pick<Scene, 'answer' | 'blank' | 'run' | 'spec'>): AnswerWords {
  const words = WORDS();
  if (!run || !answer) return { big: null, lines: [words.moment, words.onItsWay] };
  if (blank && isPointSize(spec.input)) {
    return { big: null, lines: [words.setPoint, words.onPlane] };
  }
  if (blank) return { big: null, lines: [words.draw, words.paper] };
  if (answer.class === null) {
    const guess = answer.guess === null ? words.noGuess : words.guess(answer.guess);
    return { big: null, lines: [words.none, guess] };
  }
  return { big: String(answer.class), lines: fired(answer, run.layers.at(-1)!.times) };
}

/** While the race that plays is open. */
export function openWords(): AnswerWords {
  const { open, opens } = WORDS();
  return { big: null, lines: [open, opens] };
}

/**
 * "right" or "should be 4"; null where there is nothing to be right about.
 * @param label of the sample shown; null: a drawing, or a point of one's own
 */
export function verdictWords(
  answer: Readout | null,
  label: number | null,
): { isRight: boolean; words: string } | null {
  const given = answer?.class ?? answer?.guess ?? null;
  if (given === null || label === null) return null;
  const isRight = given === label;
  return { isRight, words: isRight ? WORDS().right : WORDS().should(label) };
}
