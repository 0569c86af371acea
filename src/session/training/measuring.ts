/**
 * Measures the network on the whole test set: when it is asked for, between stretches of training, and by itself once training rests
 * at weights that are not measured yet. What begins by itself gives way to everything that wants the engine.
 */
import type { Engine } from '../../engine/engine';
import { weightCount } from '../../model/network';
import type { Core } from '../core/core';
import type { Options } from '../core/options';
import { mismatch } from '../data/mismatch';
import { isTraining } from './training-state';

/** Milliseconds of rest after which the weights are measured: step after step, nobody waits for figures of those between. */
const REST = 400;
/** Weights times test samples up to which an evaluation takes a few milliseconds on any engine: 5-120-3 on 4,000 points. */
const FEW = 4e6;

interface Hooks {
  /** Whether training holds the engine. */
  busy(this: void): boolean;
  /** An evaluation of these weights is over, whoever asked for it. */
  measured(this: void, accuracy: number, step: number): void;
}

type Shared = Pick<
  Core,
  'data' | 'engine' | 'guarded' | 'isReplacing' | 'moved' | 'network' | 'training'
> &
  Options<'now'>;

export function createMeasuring(core: Shared, { busy, measured }: Hooks) {
  /** Goes up when weights or data are to be replaced: what an evaluation under way finds comes too late then, and is dropped. */
  let generation = 0;
  /** Milliseconds that the last evaluation took. */
  let cost = 100;
  let flight: { over: Promise<void>; byItself: boolean; ended: boolean } | null = null;
  /** The evaluation between two stretches of training. */
  let between: { ended: boolean } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether there is a test set that the network can read. */
  function fits(): boolean {
    const { set } = core.data.getState().test;
    return set !== null && mismatch(core.network.getState().spec, set) === null;
  }

  /** Whether an evaluation costs next to nothing. By its size, since a clock would count what else the page has to do, too. */
  function isCheap(): boolean {
    const count = core.data.getState().test.set?.count ?? Infinity;
    return count * weightCount(core.network.getState().spec) <= FEW;
  }

  async function now(engine: Engine): Promise<void> {
    const start = core.options.now();
    const asked = generation;
    const { step } = core.training.getState();
    const evaluation = await engine.evaluate('test');
    if (core.engine !== engine || generation !== asked) return;
    cost = core.options.now() - start;
    core.network.setState({ evaluation, evaluatedStep: step });
    const { accuracy, loss } = evaluation;
    core.training.setState(({ tests }) => ({
      testAccuracy: accuracy,
      tests: [...tests.filter((t) => t.step !== step), { step, accuracy, loss }],
    }));
    measured(accuracy, step);
  }

  /** Of a run: once it is to pause, nobody waits for it. */
  async function betweenStretches(engine: Engine): Promise<void> {
    const own = { ended: false };
    between = own;
    try {
      await now(engine);
    } catch (error) {
      if (!own.ended) throw error;
    } finally {
      between = null;
    }
  }

  function begin(byItself: boolean): Promise<void> {
    if (flight) {
      // Somebody waits for it now: it is no longer one that may be interrupted.
      flight.byItself &&= byItself;
      return flight.over;
    }
    const own = { byItself, ended: false, over: Promise.resolve() };
    flight = own;
    own.over = core
      .guarded(async () => {
        await core.moved();
        const { engine } = core;
        if (!engine || !core.network.getState().weights || !fits()) return;
        await now(engine).catch((error: unknown) => {
          if (!own.ended) throw error;
        });
      }, 'evaluate')
      .finally(() => {
        flight = null;
        if (own.ended) look();
      });
    return own.over;
  }

  /** Whether the weights at rest are not those measured. New ones know nothing yet: they are measured once they have learnt. */
  function isDue(): boolean {
    const { status, step } = core.training.getState();
    const { weights, origin, evaluation, evaluatedStep } = core.network.getState();
    if (isTraining(status) || status === 'pausing' || !weights) return false;
    if (step === 0 && origin.kind === 'new') return false;
    return (evaluation === null || evaluatedStep !== step) && fits();
  }

  function look(): void {
    clearTimeout(timer);
    if (!isDue()) return;
    timer = setTimeout(() => {
      if (busy() || core.isReplacing()) look();
      else if (isDue()) void begin(true);
    }, REST);
  }

  core.training.subscribe((state, before) => {
    if (state.step !== before.step || state.status !== before.status) look();
  });
  core.network.subscribe((state, before) => {
    if (state.evaluation !== before.evaluation || state.origin !== before.origin) look();
  });

  return {
    fits,
    isCheap,
    cost: () => cost,
    betweenStretches,
    /** Ends the evaluation between two stretches, if one is under way: the weights are measured once they rest. */
    async cut(): Promise<void> {
      if (!between) return;
      between.ended = true;
      await core.engine?.interrupt();
    },
    ask: () => begin(false),
    /** Nobody waits for it: it gives way to everything that wants the engine, and comes then, where the weights are not measured. */
    async unasked(): Promise<void> {
      if (busy() || core.isReplacing()) look();
      else await begin(true);
    },
    /** Resolves when no evaluation is under way; one that began by itself is ended. */
    async clear(): Promise<void> {
      clearTimeout(timer);
      if (flight?.byItself) {
        flight.ended = true;
        await core.engine?.interrupt();
      }
      await flight?.over;
    },
    /** Other weights or data are on their way: the result of an evaluation under way is to be dropped. */
    forget: (): void => void generation++,
    /** Another description with the same weights: what was measured at this step is of another network. */
    outdate: (): void => {
      core.network.setState({ evaluation: null });
      core.training.setState(({ tests, step }) => ({
        testAccuracy: null,
        tests: tests.filter((t) => t.step !== step),
      }));
    },
    dispose: (): void => clearTimeout(timer),
  };
}
