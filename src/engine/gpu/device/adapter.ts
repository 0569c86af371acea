/** Finding a GPU: asks for an adapter and a device, and says in words for people what it found or why there is none. */
import { EngineError } from '../../engine';
import { shortage } from './needs';

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

/**
 * @throws EngineError with one sentence when there is no WebGPU, no adapter or no device, or one whose limits are below what the kernels
 * need
 */
export async function requestGpu(
  gpu: GpuEntry | undefined = globalThis.navigator?.gpu,
): Promise<GpuChoice> {
  const adapter = await requestAdapter(gpu);
  let device: GPUDevice;
  try {
    device = await requestDevice(adapter);
  } catch (error) {
    throw new EngineError(
      `The GPU was found but could not be opened (${messageOf(error)}): use the CPU instead.`,
    );
  }
  const missing = shortage(device.limits);
  if (missing) {
    device.destroy();
    throw new EngineError(`The GPU is too small (${missing}): use the CPU instead.`);
  }
  const { software, label } = describe(await infoOf(adapter));
  return { device, tuneFor: software ? 'software' : 'hardware', label };
}

/** Large data sets and networks need more than the 128 MB that every adapter gives. */
const RAISED = ['maxStorageBufferBindingSize', 'maxBufferSize'] as const;

/** As large as the adapter says; where a driver promised what it does not give, as it gives without being asked. */
async function requestDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  const label = 'Engine.device';
  // Young browsers do not name every limit.
  const limits = RAISED.map((name) => [name, adapter.limits[name] as number | undefined] as const);
  const extended = adapter.requestDevice({
    label,
    requiredLimits: Object.fromEntries(limits.filter(([, most]) => most !== undefined)),
    requiredFeatures: adapter.features.has('timestamp-query') ? ['timestamp-query'] : [],
  });
  return extended.catch(async (refused: unknown) => {
    // An adapter gives one device: after a refusal some browsers take it for used up, and say that in place of the reason.
    return adapter.requestDevice({ label }).catch(() => {
      throw refused;
    });
  });
}

/** An adapter of WebGPU proper, else one of its compatibility mode (older phones), whose limits are lower. */
export async function findAdapter(gpu: GpuEntry): Promise<GPUAdapter | null> {
  const powerPreference = 'high-performance';
  const core = await gpu.requestAdapter({ powerPreference });
  return core ?? gpu.requestAdapter({ powerPreference, featureLevel: 'compatibility' });
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
    adapter = await findAdapter(gpu);
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
