/** The answer in words: who fires first, when, and by how much; and whether that is right. */
import { isPointSize } from '../../data/points/point';
import { className, hasClassNames } from '../../model/class-names';
import type { NetworkSpec } from '../../model/network';
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
    drawAny: 'draw on the pad',
    drawOne: (names: string) => `draw ${names}`,
    or: ' or ',
    teach: 'draw a symbol to teach',
    paper: 'paper never spikes',
    none: 'no output spike',
    noGuess: 'and nothing to guess from',
    guess: (c: string) => `best guess ${c}: the highest potential at the deadline`,
    first: (t: string) => `first at t = ${t}`,
    tie: (others: string) => `a tie with ${others}; the lower class answers`,
    alone: 'the only output spike',
    ahead: (next: string, lead: string) => `ahead of ${next} by ${lead}`,
    open: 'no output has fired',
    opens: 'the first to fire is the answer',
    right: 'right',
    should: (label: string) => `should be ${label}`,
  },
  {
    de: {
      and: ' und ',
      moment: 'einen Moment',
      onItsWay: 'das Netz ist unterwegs',
      setPoint: 'Punkt setzen',
      onPlane: 'auf der Ebene klicken oder ziehen',
      draw: 'Ziffer zeichnen',
      drawAny: 'auf dem Feld zeichnen',
      drawOne: (names) => `${names} zeichnen`,
      or: ' oder ',
      teach: 'ein Zeichen für eine Klasse zeichnen',
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

/** Classes that are named to be drawn, and letters of all their names: there is a line for them. */
const MOST_NAMED = 4;
const MOST_LETTERS = 16;

function fired(spec: NetworkSpec, answer: Readout, times: ArrayLike<number>): string[] {
  const words = WORDS();
  const { first, next } = race(times);
  const at = words.first(formatTime(answer.decisionTime!));
  if (answer.tie) {
    const others = first.filter((c) => c !== answer.class).map((c) => className(spec, c));
    return [at, words.tie(others.join(words.and))];
  }
  if (answer.margin === null || next === null) return [at, words.alone];
  return [at, words.ahead(className(spec, next), formatGap(answer.margin))];
}

/** What there is to draw: one of the classes by their names, where these are few and no digits. */
function drawWords(spec: NetworkSpec, teaching: boolean): string {
  const words = WORDS();
  if (!hasClassNames(spec)) return teaching ? words.teach : words.draw;
  const names = spec.classNames!;
  if (names.length > MOST_NAMED || names.join('').length > MOST_LETTERS) return words.drawAny;
  const list = names.slice(0, -1).join(', ');
  return words.drawOne(list === '' ? names[0]! : list + words.or + names.at(-1)!);
}

/** @param teaching whether own classes are being taught: then it is no digit that is drawn */
export function answerWords(
  { answer, blank, run, spec }: Pick<Scene, 'answer' | 'blank' | 'run' | 'spec'>,
  teaching = false,
): AnswerWords {
  const words = WORDS();
  if (!run || !answer) return { big: null, lines: [words.moment, words.onItsWay] };
  if (blank && isPointSize(spec.input)) {
    return { big: null, lines: [words.setPoint, words.onPlane] };
  }
  if (blank) {
    return { big: null, lines: [drawWords(spec, teaching), words.paper] };
  }
  if (answer.class === null) {
    const guess =
      answer.guess === null ? words.noGuess : words.guess(className(spec, answer.guess));
    return { big: null, lines: [words.none, guess] };
  }
  return {
    big: className(spec, answer.class),
    lines: fired(spec, answer, run.layers.at(-1)!.times),
  };
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
  spec: Pick<NetworkSpec, 'classNames' | 'layers'>,
  answer: Readout | null,
  label: number | null,
): { isRight: boolean; words: string } | null {
  const given = answer?.class ?? answer?.guess ?? null;
  if (given === null || label === null) return null;
  const isRight = given === label;
  return { isRight, words: isRight ? WORDS().right : WORDS().should(className(spec, label)) };
}
