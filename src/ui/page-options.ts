/** What a page brings to its session: the engine in a worker, data and model from where the page lies, its clock. */
import { loadMnist } from '../data/mnist';
import { loadMnistAside, makePointsAside, readOwnFilesAside } from '../data/worker/client';
import type { EngineRequest } from '../engine/choose';
import { createStarter } from '../engine/start';
import { createWorkerEngine } from '../engine/worker/client';
import type { SessionOptions } from '../session/core/options';
import { browserComparisons } from './keep/comparisons';
import { browserStorage } from './keep/storage';
import { tabVisit } from './keep/visit';
import { browserRuns } from './keep/runs-storage';
import { idle } from './kit/idle';
import { listShipped, loadShipped } from './shipped';

/** `?engine=cpu` and `?engine=webgpu` force an executor; everything else leaves the choice to the page. */
export function engineChoice(search: string): EngineRequest {
  const asked = new URLSearchParams(search).get('engine');
  return asked === 'cpu' || asked === 'webgpu' ? asked : 'auto';
}

export function pageOptions(): SessionOptions {
  const starter = createStarter(browserComparisons);
  const visit = tabVisit();
  return {
    choice: engineChoice(location.search),
    startEngine: starter.start,
    measureEngines: starter.measure,
    idle: () => idle(window),
    // One thread: the page's own engine keeps the others.
    startHelper: () => createWorkerEngine('cpu', { threads: 1 }),
    // The test images are few: they are read here sooner than a worker would have started.
    loadMnist: (role, progress) =>
      (role === 'train' ? loadMnistAside : loadMnist)(role, {
        base: document.baseURI,
        onProgress: ({ loaded, total }) => progress(total > 0 ? loaded / total : 0),
      }),
    readFiles: (files) => readOwnFilesAside(files),
    makePoints: (points) => makePointsAside(points),
    loadShipped,
    listShipped,
    ...(visit && { visit }),
    storage: browserStorage('mt-spike-autosave'),
    runStorage: browserRuns('mt-spike-runs'),
    now: () => performance.now(),
  };
}
