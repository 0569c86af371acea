/** The executors by kind, each loaded only where it is asked for. */
import type { Engine } from '../engine';
import { loadPart } from '../shared/load-part';
import { hasPendingMessages } from './pending-messages';
import type { OpenOrder } from './protocol';

/** The CPU engine's files. */
const loadCpu = () =>
  Promise.all([
    import('../cpu/engine'),
    import('../cpu/choose-kernels'),
    import('../cpu/thread-pool.web'),
  ]);

/** Fetches what the CPU engine needs before anybody has said which engine it is to be: finding that out takes longer. */
export function foreseeCpu(): void {
  // Whoever opens the engine meets the same, and says it.
  loadCpu().catch(() => undefined);
}

/** @param isFetching whether this worker is fetching something */
export async function openEngine(
  { kind, threads, sentCount }: OpenOrder,
  isFetching: () => boolean,
): Promise<Engine> {
  switch (kind) {
    case 'cpu': {
      const [{ createCpuEngine }, { defaultThreads }, { spawnWebThreads }] =
        await loadPart(loadCpu);
      return createCpuEngine({
        threads: threads ?? defaultThreads(navigator.hardwareConcurrency),
        spawnThreads: spawnWebThreads,
        isFetching,
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
