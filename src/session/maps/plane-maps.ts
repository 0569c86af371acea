/**
 * When every neuron spikes over the whole plane (data/points/plane-grid.ts), for networks that read points: one call of the engine,
 * shared by all who draw it, asked for when the weights have changed and somebody looks. While it trains it follows several times a
 * second, and gives way where it would take more than a small share of the time.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isPointSize } from '../../data/points/point';
import { planeImages } from '../../data/points/plane-grid';
import type { SpikeMaps } from '../../engine/engine';
import type { NetworkSpec } from '../../model/network';
import type { Core } from '../core/core';
import type { Options } from '../core/options';
import { createThrottle } from '../core/throttle';
import { isTraining } from '../training/training-state';

export interface PlaneMaps {
  /** The network that they are of. */
  spec: NetworkSpec;
  /** [layers, input first] of [neurons, PLANE_SIDE^2] spike times; +Infinity: silent. */
  layers: SpikeMaps['layers'];
}

/** A network that is supposed in place of the one there is, shaped like it. */
export interface Supposed {
  weights: Float32Array<ArrayBuffer>[];
  /** Inputs that never spike: their weights say nothing, and neither do their maps. */
  silentInputs: readonly number[];
}

export interface PlaneMapsState {
  /** The newest; null: none yet, or the network reads no points. */
  maps: PlaneMaps | null;
}

export interface Maps {
  store: StoreApi<PlaneMapsState>;
  /** Somebody looks: the maps are kept true to the weights until the returned function is called. */
  watch(this: void): () => void;
  /** From now on the maps are those of a supposed network; null: of the one there is again. */
  suppose(this: void, supposed: Supposed | null): void;
}

/** Milliseconds between two maps while it trains: six a second, since all that shows them is drawn anew with each. */
const PAUSE = 160;
/** ... and at least so many times what one has taken, so that training is hardly slower for it. */
const SHARE = 12;

type Shared = Pick<
  Core,
  'engine' | 'engineStore' | 'guarded' | 'moved' | 'network' | 'place' | 'training' | 'weightsShown'
> &
  Options<'now'>;

export function createPlaneMaps(core: Shared): Maps {
  const store = createStore<PlaneMapsState>(() => ({ maps: null }));
  /** Made when they are first asked for: most pages show no points. */
  let images: ReturnType<typeof planeImages> | undefined;
  let watchers = 0;
  let supposed: Supposed | null = null;
  const throttle = createThrottle(renew, () => core.options.now(), 0);

  /** Resolves to the milliseconds until the next. */
  async function renew(): Promise<number> {
    const start = core.options.now();
    await core.guarded(once, 'maps');
    if (!isTraining(core.training.getState().status)) return 0;
    return Math.max(PAUSE, SHARE * (core.options.now() - start));
  }

  async function once(): Promise<void> {
    // A network on its way to the engine is in the store already: its maps are to be had when the engine has it.
    await core.moved();
    const { engine, weightsShown } = core;
    const place = core.place();
    const { spec, weights } = core.network.getState();
    if (!isPointSize(spec.input) || !weights) {
      if (store.getState().maps) store.setState({ maps: null });
      return;
    }
    if (!engine || place === null || watchers === 0) return;
    images ??= planeImages();
    const asked = supposed;
    const other = asked?.weights ?? weightsShown;
    const found = await engine
      .maps(images, other ? { weights: other } : {})
      .catch((error: unknown) => {
        if (core.place() === place && core.engine === engine) throw error;
      });
    if (!found || core.engine !== engine || core.place() !== place) return;
    for (const input of asked?.silentInputs ?? []) {
      found.layers[0]!.fill(Infinity, input * images.count, (input + 1) * images.count);
    }
    store.setState({ maps: { spec, layers: found.layers } });
  }

  core.network.subscribe((state, before) => {
    if (state.version !== before.version || state.spec !== before.spec) throttle.ask();
  });
  core.training.subscribe((state, before) => {
    if (state.step !== before.step) throttle.ask();
  });
  core.engineStore.subscribe((state, before) => {
    if (state.status !== before.status || state.kind !== before.kind) throttle.ask();
  });

  return {
    store,
    suppose(network) {
      if (network === supposed) return;
      supposed = network;
      throttle.ask();
    },
    watch() {
      if (watchers++ === 0) throttle.ask();
      let looks = true;
      return () => {
        if (looks) watchers--;
        looks = false;
      };
    },
  };
}
