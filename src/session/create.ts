/** Puts the session's parts together and starts them: engine, shipped network, data. */
import type { Core } from './core';
import { createCore } from './core';
import { createDataActions } from './data-actions';
import { createEngineActions } from './engine-actions';
import { createInitialiser } from './initial';
import { createNetworkActions } from './network-actions';
import type { SessionOptions } from './options';
import { createPresenter } from './present';
import type { Session } from './session';
import { createStimulusActions } from './stimulus-actions';
import { createTraining } from './train-loop';

/** The model a first visit opens with. */
export const DEFAULT_MODEL = '784-128-10';

export function createSession(options: SessionOptions): Session & { ready: Promise<void> } {
  const core: Core = createCore(options);
  const presenter = createPresenter(core);
  const initial = createInitialiser(core);
  const data = createDataActions(core, {
    async loaded(role) {
      if (role === 'train') core.training.setState(training.plan());
      if (role !== 'test') return;
      const { kind, strokes } = core.stimulus.getState();
      // Something to see at once, unless the person has begun to draw.
      if (kind === 'drawing' && strokes.length === 0) stimulus.show('test', 0);
      await core.exclusive(() => training.evaluate());
    },
  });
  const training = createTraining(core, presenter, initial, () => data.trainReady());
  const network = createNetworkActions(core, presenter, training, initial);
  const stimulus = createStimulusActions(core, presenter, () => training.evaluate());
  const engine = createEngineActions(core, presenter, training);

  async function begin(): Promise<void> {
    await engine.choose(options.choice);
    await network.loadShipped(DEFAULT_MODEL);
    if (!core.network.getState().weights) {
      // The page is useful without the shipped model: new weights, and the message says what failed.
      await network.reset();
    }
  }

  const ready = begin().then(() => {
    void data.loadMnist();
  });

  return {
    ready,
    messages: core.messages,
    playback: core.playback,
    engine,
    network,
    data,
    stimulus,
    spikes: { store: core.spikes },
    training: { ...training, reset: network.reset },
    testSet: () => core.data.getState().test.set,
    async dispose() {
      await training.pause();
      await core.engine?.dispose();
    },
  };
}
