/**
 * Puts the session's parts together in order of dependence, each with those before it, and starts them: engine, shipped network, data.
 * What a part has to tell one that is made after it, that one listens for (`data.on`, or the stores).
 */
import { orNotFetched } from '../data/data-error';
import { FILE_SEED } from '../data/mnist';
import { createAutosave } from './runs/autosave';
import { createCore } from './core/core';
import { createDataActions } from './data/data-actions';
import { mismatch } from './data/mismatch';
import { createEngineActions } from './engine/engine-actions';
import { createHold } from './hold/hold';
import { createForced } from './background/forced';
import { createInitialiser } from './network/initial';
import { createLinkActions } from './link/link-actions';
import { DEFAULT_LINK } from './link/session-link';
import { foretell } from './link/foretell';
import { fitEpochs, fitNetwork } from './network/fit';
import { createNetworkActions } from './network/network-actions';
import { createOpening } from './network/opening';
import type { SessionOptions } from './core/options';
import { createPresenter } from './stimulus/present';
import { createReplay } from './replay/replay';
import { createRobustness } from './background/robustness';
import { createRuns } from './runs/runs-keeper';
import type { Session } from './session';
import { createSlowMotion } from './training/slow-motion';
import { createPlaneMaps } from './maps/plane-maps';
import { toldIfSlow } from './core/slow-start';
import { createStimulusActions } from './stimulus/stimulus-actions';
import { createSweep } from './background/sweep';
import { createTraining } from './training/train-loop';
import { createShippedModels } from './network/shipped-models';

export function createSession(options: SessionOptions): Session {
  const core = createCore(options);
  const data = createDataActions(core);
  const presenter = createPresenter(core);

  const initial = createInitialiser(core);
  data.on('replaced', initial.forget);

  const training = createTraining(core, presenter, initial, async () => {
    // Training by another seed begins with images from all over the file.
    const { seed } = core.training.getState().settings;
    await (seed === FILE_SEED ? data.trainBegun() : data.trainReady());
    return data.tellFit();
  });
  data.on('replacing', training.pause);
  data.on('replaced', () => {
    // An evaluation under way is of the former set: its result is dropped.
    training.forget();
    core.network.setState({ evaluation: null });
    core.training.setState({ testAccuracy: null, tests: [] });
  });
  data.on('begun', () => core.training.setState(training.plan()));
  data.on('loaded', async (role) => {
    if (role === 'train') core.training.setState(training.plan());
    // Nobody has asked for it: it gives way to whoever wants the engine.
    else await training.measure();
  });

  const { take, measureOnce, ...engine } = createEngineActions(core, presenter, training);

  const stimulus = createStimulusActions(core, presenter, () => training.evaluate());
  /** Goes up when another picture is asked for: what arrives for an earlier one is dropped. */
  let pictures = 0;
  const openPicture = (file: File, normalised = true): Promise<void> => {
    const own = ++pictures;
    const topic = 'picture';
    return core.guarded(async () => {
      const opening = orNotFetched(import('./stimulus/open-picture'), 'What opens pictures');
      const wanted = () => own === pictures;
      await (await opening).openPicture(core, stimulus, file, { normalised, topic, wanted });
    }, topic);
  };
  data.on('replaced', () => {
    // A sample of the former set is taken off the page.
    if (core.stimulus.getState().kind === 'sample') stimulus.redraw([]);
  });

  const actions = createNetworkActions(core, presenter, training, initial, take, stimulus);
  const opening = createOpening(core, actions);
  const network = { ...actions, load: opening.load };

  const link = createLinkActions(core, { network, stimulus, training, initial, data });
  data.on('arrived', (role) => {
    const { set } = core.data.getState()[role];
    // Something to see at once, unless the person has begun to draw; the engine may take its time for the set.
    if (set && mismatch(core.network.getState().spec, set) === null) link.arrived(role);
  });
  data.on('fit', async (set, asked) => {
    await fitNetwork(core, network, set, asked);
    await fitEpochs(core, training, asked);
    if (core.stimulus.getState().kind === 'drawing') link.arrived('test');
    await training.evaluate();
  });

  const replay = createReplay(core, { training, network, presenter });
  const runs = createRuns(
    { training, network, data, messages: core.messages },
    {
      storage: options.runStorage,
      away: () => core.weightsShown !== null,
      moments: () => {
        const { moments, of } = replay.store.getState();
        return of ? [] : moments;
      },
      recall: (run, kept) => replay.recall(run, kept),
    },
  );
  const robustness = createRobustness(core);
  const sweep = createSweep(core, { initial, runs, trainReady: () => data.trainReady() });

  const autosave = createAutosave(core, { network, training, link, data }, options.storage);

  async function begin(): Promise<boolean> {
    const { link: state = DEFAULT_LINK, visit } = options;
    // Read while the engine starts.
    const returning = autosave.returning(state);
    const foretold = visit?.again && state.trained ? undefined : foretell(core, state, presenter);
    await engine.choose(options.choice);
    const kept = await returning;
    // The list of runs must be there to recognise the run that is brought back.
    if (kept) await runs.ready;
    const opened = await toldIfSlow(
      core.messages,
      'The network has not come yet. On a slow connection that takes a while; else reload the page.',
      link.open(state, { kept, again: visit?.again ?? false, first: true, foretold }),
    );
    if (kept && core.network.getState().origin === kept.origin) autosave.returned(kept);
    // Only then: while data comes in, the processor is busy, and neither engine is measured fairly.
    const loaded = core.data.getState().points ? Promise.resolve() : data.loadMnist();
    void loaded.then(() => measureOnce());
    return opened;
  }

  const ready = begin();

  return {
    ready,
    messages: core.messages,
    playback: core.playback,
    engine,
    network: {
      ...network,
      async load(file, name) {
        await network.load(file, name);
        await training.evaluate();
      },
      async place(...asked) {
        const placed = await network.place(...asked);
        if (placed) await training.evaluate();
        return placed;
      },
    },
    opening: {
      ...opening,
      async describe(description) {
        await opening.describe(description);
        await training.evaluate();
      },
    },
    data,
    stimulus: { ...stimulus, openPicture },
    maps: createPlaneMaps(core),
    spikes: { store: core.spikes, follow: presenter.follow },
    training: {
      ...training,
      reset: network.reset,
      configure(patch) {
        core.chosen.note(patch, core.training.getState().settings);
        return training.configure(patch);
      },
    },
    slow: createSlowMotion(core, training, stimulus.show),
    forced: createForced(core),
    hold: createHold(core, { data, network, stimulus, training }),
    link: {
      capture: () => link.capture(),
      async open(state) {
        const opened = await link.open(state);
        if (opened) await training.evaluate();
        return opened;
      },
    },
    runs,
    sweep,
    robustness,
    shipped: createShippedModels(core, { data, network, training }),
    replay,
    autosave,
    testSet: () => core.data.getState().test.set,
    async dispose() {
      await sweep.stop();
      await robustness.stop();
      await training.pause();
      training.dispose();
      await core.engine?.dispose();
    },
  };
}
