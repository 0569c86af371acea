/**
 * What the session's parts share: the stores, the engine at work and the queue of things that must not overlap. A part takes what it
 * uses of it alone (`Pick<Core, ...>`), so that a test makes that in a few lines.
 */
import { createBreakpointsStore, type BreakpointsStore } from '../training/breakpoints-state';
import { createDataStore, type DataStore } from '../data/data-state';
import type { EngineAccess } from '../engine/engine-access';
import { createEngineStore, type EngineStore } from '../engine/engine-state';
import { createGuarding, type Guarding } from './guarded';
import { createMessages, type Messages } from './messages';
import { createMoving, type Moving } from './moving';
import { createNetworkStore, type NetworkStore } from '../network/network';
import { createSnapshots, type Snapshots } from '../network/snapshots';
import type { SessionOptions } from './options';
import { createPlayback, type Playback } from '../stimulus/playback';
import { createSpikesStore, type SpikesStore } from '../stimulus/spikes';
import { createStimulus, type StimulusStore } from '../stimulus/stimulus';
import { createChosen, type Chosen } from '../training/chosen';
import { createTrainingStore, type TrainingStore } from '../training/training-state';

export interface Core extends Moving, Guarding, EngineAccess {
  options: SessionOptions;
  messages: Messages;
  playback: Playback;
  engineStore: EngineStore;
  network: NetworkStore;
  data: DataStore;
  stimulus: StimulusStore;
  spikes: SpikesStore;
  training: TrainingStore;
  breakpoints: BreakpointsStore;
  chosen: Chosen;
  snapshots: Snapshots;
  /** Weights of a replay, which the page shows in place of the engine's; null: it shows the engine's. */
  weightsShown: Float32Array<ArrayBuffer>[] | null;
  /** The page shows its first network before an engine has it: until then the model itself answers. */
  ahead: boolean;
}

export function createCore(options: SessionOptions): Core {
  const network = createNetworkStore();
  const { input } = network.getState().spec;
  const messages = createMessages();
  const core: Core = {
    ...createMoving(),
    ...createGuarding(messages),
    options,
    messages,
    playback: createPlayback(),
    engineStore: createEngineStore(options.choice),
    network,
    data: createDataStore(),
    stimulus: createStimulus(input.width, input.height),
    spikes: createSpikesStore(),
    training: createTrainingStore(),
    breakpoints: createBreakpointsStore(),
    chosen: createChosen(),
    engine: null,
    snapshots: createSnapshots(() => core.engine),
    weightsShown: null,
    ahead: false,
  };
  return core;
}
