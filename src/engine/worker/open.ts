/** The executors by kind, each loaded only where it is asked for. */
import type { Engine } from '../engine';
import type { OpenOrder } from './protocol';

export async function openEngine({ kind }: OpenOrder): Promise<Engine> {
  switch (kind) {
    case 'cpu': {
      const { createCpuEngine } = await import('../cpu/engine');
      return createCpuEngine();
    }
    case 'reference': {
      const { createReferenceEngine } = await import('../reference/reference');
      return createReferenceEngine();
    }
    case 'webgpu': {
      const [{ requestGpu }, { createGpuEngine }] = await Promise.all([
        import('../gpu/adapter'),
        import('../gpu/engine'),
      ]);
      const requestDevice = async () => (await requestGpu()).device;
      const { device, label } = await requestGpu();
      return createGpuEngine({ device, label, requestDevice });
    }
  }
}
