/** Starting an executor, changing it, and going on when one is lost. */
import type { Snapshot } from '../engine/engine';
import type { Core } from './core';
import type { EngineChoice } from './engine-state';
import { sentence } from './messages';
import type { Presenter } from './present';
import type { Training } from './train-loop';
import { isTraining } from './training-state';

export function createEngineActions(core: Core, presenter: Presenter, training: Training) {
  const store = core.engineStore;

  /** The state to carry over: the engine's own, or the last snapshot where it no longer answers. */
  async function carried(lost: boolean): Promise<Snapshot | null> {
    const { weights, spec } = core.network.getState();
    if (!weights) return null;
    if (core.engine && !lost) return core.engine.snapshot();
    const last = training.lastSnapshot();
    if (last) return last;
    const zeros = () => weights.map((w) => new Float32Array(w.length));
    return { spec, weights, step: 0, first: zeros(), second: zeros() };
  }

  async function start(choice: EngineChoice, lost: boolean): Promise<void> {
    const { engine, reason } = await core.options.startEngine(choice);
    try {
      const snapshot = await carried(lost);
      const { train, test } = core.data.getState();
      await engine.configure(core.training.getState().settings);
      if (snapshot) await engine.setNetwork(snapshot);
      if (test.set) await engine.setData('test', test.set);
      if (train.set) await engine.setData('train', train.set);
      if (snapshot) core.training.setState({ step: snapshot.step });
    } catch (error) {
      await engine.dispose().catch(() => undefined);
      throw error;
    }
    const old = core.engine;
    core.engine = engine;
    engine.onLost = (message) => void recover(message);
    store.setState({ status: 'ready', kind: engine.kind, label: engine.label, reason, choice });
    await old?.dispose().catch(() => undefined);
    await presenter.present('network');
  }

  /** A lost device: the same choice again, then the CPU; training goes on from the last snapshot. */
  async function recover(message: string): Promise<void> {
    const wasTraining = isTraining(core.training.getState().status);
    await core.exclusive(async () => {
      const { choice, kind } = store.getState();
      for (const next of [choice, 'cpu'] as const) {
        try {
          await start(next, true);
          core.messages.note(
            `${message} Work goes on from step ${core.training.getState().step} on ${store.getState().label}.`,
            { topic: 'engine' },
          );
          return;
        } catch (error) {
          if (next === 'cpu' || (kind === 'cpu' && choice === 'cpu')) {
            store.setState({ status: 'failed' });
            core.messages.error(`${message} ${sentence(error)}`, {
              topic: 'engine',
              action: { label: 'Try again', run: () => void recover(message) },
            });
          }
        }
      }
    });
    if (wasTraining && store.getState().status === 'ready') void training.run();
  }

  /** A page whose chosen executor cannot start is still useful on the CPU. */
  async function standIn(): Promise<void> {
    try {
      await start('cpu', false);
    } catch (error) {
      store.setState({ status: 'failed' });
      core.messages.error(sentence(error), { topic: 'engine' });
    }
  }

  return {
    store,
    choose: (choice: EngineChoice) =>
      core.exclusive(async () => {
        const running = isTraining(core.training.getState().status);
        await training.pause();
        try {
          await start(choice, false);
          core.messages.settle('engine');
        } catch (error) {
          core.messages.error(sentence(error), { topic: 'engine' });
          if (!core.engine) await standIn();
        }
        if (running) void training.run();
      }),
  };
}
