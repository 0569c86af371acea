/** Changing, loading and saving the network; what was there can be brought back. */
import { sameSize } from '../../data/image-set';
import { writeModel, type ModelFile } from '../../files/model-file';
import { namedSettings } from '../../files/named-settings';
import type { Network, Snapshot } from '../../engine/engine';
import { networkName, type NetworkSpec } from '../../model/network';
import type { TrainingSettings } from '../../model/training';
import type { Core } from '../core/core';
import type { Initialiser } from './initial';
import { changeCost, type NetworkState, type Origin } from './network';
import type { Presenter } from '../stimulus/present';
import type { StimulusActions } from '../stimulus/stimulus-actions';
import type { KeptNetwork } from '../runs/saved-run';
import type { Training } from '../training/train-loop';
import type { TrainingState } from '../training/training-state';

/** A network as it comes, with what its file says beside it. */
type Made = (Network | Snapshot) & Pick<ModelFile, 'metadata'>;

interface Past {
  snapshot: Snapshot;
  origin: Origin;
  training: TrainingState;
  measured: Pick<NetworkState, 'evaluation' | 'evaluatedStep'>;
}

/** A run that was saved; what its training leaves out begins anew. */
interface Resumed {
  snapshot: KeptNetwork;
  origin: Origin;
  training: Partial<TrainingState> & Pick<TrainingState, 'settings'>;
}

/** Optimiser state is written only where training has begun. */
function fileOf({ spec, weights, ...optimizer }: Snapshot): ModelFile {
  return optimizer.step > 0 ? { spec, weights, optimizer } : { spec, weights };
}

/** How many networks undo remembers. */
const MOST_PAST = 5;

type Shared = Pick<
  Core,
  | 'ahead'
  | 'chosen'
  | 'engine'
  | 'exclusive'
  | 'guarded'
  | 'moving'
  | 'network'
  | 'snapshots'
  | 'stimulus'
  | 'training'
>;

export type NetworkActions = ReturnType<typeof createNetworkActions>;

export function createNetworkActions(
  core: Shared,
  presenter: Pick<Presenter, 'present'>,
  training: Pick<
    Training,
    'configure' | 'forget' | 'outdate' | 'pause' | 'plan' | 'restart' | 'run'
  >,
  initial: Pick<Initialiser, 'birth' | 'network'>,
  take: (network: Network | Snapshot) => Promise<void>,
  stimulus: Pick<StimulusActions, 'resize'>,
) {
  const store = core.network;
  const past: Past[] = [];

  /** The network at work with its run; null where there is none yet. */
  async function present(): Promise<Past | null> {
    const { origin, evaluation, evaluatedStep, weights } = store.getState();
    if (!core.engine || !weights || core.ahead) return null;
    return {
      snapshot: await core.snapshots.whole(),
      origin,
      training: core.training.getState(),
      measured: { evaluation, evaluatedStep },
    };
  }

  async function putBack({ snapshot, origin, training: run, measured }: Past): Promise<void> {
    await installWith(snapshot, origin, run.settings);
    store.setState(measured);
    core.training.setState({ ...run, status: run.step > 0 ? 'paused' : 'idle' });
  }

  /** Does what replaces the network at work; where it succeeds, undo brings back what was there. */
  async function remembering(work: () => Promise<void>): Promise<void> {
    const before = await present();
    await work();
    if (before) past.push(before);
    if (past.length > MOST_PAST) past.shift();
  }

  /** Pauses, and lets nobody look at the engine until it has the network that the page speaks of; then shows it. */
  async function exchange(work: () => Promise<void>): Promise<void> {
    await training.pause();
    try {
      await core.moving(work);
    } finally {
      await presenter.present('network');
    }
  }

  /** Puts a network in place of the one at work. */
  async function install(network: Network | Snapshot, origin: Origin): Promise<void> {
    await take(network);
    core.ahead = false;
    const { spec, weights } = network;
    store.setState(({ version }) => ({
      spec,
      origin,
      weights,
      version: version + 1,
      evaluation: null,
    }));
    if (!sameSize(core.stimulus.getState(), spec.input)) stimulus.resize(spec.input);
    training.restart();
    if ('step' in network) core.training.setState({ step: network.step });
  }

  /**
   * Puts a network there with the settings that come with it; where the engine does not take it, both stay as they were.
   * @param asked when it was asked for: settings that a person has chosen since stay
   */
  async function installWith(
    network: Network | Snapshot,
    origin: Origin,
    settings: Partial<TrainingSettings> = {},
    asked = core.chosen.moment(),
  ): Promise<void> {
    const before = core.training.getState().settings;
    await training.configure(core.chosen.left(settings, asked));
    const configured = core.chosen.moment();
    try {
      await install(network, origin);
    } catch (error) {
      await training.configure(core.chosen.left(before, configured));
      throw error;
    }
  }

  /** What is there stays where the network cannot be had or the engine does not take it. */
  async function replace(
    network: () => Promise<Made> | Made,
    origin: Origin,
    settings?: Partial<TrainingSettings>,
    asked?: number,
  ): Promise<void> {
    const { metadata, ...next } = await network();
    const learned = namedSettings(metadata);
    const from = Object.keys(learned).length > 0 ? { ...origin, learned } : origin;
    await exchange(() => remembering(() => installWith(next, from, settings, asked)));
  }

  function begin(
    spec: NetworkSpec,
    birth = initial.birth(spec, core.training.getState().settings.seed),
    settings?: Partial<TrainingSettings>,
    asked?: number,
  ): Promise<void> {
    const origin: Origin = { kind: 'new', name: networkName(spec), birth };
    return replace(() => initial.network(spec, birth), origin, settings, asked);
  }

  /** New weights from the settings' seed. */
  function start(
    spec: NetworkSpec,
    settings: Partial<TrainingSettings>,
    asked: number,
  ): Promise<void> {
    const { seed } = {
      ...core.training.getState().settings,
      ...core.chosen.left(settings, asked),
    };
    return begin(spec, initial.birth(spec, seed), settings, asked);
  }

  /** `place` for parts that say more of a failure: rejects where the network cannot be had or the engine does not take it. */
  const put: typeof replace = (network, origin, settings, asked = core.chosen.moment()) =>
    core.exclusive(() => replace(network, origin, settings, asked));

  return {
    store,
    canUndo: () => past.length > 0,
    change: (spec: NetworkSpec) =>
      core.exclusive(() =>
        core.guarded(async () => {
          const cost = changeCost(store.getState().spec, spec);
          if (cost === 'none') return;
          if (cost === 'keeps weights') {
            const running = core.training.getState().status === 'running';
            await exchange(async () => {
              const { engine } = core;
              if (engine)
                await core.snapshots.load(engine, { ...(await core.snapshots.whole()), spec });
              store.setState({ spec });
              training.outdate();
            });
            if (running) void training.run();
            return;
          }
          await begin(spec);
        }, 'network'),
      ),
    undo: () =>
      core.exclusive(() =>
        core.guarded(async () => {
          const last = past[past.length - 1];
          if (!last) return;
          await exchange(async () => {
            await putBack(last);
            past.pop();
          });
        }, 'network'),
      ),
    /**
     * Any network in place of the one at work, with the settings that come with it; undo brings back what was there. Resolves to whether
     * it is there: what the engine does not take leaves everything as it was, and is said.
     */
    async place(
      network: Network | Snapshot,
      origin: Origin,
      settings?: Partial<TrainingSettings>,
    ): Promise<boolean> {
      let placed = false;
      await core.guarded(async () => {
        await put(() => network, origin, settings);
        placed = true;
      }, 'network');
      return placed;
    },
    put,
    /** Holds the network and its run: the function puts both back, paused, whatever came in between; undo takes that back. */
    async hold(): Promise<() => Promise<void>> {
      const held = await core.exclusive(present);
      return async () => {
        if (held) await core.exclusive(() => exchange(() => remembering(() => putBack(held))));
      };
    },
    async save() {
      const { spec } = store.getState();
      const snapshot = await core.snapshots.whole();
      return { name: `${networkName(spec)}.safetensors`, bytes: writeModel(fileOf(snapshot)) };
    },
    /** The same for other simulators (NIR), without the state of its training. */
    async saveNir() {
      const { spec } = store.getState();
      const snapshot = await core.snapshots.whole();
      const { writeNir } = await import('../../files/nir/write-nir');
      return { name: `${networkName(spec)}.nir`, bytes: await writeNir(fileOf(snapshot)) };
    },
    reset: (seed?: number) => {
      training.forget();
      const asked = core.chosen.moment();
      return core.exclusive(() =>
        core.guarded(
          () => start(store.getState().spec, seed === undefined ? {} : { seed }, asked),
          'network',
        ),
      );
    },
    /** @param asked when it was asked for: settings that a person has chosen since stay */
    start: (spec: NetworkSpec, settings: Partial<TrainingSettings>, asked = core.chosen.moment()) =>
      core.exclusive(() => core.guarded(() => start(spec, settings, asked), 'network')),
    /** A run as it was saved, in place of what is there; paused. */
    resume: ({ snapshot, origin, training: run }: Resumed, asked = core.chosen.moment()) =>
      core.exclusive(() =>
        exchange(() =>
          remembering(async () => {
            const { spec, weights, step } = snapshot;
            const network = snapshot.first ? snapshot : { spec, weights };
            await installWith(network, origin, run.settings, asked);
            const { settings } = core.training.getState();
            core.training.setState({
              ...run,
              settings,
              step,
              status: step > 0 ? 'paused' : 'idle',
            });
            core.training.setState(training.plan());
          }),
        ),
      ),
  };
}
