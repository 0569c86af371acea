/** Holds the session as it is, so that it can be put back whatever is done in between: data, network with its run, what is looked at. */
import type { Core } from '../core/core';
import type { DataActions } from '../data/data-actions';
import type { NetworkActions } from '../network/network-actions';
import type { StimulusActions } from '../stimulus/stimulus-actions';
import { isTraining } from '../training/training-state';
import type { Training } from '../training/train-loop';

/** Puts the session back; resolves to whether it could: what could not is said. */
export type PutBack = () => Promise<boolean>;

interface Parts {
  data: Pick<DataActions, 'hold'>;
  network: Pick<NetworkActions, 'hold'>;
  stimulus: Pick<StimulusActions, 'hold'>;
  training: Pick<Training, 'evaluate' | 'run'>;
}

export function createHold(
  core: Pick<Core, 'guarded' | 'network' | 'playback' | 'spikes' | 'training'>,
  { data, network, stimulus, training }: Parts,
) {
  return async function hold(): Promise<PutBack> {
    const run = core.training.getState();
    const { t, selected, speed } = core.playback.store.getState();
    const { ghost, ghostOf } = core.spikes.getState();
    const [images, look] = [data.hold(), stimulus.hold()];
    const weights = await network.hold();
    return async () => {
      let could = false;
      await core.guarded(async () => {
        // The data first: the network reads them.
        await images();
        await weights();
        await look();
        // That all is as it was is no change to compare with.
        core.spikes.setState({ ghost, ghostOf });
        core.playback.store.setState({ t, selected, speed, playing: false, hovered: null });
        could = true;
      }, 'hold');
      if (core.network.getState().evaluation === null) void training.evaluate();
      if (could && isTraining(run.status)) void training.run();
      return could;
    };
  };
}
