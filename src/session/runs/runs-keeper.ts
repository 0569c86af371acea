/** Watches a session's training and keeps each run when it stops, with the weights it stopped with, also between visits. */
import { createStore } from 'zustand/vanilla';
import { said } from '../../model/said';
import type { Messages } from '../core/messages';
import { dataWords, sameData } from '../data/data-id';
import type { DataStore } from '../data/data-state';
import { testedOf } from '../data/tested';
import type { NetworkActions } from '../network/network-actions';
import type { Moment } from '../../engine/engine';
import {
  finalFigures,
  freeName,
  keep,
  runName,
  worthKeeping,
  type FinalFigures,
  type Run,
} from './runs';
import { momentsFrom, momentsToKeep } from './runs-moments';
import { readRun, sameRun, storedRun, weightsFrom, type RunStorage } from './runs-storage';
import { isFull, reasonOf, STORAGE_TOPIC } from './storage-trouble';
import type { Stored } from './stored';
import type { Training } from '../training/train-loop';
import type { TrainingState } from '../training/training-state';

export interface RunsState {
  /** Oldest first. The run under way is among them from its first stop on. */
  runs: Run[];
  /** The run whose weights are on the page; null before the first step is made. */
  current: number | null;
  /** Why runs are not kept between visits, in a sentence; null while they are. */
  trouble: string | null;
  /** Goes up when runs have gone from the storage: there is room. */
  freed: number;
}

/** What the keeper needs of a session. */
export interface Watched {
  training: Pick<Training, 'store' | 'evaluate'>;
  network: Pick<NetworkActions, 'store' | 'place'>;
  data: { store: DataStore };
  messages: Messages;
}

export interface KeeperOptions {
  /** Runs are kept in this tab alone without. */
  storage?: RunStorage;
  /** Milliseconds since 1970. */
  date?: () => number;
  /** Whether the weights on the page are not those of the run (a replay). */
  away?: () => boolean;
  /** Moments of the run on the page; a capped few are kept with it. */
  moments?: () => readonly Moment[];
  /** A run is brought back, with the moments kept with it, its own weights the last of them. */
  recall?: (run: Run, moments: Moment[]) => void;
}

const TOPIC = 'runs';

const stopped = ({ status }: TrainingState) => status === 'paused' || status === 'finished';

const byAge = (runs: Run[]) => runs.toSorted((a, b) => a.id - b.id);

export function createRuns(session: Watched, options: KeeperOptions = {}) {
  const { training, network, data, messages } = session;
  const { storage, date = Date.now, away = () => false, moments = () => [], recall } = options;
  const store = createStore<RunsState>(() => ({
    runs: [],
    current: null,
    trouble: null,
    freed: 0,
  }));
  let lastId = 0;
  /** What waits to be written, the newest of each run. */
  const waiting = new Map<number, Run>();
  /** Moments that wait to be written with their run. */
  const fresh = new Map<number, Moment[]>();
  /** Deleted in this tab: a list that was read from storage before must not bring them back. */
  const removed = new Set<number>();
  /** The step at which the run on the page was deleted: norms or an evaluation of it that come in later do not make it a run again. */
  let deletedAt: number | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let saidLeftAlone = false;
  /** The trouble that was said. */
  let told: string | null = null;
  /** Its message. */
  let toldAs: number | null = null;

  const nextId = () => (lastId = Math.max(lastId + 1, date()));
  const find = (id: number | null) => store.getState().runs.find((r) => r.id === id);

  /** @param quietly say nothing of a failure yet: it is said when the first run cannot be stored, since before there is nothing to lose */
  function later<T>(
    work: (storage: RunStorage) => Promise<T>,
    { quietly = false } = {},
  ): Promise<T | null> {
    const result = queue.then(async () => {
      if (!storage) return null;
      try {
        return await work(storage);
      } catch (error) {
        complain(error, quietly);
        return null;
      }
    });
    queue = result;
    return result;
  }

  function complain(error: unknown, quietly: boolean): void {
    const remedy = isFull(error)
      ? 'delete runs that are no longer needed, or save the model to keep it.'
      : 'save the model to keep it.';
    const text = `Runs are kept in this tab but not stored because ${reasonOf(error)}: ${remedy}`;
    store.setState({ trouble: text });
    if (quietly || told === text) return;
    // Where it is said already that the network is not saved, the list of runs says its part itself.
    if (messages.errorsOf(STORAGE_TOPIC).some((id) => id !== toldAs)) return;
    told = text;
    toldAs = messages.error(text, { topic: STORAGE_TOPIC });
  }

  function persist(run: Run): void {
    if (!storage || !worthKeeping(run)) return;
    waiting.set(run.id, run);
    void later(async (to) => {
      const newest = waiting.get(run.id);
      waiting.delete(run.id);
      // Written already with a newer call, or removed since.
      if (!newest) return;
      const kept = await write(to, newest);
      told = null;
      if (toldAs !== null) messages.dismiss(toldAs);
      toldAs = null;
      store.setState(({ runs }) => ({
        trouble: null,
        runs: runs.map((r) =>
          r.id === run.id
            ? { ...r, stored: r.stored || newest.weights !== null, ...(kept && { moments: kept }) }
            : r,
        ),
      }));
    });
  }

  /** Writes a run with the moments that wait; without them where there is no room. Resolves to the steps newly kept. */
  async function write(to: RunStorage, run: Run): Promise<number[] | null> {
    const moments = fresh.get(run.id);
    if (!moments) {
      await to.put(storedRun(run), run.weights, null);
      return null;
    }
    const steps = moments.map((s) => s.step);
    // They wait on where not even the run could be written.
    const written = (): void => {
      if (fresh.get(run.id) === moments) fresh.delete(run.id);
    };
    try {
      await to.put(storedRun({ ...run, moments: steps }), run.weights, moments);
      written();
      return steps;
    } catch (error) {
      if (!isFull(error)) throw error;
      await to.put(storedRun(run), run.weights, null);
      written();
      messages.note(
        `${said(run.name)} is kept without its replay because ${reasonOf(error)}: delete runs that are no longer needed.`,
        { topic: 'replay kept' },
      );
      return null;
    }
  }

  /** Takes runs out of the storage; what had no room until now is written then. */
  async function free(ids: number[]): Promise<void> {
    const isGone = await later(async (from) => {
      await from.delete(ids);
      return true;
    });
    if (!isGone) return;
    store.setState(({ freed }) => ({ freed: freed + 1 }));
    for (const run of store.getState().runs) if (!run.stored && run.weights) persist(run);
  }

  /** Puts a run into the list; what has to go for it goes from storage too. */
  function put(run: Run): void {
    const { runs } = store.getState();
    const list = byAge(keep(runs, run));
    store.setState({ runs: list });
    const gone = runs.filter((r) => !list.some((other) => other.id === r.id)).map((r) => r.id);
    if (gone.length > 0) void free(gone);
    persist(run);
  }

  const knownHere = (): Pick<Run, 'known'> =>
    testedOf(data.store.getState()).known ? { known: true } : {};

  function figuresNow(known: Run | undefined): FinalFigures | null {
    const { evaluation } = network.store.getState();
    return evaluation ? finalFigures(evaluation) : (known?.figures ?? null);
  }

  /** Keeps the run as it stands, if it has begun. */
  function note(state: TrainingState): void {
    if (!stopped(state) || state.curve.length === 0 || away()) return;
    const { runs, current } = store.getState();
    if (current === null && deletedAt === state.step) return;
    const { spec, weights } = network.store.getState();
    const { id: here } = data.store.getState();
    const before = runs.find((r) => r.id === current);
    // A run ends with its data set; steps on another one are another run.
    const elsewhere = before !== undefined && !sameData(before.data, here);
    if (elsewhere && before.step === state.step) return;
    const known = elsewhere ? undefined : before;
    const id = known?.id ?? nextId();
    store.setState({ current: id });
    const kept = momentsToKeep(moments(), state.step);
    const steps = kept.map((s) => s.step);
    // Of a run that an earlier visit began, the moments from its beginning stay.
    const earlier = known?.moments ?? steps;
    if (
      storage &&
      kept.length > 0 &&
      steps[0]! <= earlier[0]! &&
      String(steps) !== String(known?.moments)
    ) {
      fresh.set(id, kept);
    }
    put({
      id,
      name: known?.name ?? freeName(runName(spec), runs),
      from: 'page',
      data: here,
      spec,
      settings: state.settings,
      step: state.step,
      epochSteps: state.epochSteps,
      curve: state.curve,
      tests: state.tests,
      norms: state.norms,
      accuracy: state.testAccuracy,
      figures: figuresNow(known),
      end: state.end === 'plan' || state.end === 'not-finite' ? state.end : 'stopped',
      weights,
      stored: known?.stored ?? false,
      ...knownHere(),
      ...(known?.moments && { moments: known.moments }),
    });
  }

  /** Other weights are on the page: the run is over, and forgotten if it says too little. */
  function close({ curve, tests }: TrainingState): void {
    const { runs, current } = store.getState();
    const { spec } = network.store.getState();
    deletedAt = null;
    store.setState({
      runs: runs.filter((r) => r.id !== current || worthKeeping(r)),
      // An undo, or going on with what an earlier visit has kept, brings a run's own curve back: then it goes on.
      current:
        curve.length > 0
          ? (runs.find((r) => r.curve === curve)?.id ?? sameRun(runs, { spec, tests }))
          : null,
    });
  }

  const unsubscribe = [
    training.store.subscribe((state, before) => {
      if (before.curve.length > 0 && state.curve.length === 0) close(state);
      else if (before.curve.length === 0 && state.curve.length > 0) close(state);
      if (
        state.status !== before.status ||
        state.testAccuracy !== before.testAccuracy ||
        state.norms !== before.norms ||
        state.step !== before.step
      ) {
        note(state);
      }
    }),
    // After a stop the last weights are read back; a new origin means they are another network's.
    network.store.subscribe((state, before) => {
      if (state.weights !== before.weights && state.origin === before.origin) {
        note(training.store.getState());
      }
    }),
  ];

  /** Reads what this browser keeps, other tabs' runs among them; the runs of this tab stay as they are. */
  async function refresh(): Promise<void> {
    const kept = await later((from) => from.list(), { quietly: true });
    if (!kept) return;
    const { runs } = store.getState();
    const known = new Set([...runs.map((r) => r.id), ...removed]);
    const read = kept.map(readRun);
    const found = read.flatMap((stored) => (stored.kind === 'sound' ? [stored.value] : []));
    const other = found.filter((r) => !known.has(r.id));
    if (other.length > 0) store.setState({ runs: byAge([...runs, ...other]) });
    sayLeftAlone(read);
  }

  /** What lies there and cannot be listed is said, once. */
  function sayLeftAlone(read: Stored<Run>[]): void {
    if (saidLeftAlone) return;
    const count = (kind: Stored<Run>['kind']) =>
      read.filter((stored) => stored.kind === kind).length;
    const runs = (n: number) => (n === 1 ? '1 run' : `${n} runs`);
    const [newer, damaged] = [count('newer'), count('damaged')];
    const sentences = [
      newer > 0 &&
        `${runs(newer)} kept by a newer version of this page: reload the page to get that version.`,
      damaged > 0 && `${runs(damaged)} kept in this browser, but damaged, so not listed.`,
    ].filter((sentence) => sentence !== false);
    if (sentences.length === 0) return;
    saidLeftAlone = true;
    messages.note(sentences.join(' '), { topic: 'runs left alone' });
  }

  async function weightsOf(run: Run): Promise<Run['weights']> {
    if (run.weights || !run.stored) return run.weights;
    return weightsFrom(await later((from) => from.weights(run.id)), run.spec);
  }

  async function momentsOf(run: Run): Promise<Moment[]> {
    if (!run.moments) return [];
    return momentsFrom(await later((from) => from.moments(run.id)), run.spec);
  }

  return {
    store,
    /** Resolves when the runs of earlier visits are listed. */
    ready: refresh(),
    refresh,
    /** Resolves when all that is kept is written. */
    settled: (): Promise<unknown> => queue,
    rename(id: number, name: string): void {
      // Shortened, and without invisible characters, as sentences will repeat it.
      const trimmed = said(name.trim());
      const run = find(id);
      if (trimmed && run) put({ ...run, name: trimmed });
    },
    /** Deletes runs; the message that says so takes it back. */
    remove(...ids: number[]): void {
      const { runs, current } = store.getState();
      const going = runs.filter((r) => ids.includes(r.id));
      if (going.length === 0) return;
      if (ids.includes(current ?? NaN)) deletedAt = training.store.getState().step;
      store.setState({
        runs: runs.filter((r) => !ids.includes(r.id)),
        current: ids.includes(current ?? NaN) ? null : current,
      });
      const whole = Promise.all(
        going.map(async (r) => ({
          run: { ...r, weights: await weightsOf(r) },
          moments: await momentsOf(r),
        })),
      );
      for (const id of ids) {
        waiting.delete(id);
        fresh.delete(id);
        removed.add(id);
      }
      void whole.then(() => free(ids));
      const what =
        going.length === 1 ? `The run ${said(going[0]!.name)} is` : `${going.length} runs are`;
      const putBack = async () => {
        for (const { run, moments } of await whole) {
          removed.delete(run.id);
          if (moments.length > 0) fresh.set(run.id, moments);
          put({ ...run, stored: false });
        }
      };
      const undo = () => {
        messages.settle('run deleted');
        void putBack();
      };
      messages.note(`${what} deleted.`, {
        topic: 'run deleted',
        action: { label: 'Undo', run: undo },
      });
    },
    /** A run that was trained elsewhere, with a name of its own; resolves to its id. */
    add(run: Omit<Run, 'id' | 'stored' | 'name'>): number {
      const id = nextId();
      const name = freeName(runName(run.spec), store.getState().runs);
      put({ ...run, id, name, stored: false, ...knownHere() });
      return id;
    },
    /** Brings a run's weights, settings and moments back; training goes on from them as a new run. */
    async restore(id: number): Promise<void> {
      const run = find(id);
      if (!run) return;
      const weights = await weightsOf(run);
      if (!weights) {
        messages.error(
          `The weights of ${said(run.name)} are not there any more, or damaged; its curve and figures are. Train it again from its seed, ${run.settings.seed}.`,
          { topic: TOPIC },
        );
        return;
      }
      const moments = await momentsOf(run);
      const { spec, name, settings } = run;
      if (!(await network.place({ spec, weights }, { kind: 'file', name }, settings))) return;
      if (moments.length > 0) recall?.(run, [...moments, { step: run.step, weights }]);
      const here = data.store.getState().id;
      if (!sameData(run.data, here)) {
        messages.note(
          `${said(run.name)} was trained on ${dataWords(run.data, here)}; its accuracy here is on ${dataWords(here, run.data)}.`,
          {
            topic: TOPIC,
          },
        );
      }
      await training.evaluate();
    },
    dispose: () => unsubscribe.forEach((stop) => stop()),
  };
}

export type Runs = ReturnType<typeof createRuns>;
