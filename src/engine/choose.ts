/** Which executor does the work, and why: what was faster here, once that is measured; before, a real GPU where there is one, else the CPU. */
import { EngineError } from './engine';
import { describe, findAdapter, infoOf, type GpuEntry } from './gpu/device/adapter';
import { comparisonWords, fasterOf, type Comparison } from './measure';

/** What a person (or the address, `?engine=`) asks for. */
export type EngineRequest = 'auto' | 'cpu' | 'webgpu';

/** What a browser offers by way of a GPU. */
export type GpuOffer =
  | { state: 'unsupported' }
  /** The page is at an address without https, where no browser offers WebGPU, nor memory that threads share. */
  | { state: 'insecure' }
  | { state: 'no-adapter' }
  /** It was asked, and did not answer in time. */
  | { state: 'silent' }
  /** A WebGPU adapter; `software` is one that computes on the CPU. */
  | { state: 'software' | 'hardware'; name: string };

export interface EngineChoice {
  kind: 'cpu' | 'webgpu';
  /** One sentence for people. */
  reason: string;
}

/**
 * @param comparison what both were measured at here, where they were
 * @throws EngineError where WebGPU is asked for and there is none
 */
export function chooseEngine(
  request: EngineRequest,
  gpu: GpuOffer,
  comparison?: Comparison,
): EngineChoice {
  if (request === 'cpu') return { kind: 'cpu', reason: 'The CPU engine is at work as asked.' };
  if (request === 'webgpu') return forced(gpu);
  if (comparison && 'name' in gpu)
    return { kind: fasterOf(comparison), reason: comparisonWords(comparison) };
  switch (gpu.state) {
    case 'hardware':
      return { kind: 'webgpu', reason: `WebGPU is at work, on ${gpu.name}.` };
    case 'software':
      return {
        kind: 'cpu',
        reason: `The only WebGPU adapter, ${gpu.name}, computes on the CPU anyway, so the CPU engine is at work.`,
      };
    case 'no-adapter':
      return {
        kind: 'cpu',
        reason: 'This browser found no GPU for WebGPU, so the CPU engine is at work.',
      };
    case 'silent':
      return {
        kind: 'cpu',
        reason: 'WebGPU did not answer in this browser, so the CPU engine is at work.',
      };
    case 'insecure':
      return {
        kind: 'cpu',
        reason:
          'Without https browsers have no WebGPU and no threads, so the CPU engine is at work.',
      };
    case 'unsupported':
      return {
        kind: 'cpu',
        reason: 'This browser has no WebGPU, so the CPU engine is at work.',
      };
  }
}

function forced(gpu: GpuOffer): EngineChoice {
  switch (gpu.state) {
    case 'hardware':
      return { kind: 'webgpu', reason: `WebGPU is at work as asked, on ${gpu.name}.` };
    case 'software':
      return {
        kind: 'webgpu',
        reason: `WebGPU is at work as asked, on ${gpu.name}, which computes on the CPU: the CPU engine is faster here.`,
      };
    case 'no-adapter':
      throw new EngineError(
        'WebGPU was asked for, but this browser found no GPU for it: choose the CPU engine.',
      );
    case 'silent':
      throw new EngineError(
        'WebGPU was asked for, but did not answer in this browser: choose the CPU engine, or reload the page.',
      );
    case 'insecure':
    case 'unsupported':
      throw new EngineError('WebGPU was asked for, but there is none here: choose the CPU engine.');
  }
}

/** Milliseconds that a browser has to answer: some never do where a graphics driver hangs. */
const PATIENCE = 4000;

/** Asks a browser's `navigator.gpu` for what it offers. */
export async function findGpu(gpu: GpuEntry | undefined, patience = PATIENCE): Promise<GpuOffer> {
  if (!gpu)
    return {
      state:
        (globalThis as { isSecureContext?: boolean }).isSecureContext === false
          ? 'insecure'
          : 'unsupported',
    };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<GpuOffer>((resolve) => {
    timer = setTimeout(resolve, patience, { state: 'silent' });
  });
  const offer = askFor(gpu).catch((): GpuOffer => ({ state: 'no-adapter' }));
  return Promise.race([offer, late]).finally(() => clearTimeout(timer));
}

async function askFor(gpu: GpuEntry): Promise<GpuOffer> {
  const adapter = await findAdapter(gpu);
  if (!adapter) return { state: 'no-adapter' };
  const { software, name } = describe(await infoOf(adapter));
  return { state: software ? 'software' : 'hardware', name };
}
