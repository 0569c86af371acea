/** What the kernels need of a device, for phones and browsers that give less than WebGPU's own least. */

/** needs.test.ts holds these to the shaders. */
export const NEEDS = {
  maxBindGroups: 2,
  maxUniformBuffersPerShaderStage: 3,
  maxStorageBuffersPerShaderStage: 8,
  maxComputeWorkgroupSizeX: 64,
  maxComputeInvocationsPerWorkgroup: 64,
} as const satisfies Partial<Record<keyof GPUSupportedLimits, number>>;

/** The first limit that a device falls short of, in words; null where it has all that is needed. A limit that a browser does not name is taken for enough. */
export function shortage(limits: Partial<Record<keyof typeof NEEDS, number>>): string | null {
  const names = Object.keys(NEEDS) as (keyof typeof NEEDS)[];
  const short = names.find((name) => (limits[name] ?? Infinity) < NEEDS[name]);
  return short ? `${short} is ${limits[short]}, and the kernels need ${NEEDS[short]}` : null;
}
