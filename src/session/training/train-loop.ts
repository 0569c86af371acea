/** Training on the page: in stretches of a few seconds, with a snapshot and now and then an evaluation between them. */
import { nounOf } from '../../data/noun';
import type { Engine, StepReport } from '../../engine/engine';
import { defaultLearningRate, stepsPerEpoch, type TrainingSettings } from '../../model/training';
import { sameData } from '../data/data-id';
import { knownOf } from '../data/data-state';
import { createWatch } from './breakpoints-watch';
import type { Core } from '../core/core';
import type { Options } from '../core/options';
import { createEpochs } from './epochs';
import type { Initialiser } from '../network/initial';
import { createMeasuring } from './measuring';
import { createNormsKeeper } from '../network/norms-keeper';
import type { Presenter } from '../stimulus/present';
import { extend } from './series';
import { isTraining } from './training-state';
import { formatCount, plural } from '../../words/numbers';

/** Seconds between snapshots: what a lost device costs at most. */
const STRETCH_SECONDS = 1;
/** Evaluations take at most about this share of the time. */
const EVALUATION_SHARE = 0.08;
/** How often a plan is measured where that is cheap: at the end of each epoch, of a longer one at the end of so many. */
const MEASURED = 100;
/** Milliseconds between refreshes of the spikes on the page at least: each of the engine's reports brings one. */
const REFRESH = 70;

type Shared = Pick<
  Core,
  | 'breakpoints'
  | 'data'
  | 'engine'
  | 'guarded'
  | 'isReplacing'
  | 'messages'
  | 'moved'
  | 'network'
  | 'playback'
  | 'settled'
  | 'snapshots'
  | 'stimulus'
  | 'training'
> &
  Options<'now'>;

export function createTraining(
  core: Shared,
  presenter: Pick<Presenter, 'holdGhost' | 'present' | 'tell'>,
  initial: Pick<Initialiser, 'birth' | 'network'>,
  /** Resolves to whether there are training images that the network can read; else that is said. */
  trainReady: () => Promise<boolean>,
) {
  const store = core.training;
  const watch = createWatch(core);
  const norms = createNormsKeeper(core);
  let lastReport: StepReport | null = null;
  const epochs = createEpochs();
  let stopRequested = false;
  /** Somebody waits for the stop, and not for a figure: the weights are measured once they rest. */
  let pauseRequested = false;
  let lastRefresh = 0;
  /** The data set that the steps so far were made on; null: not known. */
  let steppedOn: string | null = null;
  let flight: Promise<void> | null = null;
  const measuring = createMeasuring(core, {
    busy: () => flight !== null,
    measured(accuracy, step) {
      if (isTraining(store.getState().status) && watch.tested(accuracy, step)) stopRequested = true;
    },
  });

  /** Epochs and steps of the plan, as far as the data says. */
  function plan(): { epochSteps: number; plannedSteps: number } {
    const { settings } = store.getState();
    const count = knownOf(core.data.getState().train)?.count ?? 0;
    const epochSteps = count === 0 ? 0 : stepsPerEpoch(count, settings.batch);
    return { epochSteps, plannedSteps: epochSteps * settings.epochs };
  }

  function report(reports: StepReport[]): void {
    const last = reports[reports.length - 1]!;
    lastReport = last;
    store.setState(({ curve }) => ({
      curve: extend(curve, reports),
      step: last.step,
      imagesPerSecond: last.imagesPerSecond,
    }));
    if (watch.reports(reports) && !stopRequested) {
      stopRequested = true;
      void core.engine?.stop();
    }
    const now = core.options.now();
    if (now - lastRefresh >= REFRESH) {
      lastRefresh = now;
      void presenter.present('training');
    }
  }

  async function loop(engine: Engine): Promise<void> {
    let evaluated = core.options.now();
    let kept = evaluated;
    while (!stopRequested) {
      const { step, imagesPerSecond, settings, epochSteps, plannedSteps } = store.getState();
      const stretch = Math.ceil((STRETCH_SECONDS * (imagesPerSecond ?? 2000)) / settings.batch);
      // Where measuring is cheap, a stretch ends with the epoch, however short that is; of a long plan, with some of them.
      const cheap = measuring.fits() && measuring.isCheap();
      const every = epochSteps * (cheap ? Math.ceil(settings.epochs / MEASURED) : 1);
      // Else short epochs run several at a time.
      const several = !cheap && epochSteps < stretch;
      const steps = watch.stretch(several ? stretch : Math.min(stretch, every - (step % every)));
      store.setState({ status: 'running' });
      const end = await core.snapshots.train(engine, steps, report);
      if (core.engine !== engine) return;
      if (end.reason === 'not-finite') return notFinite(engine, end.step);
      store.setState({ step: end.step });
      // Why the images do not come is said where they are loaded; what was learned stays.
      if (end.reason === 'no-images') stopRequested = true;
      if (await watch.stepped(engine, end.step)) stopRequested = true;
      const stretched = steps > 1 || core.options.now() - kept >= STRETCH_SECONDS * 1000;
      const looks = stretched || stopRequested || end.step % epochSteps === 0;
      if (looks) {
        const reading = core.snapshots.whole();
        // What is told of this moment is told of the same weights.
        presenter.tell();
        const snapshot = await reading;
        epochs.offer(snapshot, epochSteps);
        norms.offer(snapshot);
        kept = core.options.now();
      }
      const finished = end.reason === 'plan' || end.step >= plannedSteps;
      const since = core.options.now() - evaluated;
      const cost = measuring.cost();
      const epochEnd = end.step % every === 0 && (cheap || since > cost);
      // Somebody who waits for an accuracy hears of it soon; whoever sees none yet waits, too.
      const unknown = store.getState().testAccuracy === null;
      const awaited = (unknown || watch.awaitsTest()) && since > 3 * cost;
      const due = awaited || epochEnd || since > Math.max(1500, cost / EVALUATION_SHARE);
      if (measuring.fits() && !pauseRequested && (finished || due || stopRequested)) {
        store.setState({ status: stopRequested ? 'pausing' : 'evaluating' });
        if (!looks) presenter.tell();
        await measuring.betweenStretches(engine);
        evaluated = core.options.now();
      }
      if (finished) {
        store.setState({ status: 'finished', end: 'plan' });
        return;
      }
    }
    store.setState({ status: 'paused', end: 'stopped' });
  }

  /** A broken weight is not kept: the last snapshot comes back. */
  async function notFinite(engine: Engine, step: number): Promise<void> {
    watch.notFinite(step);
    const snapshot = core.snapshots.last();
    if (snapshot) await core.snapshots.load(engine, snapshot);
    store.setState({ status: 'paused', end: 'not-finite', step: snapshot?.step ?? 0 });
    core.messages.error(
      `A weight stopped being finite at step ${formatCount(step)}, so the weights of step ${formatCount(snapshot?.step ?? 0)} are back. ` +
        'Lower the learning rate, then run again.',
      { topic: 'training' },
    );
  }

  /** Another data set: its run begins at step 0 with the weights there are, since the plan's learning rate is near its end. */
  async function renew(engine: Engine): Promise<void> {
    const { weights } = await core.snapshots.weights();
    await core.snapshots.load(engine, { spec: core.network.getState().spec, weights });
    restart();
    // What is measured is measured of these weights, whose step is 0 from now on.
    core.network.setState({ evaluatedStep: 0 });
    store.setState({ status: 'waiting for data' });
    core.messages.note(
      `These are other training ${nounOf(core.network.getState().spec.input).many}: the weights stay, and their run begins at step 0.`,
      { topic: 'training' },
    );
  }

  /** The curves start anew: other weights are loaded, or another data set is trained on. */
  function restart(): void {
    steppedOn = null;
    epochs.forget();
    watch.forget();
    norms.forget();
    store.setState({
      status: 'idle',
      step: 0,
      curve: [],
      tests: [],
      norms: [],
      testAccuracy: null,
      imagesPerSecond: null,
      end: null,
      ...plan(),
    });
  }

  /** Everything a run needs is there; else a sentence. */
  async function prepare(): Promise<Engine | null> {
    store.setState({ status: 'waiting for data' });
    const ready = await trainReady();
    const { engine } = core;
    if (!engine || !ready) {
      store.setState({ status: 'paused' });
      return null;
    }
    const here = core.data.getState().id;
    if (steppedOn !== null && !sameData(steppedOn, here)) await renew(engine);
    steppedOn = here;
    const { step, settings } = store.getState();
    store.setState(plan());
    if (step >= plan().plannedSteps) {
      const more = settings.epochs + Math.max(1, Math.min(3, settings.epochs));
      await configure({ epochs: more });
      core.messages.note(
        `The plan is now ${plural(more, 'epoch')}; the learning rate follows its longer curve.`,
        {
          topic: 'training',
        },
      );
    }
    const snapshot = await core.snapshots.whole();
    epochs.offer(snapshot, plan().epochSteps);
    norms.offer(snapshot);
    presenter.holdGhost();
    await watch.begin(engine);
    return engine;
  }

  async function work(body: (engine: Engine) => Promise<void>): Promise<void> {
    // A reset asked for before is done first, and does not cancel what comes after it.
    await core.settled();
    if (flight) return flight;
    stopRequested = false;
    pauseRequested = false;
    core.messages.settle('training');
    flight = core
      .guarded(async () => {
        await measuring.clear();
        const engine = await prepare();
        if (engine && !stopRequested) await body(engine);
      }, 'training')
      .then(async () => {
        const { status } = store.getState();
        // It failed, or was paused before its first step.
        if (isTraining(status) || status === 'pausing') store.setState({ status: 'paused' });
        await presenter.present('training');
      })
      .finally(() => {
        flight = null;
      });
    return flight;
  }

  async function configure(patch: Partial<TrainingSettings>): Promise<void> {
    const before = store.getState().settings;
    const settings = { ...before, ...patch };
    // The default rate depends on the length of the run; a rate the person chose stays.
    const usual = before.learningRate === defaultLearningRate(before.epochs);
    if (patch.epochs !== undefined && patch.learningRate === undefined && usual) {
      settings.learningRate = defaultLearningRate(settings.epochs);
    }
    store.setState({ settings });
    store.setState(plan());
    await core.guarded(async () => core.engine?.configure(settings), 'settings');
  }

  /** Resolves when the engine is free of training and evaluation. */
  async function pause(): Promise<void> {
    if (!flight) {
      await measuring.clear();
      return;
    }
    stopRequested = true;
    pauseRequested = true;
    if (isTraining(store.getState().status)) store.setState({ status: 'pausing' });
    await Promise.all([core.engine?.stop(), measuring.cut()]);
    await flight;
  }

  return {
    store,
    breakpoints: watch.store,
    epochs: epochs.store,
    configure,
    pause,
    plan,
    run: () => work(loop),
    step: () =>
      work(async (engine) => {
        store.setState({ status: 'running' });
        const end = await core.snapshots.train(engine, 1, report);
        if (end.reason === 'not-finite') return notFinite(engine, end.step);
        store.setState({ status: 'paused', step: end.step, end: 'steps' });
        norms.offer(await core.snapshots.whole());
      }),
    /** Measures the network as `evaluate`, unless something else wants the engine meanwhile. */
    measure: (): Promise<void> => measuring.unasked(),
    async evaluate(): Promise<void> {
      if (!flight) await measuring.ask();
    },
    restart,
    /** The steps so far were made on this data set, which may not be the one at hand. */
    madeOn: (data: string): void => void (steppedOn = data),
    initialWeights(seed: number) {
      const { spec } = core.network.getState();
      return initial.network(spec, initial.birth(spec, seed));
    },
    forget: measuring.forget,
    outdate: measuring.outdate,
    dispose: measuring.dispose,
    /** The newest step as the engine reported it. */
    lastReport: () => lastReport,
  };
}

export type Training = ReturnType<typeof createTraining>;
