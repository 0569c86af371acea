/** The tables of names for those who write lessons, as docs/lessons-tables.md has them. */
import { ACTS } from '../acts/table';
import type { Args } from '../args';
import { CONDITIONS, JOINS } from '../conditions/table';
import { TARGETS, type Target } from '../targets';

const HEAD = `# Names for lessons

Written from the page's own tables by \`src/learn/authoring/tables.test.ts\`; [lessons.md](lessons.md) says how they are used.
Times are those of the network (the input lasts from 0 to 1), shares and accuracies go from 0 to 1, samples are counted from 1, layer 0 is the input and 1 the first
hidden one.`;

function argsOf(args: Args): string {
  return Object.entries(args)
    .map(
      ([name, { must, optional }]) =>
        `\n  - \`${name}\`${optional ? ' (may be left out)' : ''}: ${must}`,
    )
    .join('');
}

interface Row {
  says: string;
  args: Args;
  once?: boolean;
}

const rowsOf = (table: Readonly<Record<string, Row>>): string =>
  Object.entries(table)
    .map(
      ([name, { says, args, once }]) =>
        `- **\`${name}\`** ${says}${once ? ' *Passes by.*' : ''}${argsOf(args)}`,
    )
    .join('\n');

const joins = Object.entries(JOINS)
  .map(([name, says]) => `- **\`${name}\`** ${says}`)
  .join('\n');

const targets = Object.entries<Target>(TARGETS)
  .map(([name, { says }]) => `- **\`${name}\`** ${says}`)
  .join('\n');

/** All of the file. */
export const tables = `${HEAD}

## Conditions: \`{ "is": NAME, … }\`

Those that *pass by* count as holding once they have held since the step began.

${rowsOf(CONDITIONS as unknown as Record<string, Row>)}

## Conditions of conditions: \`{ "is": NAME, "of": [ … ] }\`

${joins}

## What a step can light: \`"light": NAME\`

${targets}

## Acts of "show me": \`{ "act": NAME, … }\`

${rowsOf(ACTS as unknown as Record<string, Row>)}
`;
