/** A lesson: what it sets, what a person does, what the page notices, and a question. */
import type { Act } from './acts/table';
import type { Condition } from './conditions/table';
import type { TargetName } from './targets';

/** Something tried that is not what the step asks for, and what is said then. */
export interface Hint {
  readonly when: Condition;
  readonly say: string;
}

export interface Step {
  readonly id: string;
  /** What to do, one or two plain sentences. */
  readonly do: string;
  /** What is lit: the real thing. */
  readonly light: TargetName;
  /** What it works on or is done with next: on a narrow page it is brought into sight when something is selected or played. */
  readonly sees?: TargetName;
  /** Noticed however it was done. */
  readonly done: Condition;
  /** What to see there, said once it was done. */
  readonly seen?: string;
  readonly hints?: readonly Hint[];
  /** "Show me". */
  readonly show: readonly Act[];
}

export interface Choice {
  readonly say: string;
  readonly right?: true;
  /** Said where it is chosen and wrong. */
  readonly because?: string;
}

export type Question = {
  readonly ask: string;
  /** The answer, and why; said once it was found, or asked for. */
  readonly why: string;
} & (
  | { readonly choices: readonly Choice[] }
  /** A number, and by how much it may be off. */
  | { readonly number: number; readonly within: number }
);

export interface Lesson {
  /** Its place in the list and in links (`lesson=3`); own lessons have none. */
  readonly number: number | null;
  readonly id: string;
  readonly title: string;
  /** In one sentence. */
  readonly claim: string;
  /** What follows the # in the address that it starts from; empty: the page as it opens. */
  readonly start: string;
  readonly steps: readonly Step[];
  readonly question: Question;
}
