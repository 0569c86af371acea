/** A page shares memory between threads only if it is cross-origin isolated; Node always does. */
export function canShareMemory(): boolean {
  const isolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated ?? true;
  return isolated && typeof SharedArrayBuffer !== 'undefined';
}
