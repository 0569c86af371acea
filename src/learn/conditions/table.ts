/** All conditions by name. A new one is a row in the file of its kind; docs/lessons.md lists them, and is tested against this table. */
import type { ValuesOf } from '../args';
import { ANSWER } from './answer';
import { INPUT } from './input';
import { LOOKS } from './looks';
import { SELECTION } from './selection';
import { TIME } from './time';
import { TRAINING } from './training';
import { WHAT_IF } from './what-if';

export const CONDITIONS = {
  ...SELECTION,
  ...TIME,
  ...WHAT_IF,
  ...ANSWER,
  ...INPUT,
  ...TRAINING,
  ...LOOKS,
};

type Rows = typeof CONDITIONS;
export type ConditionName = keyof Rows;

/** One row of the table, told its arguments. */
export type Single = {
  [N in ConditionName]: { readonly is: N } & ValuesOf<Rows[N]['args']>;
}[ConditionName];

/** How conditions go together. */
export type Joined =
  /** All hold at once; those that pass by, each at any time since the step began. */
  | { readonly is: 'all'; readonly of: readonly Condition[] }
  | { readonly is: 'any'; readonly of: readonly Condition[] }
  /** One after the other: each at some time after the one before. */
  | { readonly is: 'in-order'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: readonly Condition[] }
  /** Each has held at some time since the step began. */
  | { readonly is: 'once'; readonly of: readonly Condition[] };

export type Condition = Single | Joined;

export const JOINS: Record<Joined['is'], string> = {
  all: 'All hold at once; of those that pass by (marked so), each has held since the step began.',
  any: 'At least one holds.',
  'in-order': 'Each has held, one after the other.',
  not: 'None holds.',
  once: 'Each has held at some time since the step began.',
};
