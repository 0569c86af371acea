/** Trains a grid of networks one after the other, on an engine of its own, while the page stays free. */
import { createStore } from 'zustand/vanilla';
import type { Engine, Evaluation } from '../../engine/engine';
import { stepsPerEpoch, defaultLearningRate } from '../../model/training';
import type { Core } from '../core/core';
import { mismatch } from '../data/mismatch';
import type { Initialiser } from '../network/initial';
import { sentence } from '../core/messages';
import type { Options } from '../core/options';
import { finalFigures, type Run } from '../runs/runs';
import type { Runs } from '../runs/runs-keeper';
import { extend, type CurvePoint } from '../training/series';
import { effort, gridProblem, planSweep, type SweepGrid, type SweepPoint } from './sweep-plan';
import type { TestPoint } from '../training/training-state';
import { plural, verb } from '../../words/numbers';

export interface SweepState {
  status: 'idle' | 'running' | 'paused' | 'done' | 'stopped' | 'failed';
  points: SweepPoint[];
  /** Share of the work that is done, [0, 1]. */
  progress: number;
  /** Seconds until the end at this pace; null until that can be said. */
  secondsLeft: number | null;
  /** What went wrong, in a sentence. */
  problem: string | null;
}

interface Parts {
  initial: Pick<Initialiser, 'birth' | 'network'>;
  runs: Pick<Runs, 'add'>;
  trainReady: () => Promise<void>;
}

const TOPIC = 'sweep';

/** A sweep under way. It has an object of its own, so that one that is being stopped does not touch the next. */
interface Course {
  points: SweepPoint[];
  stopped: boolean;
  paused: boolean;
  /** Lets a paused sweep go on. */
  wake: () => void;
  engine: Engine | null;
  /** Milliseconds of work so far, pauses left out. */
  worked: number;
}

export function createSweep(
  core: Pick<Core, 'data' | 'messages' | 'network' | 'training'> & Options<'now' | 'startHelper'>,
  { initial, runs, trainReady }: Parts,
) {
  const store = createStore<SweepState>(() => ({
    status: 'idle',
    points: [],
    progress: 0,
    secondsLeft: null,
    problem: null,
  }));
  let course: Course | null = null;
  /** Resolves when the sweep under way is over. */
  let flight: Promise<void> = Promise.resolve();

  const mark = (own: Course, point: SweepPoint, patch: Partial<SweepPoint>) => {
    Object.assign(point, patch);
    if (course === own) store.setState({ points: own.points.map((p) => ({ ...p })) });
  };

  /** @param share of the point under way that is done, [0, 1] */
  function progress(own: Course, at: SweepPoint, share: number): void {
    const total = own.points.reduce((sum, p) => sum + effort(p), 0);
    const done = own.points
      .slice(0, own.points.indexOf(at))
      .reduce((sum, p) => sum + effort(p), share * effort(at));
    const part = done / total;
    const left = part > 0.01 ? (own.worked / part) * (1 - part) : null;
    if (course !== own) return;
    store.setState({ progress: part, secondsLeft: left === null ? null : left / 1000 });
  }

  /** Resolves when the sweep may go on; false when it is over. */
  async function mayGoOn(own: Course): Promise<boolean> {
    while (own.paused && !own.stopped) {
      await new Promise<void>((resolve) => {
        own.wake = resolve;
      });
    }
    return !own.stopped;
  }

  /** Trains one point; null when the sweep was stopped in the middle of it. */
  async function train(
    own: Course,
    engine: Engine,
    point: SweepPoint,
    epochs: number,
  ): Promise<Omit<Run, 'id' | 'stored' | 'name'> | null> {
    const { id, train: set } = core.data.getState();
    const { settings: usual } = core.training.getState();
    const usualRate = usual.learningRate === defaultLearningRate(usual.epochs);
    const settings = {
      ...usual,
      epochs,
      seed: point.seed,
      learningRate: usualRate ? defaultLearningRate(epochs) : usual.learningRate,
    };
    const { spec } = point;
    await engine.configure(settings);
    await engine.setNetwork(initial.network(spec, initial.birth(spec, point.seed)));
    const epochSteps = stepsPerEpoch(set.set!.count, settings.batch);
    const planned = epochSteps * epochs;
    let curve: CurvePoint[] = [];
    const tests: TestPoint[] = [];
    let step = 0;
    let end: Run['end'] = 'plan';
    let evaluation: Evaluation | null = null;
    while (step < planned) {
      if (!(await mayGoOn(own))) return null;
      const start = core.options.now();
      const before = own.worked;
      const done = await engine.train(epochSteps - (step % epochSteps), (reports) => {
        curve = extend(curve, reports);
        own.worked = before + core.options.now() - start;
        progress(own, point, reports[reports.length - 1]!.step / planned);
      });
      own.worked = before + core.options.now() - start;
      step = done.step;
      if (done.reason === 'not-finite') {
        end = 'not-finite';
        break;
      }
      if (step % epochSteps !== 0) continue;
      evaluation = await engine.evaluate('test');
      tests.push({ step, accuracy: evaluation.accuracy, loss: evaluation.loss });
    }
    return {
      from: 'sweep',
      data: id,
      spec,
      settings,
      step,
      epochSteps,
      curve,
      tests,
      accuracy: evaluation?.accuracy ?? null,
      figures: evaluation && finalFigures(evaluation),
      end,
      // Weights that are not finite help nobody.
      weights: end === 'plan' ? (await engine.readWeights()).weights : null,
    };
  }

  /** Why there can be no sweep now; null where there can. */
  function obstacle(grid: SweepGrid): string | null {
    const { train: set, test } = core.data.getState();
    const { spec } = core.network.getState();
    if (!core.options.startHelper)
      return 'No second engine can be started here, so nothing can be swept.';
    if (!set.set || !test.set)
      return 'The data to train on is not there: load it, then start again.';
    return gridProblem(grid, spec) ?? mismatch(spec, set.set);
  }

  async function work(own: Course, epochs: number): Promise<void> {
    const { train: set, test } = core.data.getState();
    const engine = await core.options.startHelper!();
    own.engine = engine;
    await engine.setData('train', set.set!);
    await engine.setData('test', test.set!);
    for (const point of own.points) {
      if (!(await mayGoOn(own))) return;
      mark(own, point, { status: 'training' });
      const run = await train(own, engine, point, epochs);
      if (!run) {
        mark(own, point, { status: 'waiting' });
        return;
      }
      mark(own, point, {
        status: run.end === 'plan' ? 'done' : 'failed',
        run: runs.add(run),
      });
    }
  }

  async function start(grid: SweepGrid): Promise<void> {
    await stop();
    const { spec } = core.network.getState();
    const own: Course = {
      points: planSweep(grid, spec),
      stopped: false,
      paused: false,
      wake: () => undefined,
      engine: null,
      worked: 0,
    };
    course = own;
    core.messages.settle(TOPIC);
    store.setState({
      status: 'running',
      points: own.points.map((p) => ({ ...p })),
      progress: 0,
      secondsLeft: null,
      problem: null,
    });
    let problem: string | null = null;
    try {
      await trainReady();
      problem = obstacle(grid);
      if (!problem) await work(own, grid.epochs);
    } catch (error) {
      problem = sentence(error);
    }
    await own.engine?.dispose().catch(() => undefined);
    if (course !== own) return;
    course = null;
    const done = own.points.filter((p) => p.run !== null).length;
    if (problem) {
      const text =
        done > 0
          ? `The sweep ended after ${done} of ${plural(own.points.length, 'network')}: ${problem}`
          : problem;
      for (const point of own.points) {
        if (point.status === 'training') point.status = 'failed';
      }
      store.setState({ status: 'failed', problem: text, points: [...own.points] });
      core.messages.error(text, { topic: TOPIC });
    } else {
      store.setState({
        status: own.stopped ? 'stopped' : 'done',
        secondsLeft: null,
        ...(own.stopped ? {} : { progress: 1 }),
      });
      if (!own.stopped) {
        core.messages.note(
          `The sweep is done: ${plural(done, 'network')} ${verb(done, 'is', 'are')} among the runs.`,
          {
            topic: TOPIC,
          },
        );
      }
    }
  }

  /** Ends the sweep; what is trained stays among the runs. */
  async function stop(): Promise<void> {
    const own = course;
    if (!own) return;
    const over = flight;
    own.stopped = true;
    own.wake();
    await own.engine?.stop().catch(() => undefined);
    await over;
  }

  return {
    store,
    /** Trains a grid around the network and settings on the page; resolves when it is over, however it ends. */
    start(grid: SweepGrid): Promise<void> {
      const own = start(grid);
      flight = own;
      return own;
    },
    /** After the step under way. */
    async pause(): Promise<void> {
      if (!course || course.paused) return;
      course.paused = true;
      store.setState({ status: 'paused' });
      await course.engine?.stop().catch(() => undefined);
    },
    resume(): void {
      if (!course?.paused) return;
      course.paused = false;
      store.setState({ status: 'running' });
      course.wake();
    },
    stop,
  };
}

export type Sweep = ReturnType<typeof createSweep>;
