/** Loading data sets, the test half first; what was there stays when the new one is broken. */
import { sameSize, type ImageSet, type SetHead } from '../../data/image-set';
import { from1Words } from '../../data/labels';
import type { OwnFiles, OwnSets, Reading } from '../../data/own-files';
import { readOwn } from '../../data/worker/read-own';
import { makePoints } from '../../data/points/make-points';
import { pointsFor, pointsProblem, type Points } from '../../data/points/points-spec';
import { DataError } from '../../data/data-error';
import { EngineGoneError, type DataRole, type Engine } from '../../engine/engine';
import { isPointSize } from '../../data/points/point';
import { POINT_SETS } from '../../data/points/point-sets';
import { classCount, DEFAULT_NETWORK, type NetworkSpec } from '../../model/network';
import type { Core } from '../core/core';
import { createEvents } from '../core/events';
import type { Options } from '../core/options';
import { asksForMore, type Fitted } from '../network/fit';
import { dataId, MNIST } from './data-id';
import { ABSENT, knownOf, type DataState } from './data-state';
import { mismatch } from './mismatch';
import { sentence } from '../core/messages';

/** What is told of data sets to whom it concerns. */
interface DataEvents {
  /** Another set is about to take the place of the one at hand. Listeners end their work with that one; all of them are waited for. */
  replacing: [];
  /** The other set has taken its place. */
  replaced: [];
  /** Training can begin, though not all of its images have come. */
  begun: [];
  /** One half of a set is there. */
  arrived: [role: DataRole];
  /** The engine has it, too. */
  loaded: [role: DataRole];
  /** The person asks for a network that reads the set. @param asked when (training/chosen.ts) */
  fit: [set: Fitted, asked: number];
}

/** Which set: what stands in the store beside its halves. */
type Which = Pick<DataState, 'id' | 'name' | 'heldOut' | 'points'>;

/** Topics of messages about data that are out of date once another set is there. */
const TOPICS = ['data', 'data test', 'data train', 'data fit', 'data turned', 'drop', 'sample'];

/** Whether a network answers with the classes of a set, by their names. */
const isNamedSo = ({ classNames }: NetworkSpec, set: ImageSet): boolean =>
  classNames?.join('\n') === set.classNames?.join('\n');

type Shared = Pick<
  Core,
  'chosen' | 'data' | 'engine' | 'engineStore' | 'guarded' | 'messages' | 'network' | 'training'
> &
  Options<'base' | 'loadMnist' | 'loadShipped' | 'makePoints' | 'readFiles' | 'startHelper'>;

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
    // That the engine is gone is said elsewhere.
    if (error instanceof EngineGoneError) return part(role, ABSENT);
    const { step } = core.training.getState();
    const kept = role === 'train' && store.getState().train.status === 'coming' && step > 0;
    part(role, { status: 'failed', head: undefined });
    const learned = kept ? ' What was learned until now stays.' : '';
    core.messages.error(`${sentence(error)}${learned}`, {
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

  /** Loads half of MNIST, and gives it to the engine; resolves to whether the engine has it. */
  function load(role: DataRole): Promise<boolean> {
    const own = turn;
    const progress = (share: number): void => {
      if (own === turn) part(role, { progress: share });
    };
    part(role, { status: 'loading', progress: 0, set: null, head: undefined });
    core.messages.settle(`data ${role}`);
    return done(role, async () => {
      if (role === 'train' && (await fetchTraining(own, progress))) return;
      const set = await core.options.loadMnist(role, progress);
      if (own === turn) await give(role, set);
    });
  }

  /**
   * The engine fetches the training half itself, and so does the one that takes its place meanwhile. Resolves to whether it could.
   * @param own the turn that this is for
   */
  async function fetchTraining(own: number, progress: (share: number) => void): Promise<boolean> {
    const { base } = core.options;
    const begun = (head: SetHead): void => {
      if (own !== turn) return;
      part('train', { status: 'coming', head });
      void tell('begun');
    };
    let { engine } = core;
    while (base !== undefined && engine?.fetchTraining && own === turn) {
      try {
        const set = await engine.fetchTraining(base, { begun, progress });
        if (own !== turn) break;
        part('train', { status: 'ready', progress: 1, set, head: undefined });
        void tell('arrived', 'train');
        return true;
      } catch (error) {
        if (!(error instanceof EngineGoneError)) throw error;
        if (own === turn) part('train', { status: 'loading', progress: 0, head: undefined });
        engine = await successor(engine, error);
      }
    }
    return own !== turn;
  }

  /** The engine that takes the place of one that is gone. @throws `gone` where none does */
  function successor(before: Engine, gone: EngineGoneError): Promise<Engine> {
    return new Promise((resolve, reject) => {
      let forget = (): void => undefined;
      const look = (): void => {
        const { engine } = core;
        if (engine && engine !== before) resolve(engine);
        else if (core.engineStore.getState().status === 'failed') reject(gone);
        else return;
        forget();
      };
      forget = core.engineStore.subscribe(look);
      look();
    });
  }

  async function loadTrain(): Promise<void> {
    if (await load('train')) await done('train', () => tell('loaded', 'train'));
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
    if (own === turn && isMissing('train')) trainFlight = loadTrain();
    if (own === turn) await trainFlight;
    await tested;
    if (other && own === turn) tellFit();
  }

  async function loadOwn(files: OwnFiles, reading?: Reading): Promise<void> {
    const asked = turn;
    const moment = core.chosen.moment();
    const sets = await (core.options.readFiles ?? readOwn)(files, reading).catch(
      (error: unknown) => {
        if (reading?.signal?.aborted) return null;
        throw error;
      },
    );
    // It was called off, or another set was asked for while these were read.
    if (sets === null || asked !== turn) return;
    const own = ++turn;
    await tell('replacing');
    if (own !== turn) return;
    const { train } = sets;
    // Classes with names of their own are none that a network has learned: one comes for them.
    await take(
      sets,
      () => own === turn,
      () => {
        if (train.classNames && !isNamedSo(core.network.getState().spec, train))
          return tell('fit', train, moment);
        return tellFit();
      },
    );
    if (!files.turned) void offerTurning(files, train, () => own === turn);
  }

  /** Says so where a set lies on its side. Where that cannot be found out nothing is said: it is a service. */
  async function offerTurning(
    files: OwnFiles,
    set: ImageSet,
    wanted: () => boolean,
  ): Promise<void> {
    const looking = import('./lying-set').then(({ lyingWords }) => lyingWords(core, set));
    const words = await looking.catch(() => null);
    if (words === null || !wanted()) return;
    const run = () => void core.guarded(() => loadOwn({ ...files, turned: true }), 'data');
    core.messages.note(words, {
      topic: 'data turned',
      stays: true,
      action: { label: 'Turn them', run },
    });
  }

  /** A set that is there already, in place of the one at hand; whoever brings it brings a network for it. */
  async function bring(sets: OwnSets): Promise<void> {
    const own = ++turn;
    await tell('replacing');
    if (own === turn)
      await take(
        sets,
        () => own === turn,
        () => undefined,
      );
  }

  /** @param fit what is to be done where the network does not read the set; waited for */
  async function loadPoints(points: Points, fit: (asked: number) => unknown): Promise<void> {
    const problem = pointsProblem(points);
    if (problem !== null) throw new DataError(problem);
    const asked = turn;
    const moment = core.chosen.moment();
    const made = await (core.options.makePoints ?? makePoints)(points);
    if (asked !== turn) return;
    const own = ++turn;
    await tell('replacing');
    if (own !== turn) return;
    await take(
      made,
      () => own === turn,
      () => fit(moment),
    );
  }

  /** Puts whole sets in place of what is there. */
  async function take(
    {
      name,
      hash,
      heldOut,
      test,
      train,
      notes = [],
      points = null,
    }: OwnSets & { points?: Points | null },
    wanted: () => boolean,
    fit: () => unknown,
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
    const told = [...notes, ...(train.firstLabel ? [from1Words(train.classes)] : [])];
    if (told.length > 0) core.messages.note(told.join(' '), { topic: 'data' });
    const loaded = async () => {
      await tell('loaded', 'test');
      if (wanted()) await tell('loaded', 'train');
    };
    await Promise.all([fit(), loaded()]);
  }

  const fitTo = (set: Fitted): void => void tell('fit', set, core.chosen.moment());

  /** Whether the network can read the training images; where it cannot, that is said for as long as it is so. */
  function tellFit(): boolean {
    const head = knownOf(store.getState().train);
    const misfit = head && mismatch(core.network.getState().spec, head);
    if (misfit) {
      core.messages.error(misfit, {
        topic: 'data fit',
        action: { label: 'Fit the network to the data', run: () => fitTo(head) },
      });
    } else core.messages.settle('data fit');
    return head !== null && !misfit;
  }

  /**
   * Brings a network for the points where the one at hand does not do; resolves when it is there.
   * @param other own points take the place of others, or others theirs: they are learned with other settings
   */
  async function fitPoints(other: boolean, asked: number): Promise<void> {
    const { train, points } = store.getState();
    const { set } = train;
    const { spec } = core.network.getState();
    const fits = set !== null && sameSize(set, spec.input) && set.classes === classCount(spec);
    // While own points are laid, hidden layers stay.
    const more = points && points.set !== 'own' && asksForMore(spec, points.set);
    if (set && (!fits || other || more)) await tell('fit', set, asked);
  }

  /** A network has come that reads points where images are at hand, or images where points are: says so, and offers what it reads. */
  function tellKind(set: ImageSet, spec: NetworkSpec): void {
    const usual = pointsFor(classCount(spec));
    if (!isPointSize(spec.input)) {
      core.messages.error('This network reads images, and the data are points.', {
        topic: 'data fit',
        action: sameSize(spec.input, DEFAULT_NETWORK.input)
          ? { label: 'Use MNIST', run: () => void loadMnist() }
          : { label: 'Fit the network to the data', run: () => fitTo(set) },
      });
    } else if (usual) {
      core.messages.error('This network reads points, and the data are images.', {
        topic: 'data fit',
        action: {
          label: `Use ${POINT_SETS[usual.set].title}`,
          run: () =>
            void core.guarded(() => loadPoints(usual, (asked) => fitPoints(false, asked)), 'data'),
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
    bring,
    loadFiles: (files: OwnFiles, reading?: Reading): Promise<void> =>
      core.guarded(() => loadOwn(files, reading), 'data'),
    /** Points, and where the network does not read them a new one that does; resolves when both are there. */
    loadPoints(points: Points): Promise<void> {
      const other = (points.set === 'own') !== (store.getState().points?.set === 'own');
      return core.guarded(() => loadPoints(points, (asked) => fitPoints(other, asked)), 'data');
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
    /** Resolves when the training images are there, all of them, or have failed to come. */
    async trainReady(): Promise<void> {
      if (store.getState().train.status !== 'ready') await loadMnist();
    },
    /** The same when training can begin: the first of them are there. */
    async trainBegun(): Promise<void> {
      const { status } = store.getState().train;
      if (status === 'ready' || status === 'coming') return;
      const flight = loadMnist();
      await Promise.race([
        flight,
        new Promise<void>((resolve) => {
          const forget = store.subscribe(({ train }) => {
            if (train.status === 'coming') resolve();
          });
          flight.then(forget, forget);
        }),
      ]);
    },
  };
}

export type DataActions = ReturnType<typeof createDataActions>;
