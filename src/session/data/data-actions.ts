/** Loading data sets, the test half first; what was there stays when the new one is broken. */
import { sameSize, type ImageSet } from '../../data/image-set';
import { from1Words } from '../../data/labels';
import type { OwnFiles, OwnSets } from '../../data/own-files';
import { readOwn } from '../../data/worker/read-own';
import { makePoints } from '../../data/points/make-points';
import { pointsFor, pointsProblem, type Points } from '../../data/points/points-spec';
import { DataError } from '../../data/data-error';
import type { DataRole } from '../../engine/engine';
import { isPointSize } from '../../data/points/point';
import { POINT_SETS } from '../../data/points/point-sets';
import { classCount, DEFAULT_NETWORK, type NetworkSpec } from '../../model/network';
import type { Core } from '../core/core';
import { createEvents } from '../core/events';
import type { Options } from '../core/options';
import { asksForMore } from '../network/fit';
import { dataId, MNIST } from './data-id';
import { ABSENT, type DataState } from './data-state';
import { mismatch } from './mismatch';
import { sentence } from '../core/messages';

/** What is told of data sets to whom it concerns. */
interface DataEvents {
  /** Another set is about to take the place of the one at hand. Listeners end their work with that one; all of them are waited for. */
  replacing: [];
  /** The other set has taken its place. */
  replaced: [];
  /** One half of a set is there. */
  arrived: [role: DataRole];
  /** The engine has it, too. */
  loaded: [role: DataRole];
  /** The person asks for a network that reads the set. */
  fit: [set: ImageSet];
}

/** Which set: what stands in the store beside its halves. */
type Which = Pick<DataState, 'id' | 'name' | 'heldOut' | 'points'>;

/** Topics of messages about data that are out of date once another set is there. */
const TOPICS = ['data', 'data test', 'data train', 'data fit', 'drop', 'sample'];

type Shared = Pick<Core, 'data' | 'engine' | 'guarded' | 'messages' | 'network'> &
  Options<'loadMnist' | 'makePoints' | 'readFiles'>;

export function createDataActions(core: Shared) {
  const store = core.data;
  const { on, tell } = createEvents<DataEvents>();
  let trainFlight: Promise<void> = Promise.resolve();
  /** Goes up when another set is asked for: what arrives for an earlier one is dropped. */
  let turn = 0;

  const part = (role: DataRole, state: Partial<ReturnType<typeof store.getState>['test']>) =>
    store.setState((s) => ({ [role]: { ...s[role], ...state } }));

  async function give(role: DataRole, set: ImageSet): Promise<void> {
    part(role, { status: 'ready', progress: 1, set });
    void tell('arrived', role);
    await core.engine?.setData(role, set);
  }

  function failed(role: DataRole, error: unknown): void {
    part(role, { status: 'failed' });
    core.messages.error(sentence(error), {
      topic: `data ${role}`,
      action: { label: 'Try again', run: () => void loadMnist() },
    });
  }

  /** Does work for a half; resolves to whether it succeeded and nobody has asked for another set meanwhile. Says what failed. */
  async function done(role: DataRole, work: () => Promise<unknown>): Promise<boolean> {
    const own = turn;
    try {
      await work();
    } catch (error) {
      if (own === turn) failed(role, error);
      return false;
    }
    return own === turn;
  }

  /** Loads half of MNIST, and gives it to the engine once `before` is over; resolves to whether the engine has it. */
  function load(role: DataRole, before?: Promise<unknown>): Promise<boolean> {
    const own = turn;
    part(role, { status: 'loading', progress: 0, set: null });
    core.messages.settle(`data ${role}`);
    return done(role, async () => {
      const set = await core.options.loadMnist(role, (progress) => {
        if (own === turn) part(role, { progress });
      });
      if (before && own === turn) part(role, { status: 'waiting', progress: 1 });
      await before;
      if (own === turn) await give(role, set);
    });
  }

  async function loadTrain(before?: Promise<unknown>): Promise<void> {
    if (await load('train', before)) await done('train', () => tell('loaded', 'train'));
  }

  /** Another set: nothing of the one before stays, and what was said of it is settled. */
  function replace({ id, name, heldOut, points }: Which): void {
    const own = points?.set === 'own' ? points : store.getState().own;
    store.setState({ id, name, heldOut, points, own, test: ABSENT, train: ABSENT });
    void tell('replaced');
    TOPICS.forEach((topic) => core.messages.settle(topic));
  }

  /** Loads what is not there yet: the test half first, which is shown and evaluated while the training half is on its way. */
  async function loadMnist(): Promise<void> {
    const other = store.getState().id !== MNIST;
    if (other) {
      const own = ++turn;
      await tell('replacing');
      if (own !== turn) return;
      replace({ id: MNIST, name: MNIST, heldOut: false, points: null });
    }
    const own = turn;
    const isMissing = (role: DataRole): boolean =>
      ['absent', 'failed'].includes(store.getState()[role].status);
    let tested: Promise<unknown> | undefined;
    // Nothing else is loaded until the engine has the test set: with it the page gives its first answer.
    if (isMissing('test') && (await load('test')))
      tested = done('test', () => tell('loaded', 'test'));
    if (own === turn && isMissing('train')) {
      trainFlight = loadTrain(tested);
      await trainFlight;
    }
    await tested;
    if (other && own === turn) tellFit();
  }

  async function loadOwn(files: OwnFiles): Promise<void> {
    const asked = turn;
    const sets = await (core.options.readFiles ?? readOwn)(files);
    // Another set was asked for while these were read.
    if (asked !== turn) return;
    const own = ++turn;
    await tell('replacing');
    if (own !== turn) return;
    await take(sets, () => own === turn, tellFit);
  }

  /** @param fit what is to be done where the network does not read the set */
  async function loadPoints(points: Points, fit: () => void): Promise<void> {
    const problem = pointsProblem(points);
    if (problem !== null) throw new DataError(problem);
    const asked = turn;
    const made = await (core.options.makePoints ?? makePoints)(points);
    if (asked !== turn) return;
    const own = ++turn;
    await tell('replacing');
    if (own !== turn) return;
    await take(made, () => own === turn, fit);
  }

  /** Puts whole sets in place of what is there. */
  async function take(
    { name, hash, heldOut, test, train, points = null }: OwnSets & { points?: Points | null },
    wanted: () => boolean,
    fit: () => void,
  ): Promise<void> {
    const ready = (set: ImageSet) => ({ status: 'ready' as const, progress: 1, set });
    replace({ id: dataId(name, hash), name, heldOut, points });
    store.setState({ test: ready(test), train: ready(train) });
    void tell('arrived', 'test');
    void tell('arrived', 'train');
    const { engine } = core;
    // Both at once, so that nobody trains or tests on a half of the set before.
    if (engine) await Promise.all([engine.setData('test', test), engine.setData('train', train)]);
    if (!wanted()) return;
    if (train.firstLabel) core.messages.note(from1Words(train.classes), { topic: 'data' });
    fit();
    await tell('loaded', 'test');
    if (wanted()) await tell('loaded', 'train');
  }

  /** Whether the network can read the training images; where it cannot, that is said for as long as it is so. */
  function tellFit(): boolean {
    const { set } = store.getState().train;
    const misfit = set && mismatch(core.network.getState().spec, set);
    if (set && misfit) {
      core.messages.error(misfit, {
        topic: 'data fit',
        action: { label: 'Fit the network to the data', run: () => void tell('fit', set) },
      });
    } else core.messages.settle('data fit');
    return set !== null && !misfit;
  }

  /** @param other own points take the place of others, or others theirs: they are learned with other settings */
  function fitPoints(other: boolean): void {
    const { train, points } = store.getState();
    const { set } = train;
    const { spec } = core.network.getState();
    const fits = set !== null && sameSize(set, spec.input) && set.classes === classCount(spec);
    // While own points are laid, hidden layers stay.
    const more = points && points.set !== 'own' && asksForMore(spec, points.set);
    if (set && (!fits || other || more)) void tell('fit', set);
  }

  /** A network has come that reads points where images are at hand, or images where points are: says so, and offers what it reads. */
  function tellKind(set: ImageSet, spec: NetworkSpec): void {
    const usual = pointsFor(classCount(spec));
    if (!isPointSize(spec.input)) {
      core.messages.error('This network reads images, and the data are points.', {
        topic: 'data fit',
        action: sameSize(spec.input, DEFAULT_NETWORK.input)
          ? { label: 'Use MNIST', run: () => void loadMnist() }
          : { label: 'Fit the network to the data', run: () => void tell('fit', set) },
      });
    } else if (usual) {
      core.messages.error('This network reads points, and the data are images.', {
        topic: 'data fit',
        action: {
          label: `Use ${POINT_SETS[usual.set].title}`,
          run: () => void core.guarded(() => loadPoints(usual, () => fitPoints(false)), 'data'),
        },
      });
    }
  }

  core.network.subscribe(({ spec }, before) => {
    if (spec === before.spec) return;
    const { train, test } = store.getState();
    const fits = (set: ImageSet | null) => set !== null && mismatch(spec, set) === null;
    if (fits(train.set)) core.messages.settle('data fit');
    if (fits(test.set)) core.messages.settle('sample');
    const points = isPointSize(spec.input);
    const set = train.set ?? test.set;
    if (set && points !== isPointSize(before.spec.input) && points !== isPointSize(set)) {
      tellKind(set, spec);
    }
  });

  return {
    store,
    on,
    loadMnist,
    tellFit,
    loadFiles: (files: OwnFiles): Promise<void> => core.guarded(() => loadOwn(files), 'data'),
    /** Points, and where the network does not read them a new one that does. */
    loadPoints(points: Points): Promise<void> {
      const other = (points.set === 'own') !== (store.getState().points?.set === 'own');
      return core.guarded(() => loadPoints(points, () => fitPoints(other)), 'data');
    },
    /** The points of a link or a run, which brings its own network. @throws DataError */
    bringPoints: (points: Points): Promise<void> => loadPoints(points, () => undefined),
    /** Holds the data set at hand: the function puts it back, whichever took its place. */
    hold(): () => Promise<void> {
      const held = store.getState();
      return async () => {
        if (store.getState().id === held.id) return;
        // What was still on its way is fetched again.
        if (held.id === MNIST && !held.train.set) return loadMnist();
        const own = ++turn;
        await tell('replacing');
        if (own !== turn) return;
        replace(held);
        store.setState({ test: held.test, train: held.train });
        for (const role of ['test', 'train'] as const) {
          const { set } = held[role];
          if (set) await core.engine?.setData(role, set);
        }
      };
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

export type DataActions = ReturnType<typeof createDataActions>;
