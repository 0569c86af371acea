/** How deep and how large what a network description holds may be: more could not be sent to an engine, kept or written. */

/** Lists and objects within one another; a description itself has three. */
export const MOST_DEPTH = 32;
/** Values, and characters of texts and keys together. */
export const MOST_SIZE = 100_000;

/** Whether a value keeps within both bounds. Looks at no more than the bounds allow, whatever it is given, and never recurses. */
export function isBounded(value: unknown, depth = MOST_DEPTH, size = MOST_SIZE): boolean {
  let room = size;
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (--room < 0 || next.depth > depth) return false;
    if (typeof next.value === 'string') room -= next.value.length;
    if (typeof next.value !== 'object' || next.value === null) continue;
    // Its keys are not even listed.
    if (ArrayBuffer.isView(next.value) || (Array.isArray(next.value) && next.value.length > room)) {
      return false;
    }
    for (const key in next.value) {
      room -= key.length;
      if (room < open.length) return false;
      const inner = (next.value as Record<string, unknown>)[key];
      open.push({ value: inner, depth: next.depth + 1 });
    }
  }
  return room >= 0;
}
