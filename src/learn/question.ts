/** The question at the end of a lesson: whether an answer is right, and how it is written down. */
import type { Question } from './lesson';

/** A choice's place in the list, or a number. */
export type Answer = { choice: number } | { number: number };

export function isRight(question: Question, answer: Answer): boolean {
  if ('choices' in question)
    return 'choice' in answer && question.choices[answer.choice]?.right === true;
  // A number as it is written: 0.7 - 0.69 is a little more than 0.01.
  return 'number' in answer && Math.abs(answer.number - question.number) <= question.within + 1e-12;
}

export function answerWords(question: Question, answer: Answer): string {
  if ('number' in answer) return String(answer.number);
  return 'choices' in question ? (question.choices[answer.choice]?.say ?? '') : '';
}

/** What is said of a wrong choice; null where the lesson has nothing to say of it. */
export function becauseOf(question: Question, answer: Answer): string | null {
  if (!('choices' in question) || !('choice' in answer)) return null;
  return question.choices[answer.choice]?.because ?? null;
}
