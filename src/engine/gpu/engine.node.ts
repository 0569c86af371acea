/** The GPU engine in Node, through Dawn (the npm package `webgpu`, an optional dependency). */
import { EngineError, type Engine } from '../engine';
import { requestGpu, type GpuChoice, type GpuEntry } from './device/adapter';
import { createGpuEngine } from './engine';

/** What is used of the package. */
interface Dawn {
  /** WebGPU's globals, which Node lacks. */
  globals?: object;
  create(options: string[]): GpuEntry;
}

/** How the package is loaded; another way only in tests. */
export type LoadDawn = () => Promise<Dawn>;

const loadDawn: LoadDawn = async () => {
  // Not a literal, so that neither compiler nor bundler asks for a package that may be missing.
  const name = 'webgpu';
  return (await import(/* @vite-ignore */ name)) as Dawn;
};

/**
 * Dawn ends the process where its GPU object is collected while a device lives, so it is kept for good.
 */
let entry: GpuEntry | undefined;

/** @throws EngineError with one sentence when the package is not installed or finds no adapter. */
export async function createNodeGpuEngine(load: LoadDawn = loadDawn): Promise<Engine> {
  return createGpuEngine({
    ...(await openNodeGpu(load)),
    requestDevice: async () => (await openNodeGpu(load)).device,
  });
}

/** The package. @throws EngineError with one sentence when it is not installed */
export async function requireDawn(load: LoadDawn = loadDawn): Promise<Dawn> {
  try {
    return await load();
  } catch {
    throw new EngineError(
      'WebGPU in Node needs the npm package webgpu: run "npm install --no-save webgpu@0.6.2", or use --engine cpu.',
    );
  }
}

/**
 * A device of the package's.
 *
 * @param options Dawn's own, of which the first call's are kept
 * @throws EngineError as createNodeGpuEngine does
 */
export async function openNodeGpu(
  load: LoadDawn = loadDawn,
  options: string[] = [],
): Promise<GpuChoice> {
  const dawn = await requireDawn(load);
  entry ??= dawn.create(options);
  try {
    return await requestGpu(entry);
  } catch (error) {
    throw new EngineError(
      `There is no graphics adapter for WebGPU on this machine (${error instanceof Error ? reason(error) : 'unknown'}): install a Vulkan driver, or use --engine cpu.`,
    );
  }
}

/** The sentence for a page, without its advice. */
function reason({ message }: Error): string {
  return message.replace(/:[^:]*$/, '').replace(/^WebGPU is there but /, 'WebGPU ');
}
