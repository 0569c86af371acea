/** What a page brings to its session: the engine in a worker, data and model from where the page lies, its clock. */
import { loadMnistTest, type LoadOptions } from '../data/mnist';
import { orNotFetched } from '../data/data-error';
import { makePointsAside, readOwnFilesAside, readPictureAside } from '../data/worker/client';
import type { EngineRequest } from '../engine/choose';
import { browser, createStarter } from '../engine/start';
import { createWorkerEngine } from '../engine/worker/client';
import { firstSample } from './first-sample';
import { earlyGpu, takeEngineWorker } from './early';
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
  const starter = createStarter(browserComparisons, browser(takeEngineWorker, earlyGpu));
  const visit = tabVisit();
  return {
    choice: engineChoice(location.search),
    startEngine: starter.start,
    measureEngines: starter.measure,
    idle: () => idle(window),
    // One thread: the page's own engine keeps the others.
    startHelper: () => createWorkerEngine('cpu', { threads: 1 }),
    base: document.baseURI,
    loadMnist: async (role, progress) => {
      const options: LoadOptions = {
        base: document.baseURI,
        onProgress: ({ loaded, total }) => progress(total > 0 ? loaded / total : 0),
      };
      // The test images are few: they are read here sooner than a worker would have started.
      if (role === 'test') return loadMnistTest(options);
      // Here only where there is no engine that fetches them itself.
      const part = import('../data/mnist-arriving');
      const { loadMnistTrain } = await orNotFetched(part, 'What reads the training images');
      return loadMnistTrain(options);
    },
    readFiles: (files, reading) => readOwnFilesAside(files, undefined, reading),
    readPicture: (file) => readPictureAside(file),
    makePoints: (points) => makePointsAside(points),
    loadShipped,
    listShipped,
    ...(firstSample && { firstSample }),
    ...(visit && { visit }),
    storage: browserStorage('mt-spike-autosave'),
    runStorage: browserRuns('mt-spike-runs'),
    now: () => performance.now(),
  };
}
