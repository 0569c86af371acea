/**
 * "Teach it yours": from drawings to a network that tells them apart. Training takes the page's own way (data set, network,
 * training), so that every view shows it; what was there before can be had back.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { teachProblem } from '../../data/taught/taught';
import { TEN } from '../../data/taught/taught-names';
import { taughtSets } from '../../data/taught/taught-sets';
import type { ImageSet } from '../../data/image-set';
import { networkName } from '../../model/network';
import { dataId, sameData } from '../data/data-id';
import type { PutBack } from '../hold/hold';
import type { Session } from '../session';
import { present, putBefore } from './before';
import { beginning } from './beginning';
import type { Trained } from './stored-taught';
import type { TaughtStore } from './taught-store';

/** Seconds that training takes at most; a person can run it on. */
const MOST_SECONDS = 5;

export interface TeachState {
  /** From asking for it until it is over. */
  training: boolean;
  /** Milliseconds that the last training of this visit took. */
  took: number | null;
  /** Of the drawings added since then, how many the network had read rightly before it learned from them. */
  since: { right: number; of: number };
  /** Something was there before, and can be had back. */
  canGoBack: boolean;
}

export interface Teach {
  /** What has been drawn. */
  taught: TaughtStore;
  store: StoreApi<TeachState>;
  /** Resolves when the network is trained, or could not be: that is said. */
  train(this: void): Promise<void>;
  /** The data set and network that were there before the first training; within one visit its run, too. */
  goBack(this: void): Promise<void>;
  /** A drawing is about to be taught as a class: whether the network at hand reads it so counts. */
  ask(this: void, classId: number, answer: number | null): void;
  dispose(this: void): void;
}

type Shared = Pick<Session, 'data' | 'hold' | 'messages' | 'network' | 'stimulus' | 'training'> & {
  /** Milliseconds, monotonic. */
  now: () => number;
  /** Calls back after so many milliseconds. @returns what calls it off */
  after: (ms: number, run: () => void) => () => void;
};

export function createTeach(session: Shared, taught: TaughtStore): Teach {
  const { data, network, training, messages } = session;
  const store = createStore<TeachState>(() => ({
    training: false,
    took: null,
    since: { right: 0, of: 0 },
    canGoBack: false,
  }));
  /** The way back of this visit, with all there was; what an earlier visit has left is in `taught`. */
  let before: PutBack | null = null;

  /** Whether the network on the page is the one that was taught: its outputs are called as the classes were. */
  function isTaught({ taught: { classes, digits: beside } }: Trained): boolean {
    const names = [...(beside ? TEN : []), ...classes.map(({ name }) => name)];
    return network.store.getState().spec.classNames?.join('\n') === names.join('\n');
  }

  /** Both halves of MNIST, which come where they are not at hand; null where they do not. */
  async function digits(): Promise<{ train: ImageSet; test: ImageSet } | null> {
    await data.loadMnist();
    const { train, test } = data.store.getState();
    return train.set && test.set && { train: train.set, test: test.set };
  }

  async function train(): Promise<void> {
    const { taught: now } = taught.store.getState();
    const problem = teachProblem(now);
    if (problem !== null) return void messages.error(problem, { topic: 'teach' });
    if (store.getState().training) return;
    messages.settle('teach');
    store.setState({ training: true });
    const known = taught.store.getState().trained;
    // Trained again, it is still the network before the first training that is gone back to.
    const again = known !== null && isTaught(known) && store.getState().canGoBack;
    const [held, there] = again ? [before, null] : [await session.hold(), present(session)];
    try {
      const beside = now.digits ? await digits() : null;
      if (now.digits && !beside) return;
      const sets = taughtSets(now, beside);
      await data.bring(sets);
      const { spec, weights } = network.store.getState();
      const here = now.digits && weights ? { spec, weights } : null;
      const begun = beginning(sets.train, here, now.digits);
      const origin = { kind: 'trained', name: networkName(begun.network.spec) } as const;
      if (!(await network.place(begun.network, origin, begun.settings))) return;
      before = held;
      if (!again) taught.holdBefore(there);
      const id = dataId(sets.name, sets.hash);
      taught.train({ data: id, taught: now });
      const began = session.now();
      const callOff = session.after(MOST_SECONDS * 1000, () => void training.pause());
      await training.run();
      callOff();
      const took = session.now() - began;
      // The pad is for the next drawing.
      session.stimulus.clear();
      store.setState({ took, since: { right: 0, of: 0 }, canGoBack: true });
    } finally {
      store.setState({ training: false });
    }
  }

  /** The outputs of the taught network are called as the classes are, where these were renamed since. */
  async function callOutputs(): Promise<void> {
    const { trained, taught: now } = taught.store.getState();
    if (!trained || !isTaught(trained)) return;
    const nameOf = new Map(now.classes.map(({ id, name }) => [id, name]));
    const classes = trained.taught.classes.map((c) => ({ ...c, name: nameOf.get(c.id) ?? c.name }));
    if (classes.every(({ name }, n) => name === trained.taught.classes[n]!.name)) return;
    taught.train({ ...trained, taught: { ...trained.taught, classes } });
    const classNames = [...(trained.taught.digits ? TEN : []), ...classes.map(({ name }) => name)];
    await network.change({ ...network.store.getState().spec, classNames });
  }

  const changes = taught.store.subscribe((state, last) => {
    if (state.taught !== last.taught && !store.getState().training) void callOutputs();
  });

  /** A taught network that comes back with the page finds the data that it was taught with. */
  async function bringBack(): Promise<void> {
    const { trained } = taught.store.getState();
    if (!trained || store.getState().training || !isTaught(trained)) return;
    store.setState({ canGoBack: before !== null || taught.store.getState().before !== null });
    if (sameData(data.store.getState().id, trained.data)) return;
    const beside = trained.taught.digits ? await digits() : null;
    if (trained.taught.digits && !beside) return;
    await data.bring(taughtSets(trained.taught, beside));
    messages.settle('link');
  }

  void taught.ready.then(bringBack);
  const networks = network.store.subscribe(({ spec }, last) => {
    const came = spec.classNames !== undefined && last.spec.classNames === undefined;
    if (came && taught.store.getState().looked) void bringBack();
  });

  return {
    taught,
    store,
    train,
    async goBack() {
      const [put, kept] = [before, taught.store.getState().before];
      before = null;
      store.setState({ canGoBack: false, took: null });
      if (put) await put();
      else if (kept) await putBefore(session, kept);
      taught.holdBefore(null);
    },
    ask(classId, answer) {
      const { trained } = taught.store.getState();
      if (!trained || answer === null || !isTaught(trained)) return;
      const own = trained.taught.classes.findIndex(({ id }) => id === classId);
      if (own < 0) return;
      const right = answer === own + (trained.taught.digits ? 10 : 0);
      store.setState(({ since }) => ({
        since: { right: since.right + Number(right), of: since.of + 1 },
      }));
    },
    dispose() {
      changes();
      networks();
      taught.dispose();
    },
  };
}
