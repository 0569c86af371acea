/**
 * Laying own points: what a person presses, brushes and takes back, at once on the plane; a moment after the last of it the points are the
 * data set of the page, and training that was running goes on with the weights there are. Points that no network could be trained on
 * leave the set there is, and are said.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  FIRST_OWN,
  MOST_OWN,
  onSteps,
  ownProblem,
  type OwnPoint,
} from '../../data/points/own-points';
import type { PlanePoint } from '../../data/points/point';
import { pointsCodec } from '../../session/link/link-points';
import type { Session } from '../../session/session';
import { isTraining } from '../../session/training/training-state';
import { brushed } from './brush';

export interface OwnState {
  /** The class whose points a press lays; null: a press asks the network of a point, as elsewhere. */
  pen: number | null;
  points: readonly OwnPoint[];
  /** What undo brings back, the latest last. */
  past: (readonly OwnPoint[])[];
  /** What redo brings back, the latest last. */
  future: (readonly OwnPoint[])[];
}

export interface OwnEditor {
  store: StoreApi<OwnState>;
  choose(this: void, pen: number | null): void;
  /** A press: a point there, of the class chosen. */
  start(this: void, at: PlanePoint): void;
  /** The press is dragged: points along the way, as far apart as a brush lays them. */
  move(this: void, at: PlanePoint): void;
  end(this: void): void;
  /** The press was meant otherwise: as if it had not been. */
  withdraw(this: void): void;
  undo(this: void): void;
  redo(this: void): void;
  clear(this: void): void;
}

/** Milliseconds of rest before points are the data set. */
const REST = 300;

const textOf = (points: readonly OwnPoint[]): string => pointsCodec.write({ set: 'own', points });

type Shared = Pick<Session, 'data'> & {
  training: Pick<Session['training'], 'run' | 'store'>;
};

export function createOwnEditor({ data, training }: Shared): OwnEditor {
  const store = createStore<OwnState>(() => ({ pen: null, points: [], past: [], future: [] }));
  /** The set that the page has, or has been asked for. */
  let given = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flight: Promise<void> = Promise.resolve();
  /** The points before the stroke under way; null: none is. */
  let before: readonly OwnPoint[] | null = null;

  /** Takes over points that came another way: from the menu, a link, a kept run. */
  function adopt(): void {
    const { points: here } = data.store.getState();
    if (here?.set !== 'own') {
      clearTimeout(timer);
      given = '';
      store.setState({ pen: null });
      return;
    }
    const text = textOf(here.points);
    if (text === given) return;
    clearTimeout(timer);
    given = text;
    before = null;
    // Who begins has come to lay points.
    const pen = text === textOf(FIRST_OWN.points) ? 0 : null;
    store.setState({ pen, points: here.points, past: [], future: [] });
  }

  async function give(): Promise<void> {
    const { points } = store.getState();
    const text = textOf(points);
    const isOwn = data.store.getState().points?.set === 'own';
    if (!isOwn || before !== null || text === given || ownProblem(points) !== null) return;
    const running = isTraining(training.store.getState().status);
    given = text;
    await data.loadPoints({ set: 'own', points });
    if (running && given === text) void training.run();
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => (flight = flight.then(give)), REST);
  }

  /** The points are now others, which undo takes back. */
  function become(points: readonly OwnPoint[]): void {
    const { points: last, past } = store.getState();
    if (points.length === 0 && last.length === 0) return;
    store.setState({ points, past: [...past, last], future: [] });
    later();
  }

  function end(): void {
    if (before === null) return;
    before = null;
    later();
  }

  adopt();
  data.store.subscribe((state, last) => {
    if (state.points !== last.points) adopt();
  });

  return {
    store,
    choose(pen: number | null): void {
      end();
      store.setState({ pen });
    },
    start(at: PlanePoint): void {
      const { pen, points } = store.getState();
      if (pen === null || points.length >= MOST_OWN) return;
      become([...points, onSteps({ x: at.x, y: at.y, label: pen })]);
      before = points;
    },
    move(at: PlanePoint): void {
      const { pen, points } = store.getState();
      const last = points.at(-1);
      if (before === null || pen === null || !last) return;
      const more = brushed(last, onSteps(at)).slice(0, MOST_OWN - points.length);
      if (more.length === 0) return;
      const laid = more.map(({ x, y }) => onSteps({ x, y, label: last.label }));
      store.setState({ points: [...points, ...laid] });
    },
    end,
    withdraw(): void {
      if (before === null) return;
      store.setState(({ past }) => ({ points: before!, past: past.slice(0, -1) }));
      before = null;
      later();
    },
    undo(): void {
      end();
      const { points, past, future } = store.getState();
      const last = past.at(-1);
      if (!last) return;
      store.setState({ points: last, past: past.slice(0, -1), future: [...future, points] });
      later();
    },
    redo(): void {
      end();
      const { points, past, future } = store.getState();
      const next = future.at(-1);
      if (!next) return;
      store.setState({ points: next, past: [...past, points], future: future.slice(0, -1) });
      later();
    },
    clear(): void {
      end();
      become([]);
    },
  };
}

/** The editor of a page, made when it is first asked for: who changes panels finds it as it was. */
export function ownEditorOf(view: { session: Shared; ownEditor?: OwnEditor }): OwnEditor {
  view.ownEditor ??= createOwnEditor(view.session);
  return view.ownEditor;
}
