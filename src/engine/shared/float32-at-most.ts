/**
 * The largest float32 not above `value` (greater than 0), so that a float32 time is at or before it exactly when it is at or before `value`.
 */
export function float32AtMost(value: number): number {
  const near = new Float32Array([value]);
  if (near[0]! > value) new Uint32Array(near.buffer)[0]!--;
  return near[0]!;
}
