/** Values as a browser's storage keeps them, a little changed: other versions, other programs and damage write what they like. */
import type { Random } from '../../src/model/random';
import { pick } from './dice';

function circle(): unknown[] {
  const list: unknown[] = [];
  list.push(list);
  return list;
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

const ODD: (() => unknown)[] = [
  () => undefined,
  () => null,
  () => NaN,
  () => Infinity,
  () => -1,
  () => 0.5,
  () => 2 ** 53,
  () => 1e300,
  () => 7n,
  () => '',
  () => 'text',
  () => '\u001b[2J'.repeat(1000),
  () => true,
  () => [],
  () => ({}),
  () => [null],
  () => new Date(NaN),
  () => new Map(),
  () => new Uint8Array(4),
  () => new Float32Array(15).fill(NaN),
  () => new Float32Array(80).fill(3e38),
  () => nested(100),
  circle,
];

type Place = { of: Record<string, unknown>; key: string };

function places(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return found;
  const of = value as Record<string, unknown>;
  for (const key of Object.keys(of)) {
    found.push({ of, key });
    places(of[key], found);
  }
  return found;
}

/** A copy with one or two things changed, missing or of another kind. */
export function changedValue(random: Random, value: unknown): unknown {
  const root = { value: structuredClone(value) };
  // Listed before anything is changed: afterwards there may be circles.
  const all = places(root);
  for (let n = random.below(2); n >= 0; n--) {
    const { of, key } = pick(random, all);
    if (random.below(4) === 0) delete of[key];
    else of[key] = pick(random, ODD)();
  }
  return root.value;
}
