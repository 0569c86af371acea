/** Starting an executor, changing it, and going on when one is lost. */
import type { ImageSet } from '../../data/image-set';
import type { EngineRequest } from '../../engine/choose';
import { EngineGoneError, type Network, type Snapshot } from '../../engine/engine';
import { comparisonWords, fasterOf, type Comparison } from '../../engine/measure';
import type { Core } from '../core/core';
import { createRecovery } from './engine-loss';
import { sentence } from '../core/messages';
import type { Options } from '../core/options';
import type { Presenter } from '../stimulus/present';
import { toldIfSlow } from '../core/slow-start';
import type { Training } from '../training/train-loop';
import { isTraining } from '../training/training-state';

const SLOW =
  'The engine has not started yet. On a slow connection that takes a while; else reload the page, or choose another engine.';

interface Start {
  /** The engine at work no longer answers. */
  lost?: boolean;
  /** What to go on with in place of the network at work. */
  network?: Network | Snapshot;
  /** Why this executor, in place of what the start says. */
  because?: string | undefined;
  /** What the person has chosen, where another executor stands in for it. */
  chosen?: EngineRequest;
  /** It stands in only because the chosen one does not know this network: with another network the chosen one is started again. */
  forNetwork?: boolean;
}

/** Why the CPU engine is at work though nobody asked for it: the sentence of what failed, without its advice. */
function standInReason(error: unknown): string {
  // Errors that a browser throws itself are not written for people.
  const own = error instanceof Error && !['Error', 'EngineError'].includes(error.name);
  const said = own ? `WebGPU failed here (${sentence(error)}).` : sentence(error);
  const why = said.replace(/(: (choose the CPU engine|reload the page)[^.]*)?\.$/, '');
  return `${why}, so the CPU engine is at work.`;
}

/** Resolves when no training is under way. */
function untilPaused({ training }: Pick<Core, 'training'>): Promise<void> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      if (isTraining(training.getState().status)) return false;
      resolve();
      return true;
    };
    if (look()) return;
    const forget = training.subscribe(() => look() && forget());
  });
}

type Shared = Pick<
  Core,
  | 'ahead'
  | 'data'
  | 'engine'
  | 'engineStore'
  | 'exclusive'
  | 'messages'
  | 'network'
  | 'snapshots'
  | 'training'
> &
  Options<'idle' | 'measureEngines' | 'now' | 'startEngine'>;

export function createEngineActions(
  core: Shared,
  presenter: Pick<Presenter, 'present'>,
  training: Pick<Training, 'pause' | 'run'>,
) {
  const store = core.engineStore;
  /** The CPU engine works only because the chosen one does not know the network. */
  let standing = false;
  /** Nobody knows yet whether the executor at work is the faster one. */
  let unmeasured = false;

  /** The state to carry over: the engine's own, or the last snapshot where it no longer answers. */
  async function carried(lost: boolean): Promise<Snapshot | null> {
    const { weights, spec } = core.network.getState();
    if (!weights || core.ahead) return null;
    if (core.engine && !lost) return core.snapshots.whole();
    const last = core.snapshots.last();
    if (last) return last;
    const zeros = () => weights.map((w) => new Float32Array(w.length));
    return { spec, weights, step: 0, first: zeros(), second: zeros() };
  }

  async function start(choice: EngineRequest, how: Start = {}): Promise<void> {
    const { lost = false, network, because, chosen = choice, forNetwork = false } = how;
    const { engine, reason, unmeasured: open = false } = await core.options.startEngine(choice);
    try {
      const next: (Network & Partial<Snapshot>) | null = network ?? (await carried(lost));
      const { test } = core.data.getState();
      await engine.configure(core.training.getState().settings);
      if (next) await core.snapshots.load(engine, next);
      if (test.set) await engine.setData('test', test.set);
      const training = (): ImageSet | null => core.data.getState().train.set;
      // The training images may come meanwhile.
      for (let given: ImageSet | null = null; given !== training();) {
        given = training();
        if (given) await engine.setData('train', given);
      }
      if (next?.step !== undefined) core.training.setState({ step: next.step });
    } catch (error) {
      await engine.dispose().catch(() => undefined);
      // Where the choice is the page's, the CPU engine takes over.
      if (choice === 'auto' && engine.kind === 'webgpu')
        return start('cpu', { ...how, because: standInReason(error), chosen, forNetwork: true });
      throw error;
    }
    const old = core.engine;
    core.engine = engine;
    engine.onLost = (message) => void recover(message);
    standing = forNetwork;
    unmeasured = open;
    store.setState({
      status: 'ready',
      kind: engine.kind,
      label: engine.label,
      reason: because ?? reason,
      choice: chosen,
    });
    await old?.dispose().catch(() => undefined);
    // A network that was passed in is shown by the caller, when all that belongs to it is in place.
    if (!network && !core.ahead) await presenter.present('network');
  }

  /** Gives the engine a network; where WebGPU does not know its layers, the CPU engine stands in, as long as it has to. */
  async function take(network: Network | Snapshot): Promise<void> {
    const { engine } = core;
    const { choice } = store.getState();
    if (standing && !network.spec.convolutions) return start(choice, { network });
    try {
      if (!engine) return;
      await core.snapshots.load(engine, network);
      store.setState({ label: engine.label });
    } catch (error) {
      if (engine?.kind !== 'webgpu' || error instanceof EngineGoneError) throw error;
      const because = standInReason(error);
      await start('cpu', { network, because, chosen: choice, forNetwork: true });
      // An error stays until it is dismissed: who asked for WebGPU is to see that it is not at work. A note goes away.
      core.messages[choice === 'webgpu' ? 'error' : 'note'](because, { topic: 'engine' });
    }
  }

  const recover = createRecovery(
    core,
    (choice, message) => {
      const { choice: wanted } = store.getState();
      const because = choice === wanted ? undefined : standInReason(message);
      return start(choice, { lost: true, because, chosen: wanted === 'auto' ? 'auto' : choice });
    },
    training,
  );

  /** A page whose chosen executor cannot start is still useful on the CPU. */
  async function standIn(reason: unknown): Promise<void> {
    try {
      await start('cpu', { because: standInReason(reason) });
    } catch (error) {
      store.setState({ status: 'failed' });
      refused(error, store.getState().choice);
    }
  }

  function refused(error: unknown, choice: EngineRequest): void {
    const action = { label: 'Try again', run: () => void choose(choice) };
    core.messages.error(sentence(error), { topic: 'engine', action });
  }

  const choose = (choice: EngineRequest): Promise<void> =>
    core.exclusive(async () => {
      const running = isTraining(core.training.getState().status);
      await training.pause();
      try {
        await toldIfSlow(core.messages, SLOW, start(choice));
        core.messages.settle('engine');
      } catch (error) {
        refused(error, choice);
        if (!core.engine) await standIn(error);
      }
      if (running) void training.run();
    });

  /** Measures, and works with the faster one from now on where the choice is the page's. */
  async function compare(measure: () => Promise<Comparison>): Promise<void> {
    store.setState({ measuring: true });
    try {
      const comparison = await measure();
      unmeasured = false;
      store.setState({ comparison });
      if (store.getState().choice !== 'auto' || standing) return;
      if (fasterOf(comparison) !== store.getState().kind) await start('auto');
      else store.setState({ reason: comparisonWords(comparison) });
    } catch (error) {
      unmeasured = false;
      core.messages.note(sentence(error), { topic: 'engine' });
    } finally {
      store.setState({ measuring: false });
    }
  }

  return {
    store,
    take,
    async measure() {
      const { measureEngines } = core.options;
      if (!measureEngines) return;
      await core.exclusive(async () => {
        const running = isTraining(core.training.getState().status);
        await training.pause();
        await compare(measureEngines);
        if (running) void training.run();
      });
    },
    /** At first use: once the page has nothing better to do, and never while it trains; training that is asked for meanwhile waits. */
    async measureOnce(this: void) {
      const { measureEngines, idle } = core.options;
      while (unmeasured && measureEngines && idle) {
        await idle();
        await untilPaused(core);
        await core.exclusive(async () => {
          if (unmeasured && !isTraining(core.training.getState().status))
            await compare(measureEngines);
        });
      }
    },
    choose,
  };
}
