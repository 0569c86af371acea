/** What a page brings to its session: the engine in a worker, data and model from where the page lies, its clock. */
import { loadMnist } from '../data/mnist';
import { startEngine } from '../engine/start';
import { createWorkerEngine } from '../engine/worker/client';
import { readModel } from '../files/model-file';
import type { EngineChoice } from '../session/engine-state';
import type { SessionOptions } from '../session/options';
import { browserStorage } from './keep/storage';
import { browserRuns } from './runs/storage';

/** `?engine=cpu` and `?engine=webgpu` force an executor; everything else leaves the choice to the page. */
export function engineChoice(search: string): EngineChoice {
  const asked = new URLSearchParams(search).get('engine');
  return asked === 'cpu' || asked === 'webgpu' ? asked : 'auto';
}

async function loadShipped(name: string) {
  let response: Response;
  try {
    response = await fetch(new URL(`models/${name}.safetensors`, document.baseURI));
  } catch {
    throw new Error(
      'The trained model could not be loaded because the connection failed: new weights stand in for it.',
    );
  }
  const page = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response.ok || page) {
    throw new Error(
      `The trained model ${name} is missing on the server: new weights stand in for it.`,
    );
  }
  return readModel(new Uint8Array(await response.arrayBuffer()));
}

export function pageOptions(): SessionOptions {
  return {
    choice: engineChoice(location.search),
    startEngine,
    // One thread: the page's own engine keeps the others.
    startHelper: () => createWorkerEngine('cpu', { threads: 1 }),
    loadMnist: (role, progress) =>
      loadMnist(role, {
        base: document.baseURI,
        onProgress: ({ loaded, total }) => progress(total > 0 ? loaded / total : 0),
      }),
    loadShipped,
    storage: browserStorage('mt-spike-autosave'),
    runStorage: browserRuns('mt-spike-runs'),
    now: () => performance.now(),
  };
}
