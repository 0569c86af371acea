/** JSON, a little changed: values in place of others, keys that are missing, unknown or said twice, nesting without end. */
import type { Random } from '../../src/model/random';
import { changeText } from './change-bytes';
import { chance, pick } from './dice';

/** A text that is written into the JSON unchanged, be it valid JSON or not. */
class Raw {
  constructor(readonly text: string) {}
}

const nested = (depth: number) => new Raw('['.repeat(depth) + ']'.repeat(depth));

/** A function, not a constant: a value that was put in may itself be changed afterwards. */
const oddValues = (): unknown[] => [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e-320,
  1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  '',
  '0',
  'NaN',
  'x'.repeat(100_000),
  '\u001b[2J\u0007',
  [],
  {},
  [[]],
  [null],
  new Raw('-0'),
  new Raw('1e400'),
  new Raw('{"__proto__":{"layers":[2]}}'),
  new Raw('{"a":1,"a":2}'),
  nested(31),
  nested(33),
  nested(3000),
  nested(20_000),
];

const ODD_KEYS = [
  'x',
  '',
  '__proto__',
  'constructor',
  'toString',
  'layers',
  '\u001b[2J',
  'k'.repeat(5000),
];

type Place = { of: Record<string, unknown> | unknown[]; key: string };

function places(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null || value instanceof Raw) return found;
  const of = value as Place['of'];
  for (const key of Object.keys(of)) {
    found.push({ of, key });
    places(of[key as keyof Place['of']], found);
  }
  return found;
}

function write(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, of]) => `${JSON.stringify(key)}:${write(of)}`);
  return `{${entries.join(',')}}`;
}

function otherValue(random: Random, value: unknown): unknown {
  if (typeof value === 'number' && chance(random, 0.5)) {
    return pick(random, [value + 1, value - 1, -value, value * 2, value / 3, value * 1e9]);
  }
  if (typeof value === 'string' && chance(random, 0.4)) return changeText(random, value);
  if (Array.isArray(value) && chance(random, 0.5)) {
    return chance(random, 0.5) ? [...value, ...(value as unknown[])] : value.slice(1);
  }
  return pick(random, oddValues());
}

/** Changes one thing in a value of objects and lists. */
function change(random: Random, root: unknown): void {
  const all = places(root);
  if (all.length === 0) return;
  const { of, key } = pick(random, all);
  const at = key as keyof typeof of;
  const way = random.below(10);
  if (way < 6 || (way > 7 && Array.isArray(of))) of[at] = otherValue(random, of[at]) as never;
  else if (way < 8) delete of[at];
  else Object.defineProperty(of, pick(random, ODD_KEYS), own(pick(random, oddValues())));
}

/** A property of the object itself, also under names such as __proto__. */
const own = (value: unknown): PropertyDescriptor => ({
  value,
  enumerable: true,
  configurable: true,
  writable: true,
});

/** The JSON of a value with one to three things changed; now and then it is none any more. */
export function changedJson(random: Random, value: unknown): string {
  const copy: unknown = structuredClone(value);
  const holder = { root: copy };
  for (let n = random.below(3); n >= 0; n--) change(random, chance(random, 0.03) ? holder : copy);
  const text = holder.root === undefined ? '' : write(holder.root);
  if (chance(random, 0.08)) return text.replace(/"(\w+)":/, '"$1":1,"$1":');
  return chance(random, 0.08) ? changeText(random, text) : text;
}
