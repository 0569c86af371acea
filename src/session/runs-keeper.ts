/** Watches a session's training and keeps each run when it stops, with the weights it stopped with. */
import { createStore } from 'zustand/vanilla';
import { writeModel } from '../files/model-file';
import { freeName, keep, runName, worthKeeping, type Run } from './runs';
import type { Session } from './session';
import type { TrainingState } from './training-state';

export interface RunsState {
  /** Oldest first. The run under way is among them from its first stop on. */
  runs: Run[];
  /** The run whose weights are on the page; null before the first step is made. */
  current: number | null;
}

type Watched = Pick<Session, 'training' | 'network'>;

const stopped = ({ status }: TrainingState) => status === 'paused' || status === 'finished';

export function createRuns({ training, network }: Watched) {
  const store = createStore<RunsState>(() => ({ runs: [], current: null }));
  let nextId = 1;

  /** Keeps the run as it stands, if it has begun. */
  function note(state: TrainingState): void {
    if (!stopped(state) || state.curve.length === 0) return;
    const { runs, current } = store.getState();
    const { spec, weights } = network.store.getState();
    const known = runs.find((r) => r.id === current);
    const id = known?.id ?? nextId++;
    store.setState({
      current: id,
      runs: keep(runs, {
        id,
        name: known?.name ?? freeName(runName(spec), runs),
        spec,
        settings: state.settings,
        step: state.step,
        epochSteps: state.epochSteps,
        curve: state.curve,
        tests: state.tests,
        accuracy: state.testAccuracy,
        end: state.end === 'plan' || state.end === 'not-finite' ? state.end : 'stopped',
        weights,
      }),
    });
  }

  /** Other weights are on the page: the run is over, and forgotten if it says too little. */
  function close(curve: TrainingState['curve']): void {
    const { runs, current } = store.getState();
    store.setState({
      runs: runs.filter((r) => r.id !== current || worthKeeping(r)),
      // An undo brings a run's own curve back: then it goes on.
      current: curve.length > 0 ? (runs.find((r) => r.curve === curve)?.id ?? null) : null,
    });
  }

  const unsubscribe = [
    training.store.subscribe((state, before) => {
      if (before.curve.length > 0 && state.curve.length === 0) close(state.curve);
      else if (before.curve.length === 0 && state.curve.length > 0) close(state.curve);
      if (
        state.status !== before.status ||
        state.testAccuracy !== before.testAccuracy ||
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

  return {
    store,
    rename(id: number, name: string): void {
      const trimmed = name.trim();
      if (!trimmed) return;
      store.setState(({ runs }) => ({
        runs: runs.map((r) => (r.id === id ? { ...r, name: trimmed } : r)),
      }));
    },
    remove: (id: number) =>
      store.setState(({ runs, current }) => ({
        runs: runs.filter((r) => r.id !== id),
        current: current === id ? null : current,
      })),
    /** Brings a run's weights and settings back; training goes on from them as a new run. */
    async restore(id: number): Promise<void> {
      const run = store.getState().runs.find((r) => r.id === id);
      if (!run?.weights) return;
      const bytes = writeModel({ spec: run.spec, weights: run.weights });
      await network.load(new Blob([bytes]), run.name);
      await training.configure(run.settings);
      await training.evaluate();
    },
    dispose: () => unsubscribe.forEach((stop) => stop()),
  };
}

export type Runs = ReturnType<typeof createRuns>;

const keepers = new WeakMap<Watched, Runs>();

/** The one keeper of a session's runs, from the first call on. */
export function runsOf(session: Watched): Runs {
  let runs = keepers.get(session);
  if (!runs) {
    runs = createRuns(session);
    keepers.set(session, runs);
  }
  return runs;
}
