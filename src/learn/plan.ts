/** A shipped lesson: its plan, which has no words, and its words in every language, put together by name. */
import type { Texts } from '../words/lang/texts';
import type { Act } from './acts/table';
import type { Condition } from './conditions/table';
import type { Lesson, Question, Step } from './lesson';
import type { TargetName } from './targets';

export interface StepPlan {
  id: string;
  light: TargetName;
  sees?: TargetName;
  done: Condition;
  /** Wrong tries by name; the first that holds is the one spoken of. */
  hints?: Readonly<Record<string, Condition>>;
  show: readonly Act[];
}

export interface LessonPlan {
  number: number;
  id: string;
  /** What follows the # in the address. */
  start: string;
  steps: readonly StepPlan[];
  /** The name of the right choice; or a number, and by how much it may be off. */
  question: { right: string } | { number: number; within: number };
}

/** The words of a lesson by the names of its plan. */
export interface LessonWords {
  title: string;
  claim: string;
  steps: Readonly<
    Record<string, { do: string; seen?: string; hints?: Readonly<Record<string, string>> }>
  >;
  question: {
    ask: string;
    why: string;
    /** In the order in which they are shown. */
    choices?: Readonly<Record<string, { say: string; because?: string }>>;
  };
}

export interface ShippedLesson {
  plan: LessonPlan;
  /** In the language in force; the same object until that changes. */
  lesson: () => Lesson;
}

/** @throws Error where the words of a step, a hint or a choice are missing: a test looks at each lesson */
export function lessonOf(plan: LessonPlan, words: Texts<LessonWords>): ShippedLesson {
  let last: { words: LessonWords; lesson: Lesson } | null = null;
  return {
    plan,
    lesson() {
      const now = words();
      if (last?.words !== now) last = { words: now, lesson: put(plan, now) };
      return last.lesson;
    },
  };
}

function put({ number, id, start, steps, question }: LessonPlan, words: LessonWords): Lesson {
  const { title, claim } = words;
  return {
    number,
    id,
    start,
    title,
    claim,
    steps: steps.map((step) => stepOf(step, words)),
    question: questionOf(question, words),
  };
}

function stepOf(
  { id, light, sees, done, hints = {}, show }: StepPlan,
  { steps }: LessonWords,
): Step {
  const said = found(steps, id, 'step');
  return {
    id,
    do: said.do,
    light,
    ...(sees && { sees }),
    done,
    ...(said.seen !== undefined && { seen: said.seen }),
    hints: Object.entries(hints).map(([name, when]) => ({
      when,
      say: found(said.hints ?? {}, name, `hint of step ${id}`),
    })),
    show,
  };
}

function questionOf(plan: LessonPlan['question'], { question }: LessonWords): Question {
  const { ask, why, choices = {} } = question;
  if ('number' in plan) return { ask, why, ...plan };
  found(choices, plan.right, 'choice');
  return {
    ask,
    why,
    choices: Object.entries(choices).map(([name, choice]) => ({
      ...choice,
      ...(name === plan.right && { right: true as const }),
    })),
  };
}

function found<T>(record: Readonly<Record<string, T>>, name: string, what: string): T {
  const value = record[name];
  if (value === undefined) throw new Error(`The ${what} "${name}" has no words.`);
  return value;
}
