/** Reading and writing descriptors. */

// @ts-ignore: decorator
@inline
export function word(descriptor: usize, field: i32): u32 {
  return load<u32>(descriptor + (<usize>field << 2));
}

// @ts-ignore: decorator
@inline
export function real(descriptor: usize, field: i32): f32 {
  return load<f32>(descriptor + (<usize>field << 2));
}

/** Takes the next piece of a job: with threads, no other gets the same. */
// @ts-ignore: decorator
@inline
export function take(address: usize, size: u32): u32 {
  if (ASC_FEATURE_THREADS) return atomic.add<u32>(address, size);
  const taken = load<u32>(address);
  store<u32>(address, taken + size);
  return taken;
}
