/** Finding a GPU: asks for an adapter and a device, and says in words for people what it found or why there is none. */
import { EngineError } from '../../engine';

/** Which kind of adapter work is laid out for: a software one has few threads, and the processor beside it does some things better. */
export type Tuning = 'software' | 'hardware';

export interface GpuChoice {
  device: GPUDevice;
  /** `software`: a processor pretending to be a GPU, correct and slow. */
  tuneFor: Tuning;
  /** "WebGPU - SwiftShader". */
  label: string;
}

/** The part of the WebGPU globals that is needed; `navigator.gpu`, or the npm package `webgpu`'s. */
export type GpuEntry = Pick<GPU, 'requestAdapter'>;

/** @throws EngineError with one sentence when there is no WebGPU, no adapter or no device. */
export async function requestGpu(
  gpu: GpuEntry | undefined = globalThis.navigator?.gpu,
): Promise<GpuChoice> {
  const adapter = await requestAdapter(gpu);
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
  let device: GPUDevice;
  try {
    device = await adapter.requestDevice({
      label: 'Engine.device',
      // Large data sets and networks need more than the 128 MB every adapter gives.
      requiredLimits: { maxStorageBufferBindingSize, maxBufferSize },
      requiredFeatures: adapter.features.has('timestamp-query') ? ['timestamp-query'] : [],
    });
  } catch (error) {
    throw new EngineError(
      `The GPU was found but could not be opened (${messageOf(error)}): use the CPU instead.`,
    );
  }
  const { software, label } = describe(await infoOf(adapter));
  return { device, tuneFor: software ? 'software' : 'hardware', label };
}

/** What an adapter says of itself. Chrome before 127 has to be asked. */
export async function infoOf(
  adapter: GPUAdapter & { requestAdapterInfo?(): Promise<GPUAdapterInfo> },
): Promise<AdapterInfo> {
  const info = adapter.info as GPUAdapterInfo | undefined;
  return info ?? (await adapter.requestAdapterInfo?.()) ?? {};
}

async function requestAdapter(gpu: GpuEntry | undefined): Promise<GPUAdapter> {
  if (!gpu) {
    throw new EngineError(
      'This browser has no WebGPU: use the CPU, or a newer browser on a secure (https or local) page.',
    );
  }
  let adapter: GPUAdapter | null;
  try {
    adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  } catch (error) {
    throw new EngineError(`WebGPU could not start (${messageOf(error)}): use the CPU instead.`);
  }
  if (!adapter) {
    throw new EngineError(
      'WebGPU is there but found no graphics adapter to run on: use the CPU, or switch on hardware acceleration.',
    );
  }
  return adapter;
}

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render|warp/i;

type AdapterInfo = Partial<
  Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'device' | 'description' | 'isFallbackAdapter'>
>;

/** From an adapter's own words to ours; Firefox has none. */
export function describe(info: AdapterInfo): { software: boolean; name: string; label: string } {
  const words = [info.description, info.device, info.architecture, info.vendor].filter(Boolean);
  const software = info.isFallbackAdapter === true || SOFTWARE.test(words.join(' '));
  const all = words.join(' ');
  const name = /swiftshader/i.test(all)
    ? 'SwiftShader'
    : /llvmpipe|lavapipe/i.test(all)
      ? 'llvmpipe'
      : info.description || [info.vendor, info.architecture].filter(Boolean).join(' ');
  if (!name && !software) return { software, name: 'this GPU', label: 'WebGPU' };
  return {
    software,
    name: name || 'a software stand-in',
    label: `WebGPU - ${name || 'software'}`,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
