import { workerOfPage } from '../../data/worker/page-worker';

/** Starts the engine's worker, which opens whichever executor it is told to. @throws where the page may have no workers */
export const spawnEngineWorker = (): Worker => {
  const Worker = workerOfPage();
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
};
