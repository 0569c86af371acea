/** Loading data sets, the test half first; what was there stays when the new one is broken. */
import { sameSize, type ImageSet } from '../data/image-set';
import type { DataRole } from '../engine/engine';
import { classCount, type NetworkSpec } from '../model/network';
import type { Core } from './core';
import { sentence } from './messages';
import { readOwnFiles, type OwnFiles } from './own-files';

interface DataHooks {
  /** One half of a set is there. */
  arrived(role: DataRole): void;
  /** The engine has it, too. */
  loaded(role: DataRole): Promise<void>;
  /** Another set takes the place of the one at hand. */
  replaced(): void;
  /** Makes a network that reads the set. */
  fit(set: ImageSet): void;
}

export function createDataActions(core: Core, hooks: DataHooks) {
  const store = core.data;
  let trainFlight: Promise<void> = Promise.resolve();
  /** Goes up when another set takes over: what arrives for an earlier one is late and dropped. */
  let turn = 0;

  const part = (role: DataRole, state: Partial<ReturnType<typeof store.getState>['test']>) =>
    store.setState((s) => ({ [role]: { ...s[role], ...state } }));

  async function give(role: DataRole, set: ImageSet): Promise<void> {
    part(role, { status: 'ready', progress: 1, set });
    hooks.arrived(role);
    await core.engine?.setData(role, set);
  }

  function failed(role: DataRole, error: unknown): void {
    part(role, { status: 'failed' });
    core.messages.error(sentence(error), {
      topic: `data ${role}`,
      action: { label: 'Try again', run: () => void loadMnist() },
    });
  }

  /** Whether work for a half is done, and the half still wanted; a failure is said. */
  async function done(role: DataRole, work: () => Promise<void>): Promise<boolean> {
    const own = turn;
    try {
      await work();
    } catch (error) {
      if (own === turn) failed(role, error);
      return false;
    }
    return own === turn;
  }

  /** Gets half of MNIST, and gives it once `before` is over; whether the engine has it. */
  function load(role: DataRole, before?: Promise<unknown>): Promise<boolean> {
    const own = turn;
    part(role, { status: 'loading', progress: 0, set: null });
    core.messages.settle(`data ${role}`);
    return done(role, async () => {
      const set = await core.options.loadMnist(role, (progress) => {
        if (own === turn) part(role, { progress });
      });
      await before;
      if (own === turn) await give(role, set);
    });
  }

  async function loadTrain(before?: Promise<unknown>): Promise<void> {
    if (await load('train', before)) await done('train', () => hooks.loaded('train'));
  }

  /** Loads what is not there yet: the test half first, which is shown and evaluated while the training half is on its way. */
  async function loadMnist(): Promise<void> {
    const other = store.getState().name !== 'MNIST';
    if (other) {
      turn++;
      hooks.replaced();
    }
    store.setState({ name: 'MNIST' });
    const own = turn;
    const isMissing = (role: DataRole): boolean =>
      other || ['absent', 'failed'].includes(store.getState()[role].status);
    let tested: Promise<unknown> | undefined;
    // The page has its first answer when the engine has the set: only then does anything else come in.
    if (isMissing('test') && (await load('test')))
      tested = done('test', () => hooks.loaded('test'));
    if (own === turn && isMissing('train')) {
      trainFlight = loadTrain(tested);
      await trainFlight;
    }
    await tested;
  }

  return {
    store,
    loadMnist,
    async loadFiles(files: OwnFiles): Promise<void> {
      await core.guarded(async () => {
        const { train, test, name } = await readOwnFiles(files, core.options.readFiles);
        const { spec } = core.network.getState();
        turn++;
        hooks.replaced();
        store.setState({ name });
        await give('test', test);
        await hooks.loaded('test');
        await give('train', train);
        await hooks.loaded('train');
        core.messages.settle('data');
        const misfit = mismatch(spec, train);
        if (misfit) {
          core.messages.error(misfit, {
            topic: 'data',
            action: { label: 'Fit the network to the data', run: () => hooks.fit(train) },
          });
        }
      }, 'data');
    },
    /** Resolves when the training images are there or have failed to come. */
    async trainReady(): Promise<void> {
      if (store.getState().train.status !== 'ready') {
        await loadMnist();
        await trainFlight;
      }
    },
  };
}

/** Why a network cannot be trained on a set; null when it can. */
export function mismatch(spec: NetworkSpec, set: ImageSet): string | null {
  const { width, height } = spec.input;
  if (!sameSize(set, spec.input)) {
    return (
      `These images are ${set.width} x ${set.height} pixels, but the network reads ${width} x ${height}: ` +
      'edit the network to fit them.'
    );
  }
  if (set.classes > classCount(spec)) {
    return (
      `These labels name ${set.classes} classes, but the network has ${classCount(spec)} outputs: ` +
      'edit the network to fit them.'
    );
  }
  return null;
}
