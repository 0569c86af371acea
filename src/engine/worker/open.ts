/** The executors by kind, each loaded only where it is asked for. */
import type { Engine } from '../engine';
import { loadPart } from '../shared/load-part';
import { hasPendingMessages } from './pending-messages';
import type { OpenOrder } from './protocol';

export async function openEngine({ kind, threads, sentCount }: OpenOrder): Promise<Engine> {
  switch (kind) {
    case 'cpu': {
      const [{ createCpuEngine }, { defaultThreads }, { spawnWebThreads }] = await loadPart(() =>
        Promise.all([
          import('../cpu/engine'),
          import('../cpu/choose-kernels'),
          import('../cpu/thread-pool.web'),
        ]),
      );
      return createCpuEngine({
        threads: threads ?? defaultThreads(navigator.hardwareConcurrency),
        spawnThreads: spawnWebThreads,
        ...(sentCount && { isCalled: () => hasPendingMessages(sentCount) }),
      });
    }
    case 'reference': {
      const { createReferenceEngine } = await loadPart(() => import('../reference/reference'));
      return createReferenceEngine();
    }
    case 'webgpu': {
      const [{ requestGpu }, { createGpuEngine }] = await loadPart(() =>
        Promise.all([import('../gpu/device/adapter'), import('../gpu/engine')]),
      );
      const requestDevice = async () => (await requestGpu()).device;
      return createGpuEngine({ ...(await requestGpu()), requestDevice });
    }
  }
}
