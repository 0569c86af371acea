/**
 * Every pipeline the page can ask for, compiled down to a driver: bundled by scripts/shaders.mjs and run by Deno, which has naga, the
 * compiler in Firefox, and by Chromium, which has Tint.
 */
import { compile, createKernels } from '../../src/engine/gpu/device/kernels';
import { shortage } from '../../src/engine/gpu/device/needs';
import { everyPipeline, pipelineName } from '../../src/engine/gpu/stages/pipelines.test-data';
import { SHADERS } from '../../src/engine/gpu/stages/shaders.test-data';

export interface Checked {
  /** The adapter it compiled for, and how many shaders and pipelines. */
  what: string;
  passed: number;
  /** "KERNEL CONSTANTS", a line break, what the compiler said. */
  problems: string[];
}

/**
 * On a device with no more than the least limits.
 *
 * @param featureLevel `compatibility`: without what old phones lack
 * @throws where there is no adapter, or a device that gives less than the kernels need
 */
export async function check(featureLevel: 'core' | 'compatibility'): Promise<Checked> {
  const adapter = await navigator.gpu.requestAdapter({ featureLevel });
  if (!adapter) {
    throw new Error('There is no graphics adapter: install a Vulkan driver (mesa-vulkan-drivers).');
  }
  const device = await adapter.requestDevice();
  const missing = shortage(device.limits);
  if (missing) throw new Error(`The device is too small: ${missing}.`);

  /** What goes wrong while `work` is at it, in words; null where nothing does. */
  async function problemOf(work: () => Promise<unknown>): Promise<string | null> {
    device.pushErrorScope('validation');
    let thrown: unknown = null;
    await work().catch((error: unknown) => (thrown = error));
    const error = await device.popErrorScope();
    if (error) return error.message;
    if (!(thrown instanceof Error)) return null;
    return thrown.cause instanceof Error ? thrown.cause.message : thrown.message;
  }

  const kernels = createKernels(device);
  const pipelines = await everyPipeline();
  const problems: string[] = [];
  const note = (name: string, problem: string | null): void => {
    if (problem !== null) problems.push(`${name}\n${problem}`);
  };
  for (const { name, source } of SHADERS)
    note(name, await problemOf(() => compile(device, name, source)));
  for (const pipeline of pipelines) {
    const { shader, size, constants } = pipeline;
    note(pipelineName(pipeline), await problemOf(() => kernels.get(shader, size, constants)));
  }
  const { description, vendor, architecture } = adapter.info;
  device.destroy();
  return {
    what: `${description || `${vendor} ${architecture}`}: ${SHADERS.length} shaders, ${pipelines.length} pipelines`,
    passed: SHADERS.length + pipelines.length - problems.length,
    problems,
  };
}
