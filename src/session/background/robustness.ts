/** Imprecise hardware on the page: accuracy of the network as it is against one imperfection, on an engine of its own. */
import { createStore } from 'zustand/vanilla';
import type { Engine } from '../../engine/engine';
import { curveLevels, robustness, type RobustnessPoint } from '../../engine/robustness';
import {
  imprecisionProblem,
  PRECISE,
  type Imperfection,
  type Imprecision,
} from '../../model/imprecise';
import { networkName } from '../../model/network';
import type { Core } from '../core/core';
import { mismatch } from '../data/mismatch';
import { sentence } from '../core/messages';
import type { Options } from '../core/options';

export interface RobustnessCurve {
  imperfection: Imperfection;
  /** What the hardware was otherwise, and the first seed. */
  base: Imprecision;
  /** Levels worked out so far, best first. */
  points: RobustnessPoint[];
  /** What was evaluated: the network's name, the training step and the version of its weights. */
  network: string;
  step: number;
  version: number;
  data: string;
}

export interface RobustnessState {
  /** The hardware as it is set. */
  hardware: Imprecision;
  /** What the curve is against. */
  imperfection: Imperfection;
  /** Only the first images of the test set; null: all. */
  limit: number | null;
  /** Seeds of the noise a level. */
  repeats: number;
  status: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  /** Share of the work that is done, [0, 1]. */
  progress: number;
  /** What went wrong, in a sentence. */
  problem: string | null;
  curve: RobustnessCurve | null;
}

/** A curve under way. It has an object of its own, so that one that is being stopped does not touch the next. */
interface Course {
  stopped: boolean;
  engine: Engine | null;
}

export function createRobustness(
  core: Pick<Core, 'data' | 'network' | 'snapshots' | 'training'> & Options<'startHelper'>,
) {
  const store = createStore<RobustnessState>(() => ({
    hardware: { ...PRECISE },
    imperfection: 'jitter',
    limit: null,
    repeats: 3,
    status: 'idle',
    progress: 0,
    problem: null,
    curve: null,
  }));
  let course: Course | null = null;

  /** Why nothing can be worked out now; null where it can. */
  function obstacle(): string | null {
    const { hardware } = store.getState();
    const { set } = core.data.getState().test;
    const { spec } = core.network.getState();
    if (!core.options.startHelper)
      return 'No second engine can be started here, so the robustness cannot be worked out.';
    if (!set) return 'The test set is not there: load it, then start again.';
    return imprecisionProblem(hardware) ?? mismatch(spec, set);
  }

  async function work(own: Course): Promise<void> {
    const problem = obstacle();
    if (problem !== null) throw new Error(problem);
    const { hardware, imperfection, repeats, limit } = store.getState();
    const { spec, version } = core.network.getState();
    const { step } = core.training.getState();
    const { id, test } = core.data.getState();
    const { weights } = await core.snapshots.weights();
    if (own.stopped) return;
    const curve: RobustnessCurve = {
      imperfection,
      base: hardware,
      points: [],
      network: networkName(spec),
      step,
      version,
      data: id,
    };
    own.engine = await core.options.startHelper!();
    await own.engine.setNetwork({ spec, weights });
    await own.engine.setData('test', test.set!);
    const plan = {
      imperfection,
      levels: curveLevels(imperfection, hardware[imperfection]),
      base: hardware,
      repeats,
      limit: limit ?? undefined,
    };
    const progress = (share: number): void => {
      if (course === own) store.setState({ progress: share });
    };
    for await (const point of robustness(own.engine, plan, progress)) {
      if (own.stopped) return;
      curve.points = [...curve.points, point];
      store.setState({ curve: { ...curve } });
    }
  }

  async function stop(): Promise<void> {
    const own = course;
    if (!own) return;
    course = null;
    own.stopped = true;
    store.setState({ status: 'stopped' });
    await own.engine?.dispose().catch(() => undefined);
  }

  return {
    store,
    /** What is wrong with the hardware as it is set, in a sentence; null where nothing is. */
    problem: (): string | null => imprecisionProblem(store.getState().hardware),
    set(patch: Partial<Imprecision>): void {
      store.setState(({ hardware }) => ({ hardware: { ...hardware, ...patch } }));
    },
    choose(patch: Partial<Pick<RobustnessState, 'imperfection' | 'limit' | 'repeats'>>): void {
      store.setState(patch);
    },
    /** Works a curve out for the weights as they are; resolves when it is over, however it ends. */
    async start(): Promise<void> {
      await stop();
      const own: Course = { stopped: false, engine: null };
      course = own;
      store.setState({ status: 'running', progress: 0, problem: null });
      let problem: string | null = null;
      try {
        await work(own);
      } catch (error) {
        problem = sentence(error);
      }
      await own.engine?.dispose().catch(() => undefined);
      if (course !== own) return;
      course = null;
      store.setState({ status: problem === null ? 'done' : 'failed', problem });
    },
    /** Ends it at once; the levels worked out stay. */
    stop,
  };
}

export type Robustness = ReturnType<typeof createRobustness>;
