/** Whether a condition holds now, or has since the step began, where it passes by. */
import type { Args, ValuesOf } from '../args';
import type { Moment } from '../moment';
import type { ConditionRow } from './row';
import { CONDITIONS, type Condition } from './table';

/** What has held since the step began: conditions by their text; how many of a row of conditions have, one after the other. */
export type Memory = Map<string, number>;

export function holds(condition: Condition, moment: Moment, memory: Memory): boolean {
  switch (condition.is) {
    case 'all':
      // All are looked at, so that each that passes by is remembered.
      return every(condition.of, moment, memory);
    case 'any':
      return condition.of.filter((each) => holds(each, moment, memory)).length > 0;
    case 'not':
      return !condition.of.some((each) => holds(each, moment, memory));
    case 'once':
      return every(condition.of, moment, memory, true);
    case 'in-order': {
      const key = JSON.stringify(condition);
      let reached = memory.get(key) ?? 0;
      while (reached < condition.of.length && holds(condition.of[reached]!, moment, memory))
        reached++;
      memory.set(key, reached);
      return reached === condition.of.length;
    }
    default: {
      const row = CONDITIONS[condition.is] as unknown as ConditionRow;
      const now = row.holds(condition as unknown as ValuesOf<Args>, moment);
      return row.once ? remembered(JSON.stringify(condition), now, memory) : now;
    }
  }
}

const every = (
  of: readonly Condition[],
  moment: Moment,
  memory: Memory,
  latched = false,
): boolean =>
  of.filter((each) => {
    const now = holds(each, moment, memory);
    return !(latched ? remembered(`once ${JSON.stringify(each)}`, now, memory) : now);
  }).length === 0;

function remembered(key: string, now: boolean, memory: Memory): boolean {
  if (now) memory.set(key, 1);
  return memory.get(key) === 1;
}
