/** Measures the norms of the run under way, one measurement at a time, off the engine's path. */
import type { Snapshot } from '../../engine/engine';
import type { Core } from '../core/core';
import { mismatch } from '../data/mismatch';
import { extendNorms, measureNorms } from './norms';

export function createNormsKeeper(core: Pick<Core, 'data' | 'guarded' | 'training'>) {
  let busy = false;
  let generation = 0;

  async function measure(snapshot: Snapshot): Promise<void> {
    const { set } = core.data.getState().train;
    if (busy || !set || mismatch(snapshot.spec, set) !== null) return;
    busy = true;
    const mine = generation;
    const { settings } = core.training.getState();
    const over = () => mine !== generation;
    const point = await measureNorms(snapshot, snapshot.step, set, settings, over).finally(() => {
      busy = false;
    });
    if (!point || over()) return;
    core.training.setState(({ norms }) => ({ norms: extendNorms(norms, point) }));
  }

  return {
    /** Measures these weights, unless a measurement is under way. */
    offer: (snapshot: Snapshot): void => void core.guarded(() => measure(snapshot), 'norms'),
    /** Another run begins: the result of a measurement under way is dropped. */
    forget(): void {
      generation++;
    },
  };
}
