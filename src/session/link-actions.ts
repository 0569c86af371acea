/** Opening what a link carries, and saying what a link to the page as it is would carry. */
import type { DataRole } from '../engine/engine';
import { DEFAULT_NETWORK } from '../model/network';
import type { Core } from './core';
import { fitsLink } from './link-drawing';
import {
  birthOf,
  fromBirth,
  fromModel,
  fromNetwork,
  fromSettings,
  networkOf,
  settingsOf,
  shippedModel,
} from './link-state';
import { DEFAULT_LINK, type LinkState } from './link-table';
import type { Initialiser } from './initial';
import { changeCost } from './network';
import type { createNetworkActions } from './network-actions';
import type { createStimulusActions } from './stimulus-actions';
import type { Training } from './train-loop';

interface Parts {
  network: ReturnType<typeof createNetworkActions>;
  stimulus: ReturnType<typeof createStimulusActions>;
  training: Training;
  initial: Initialiser;
}

interface Wanted {
  role: DataRole;
  index: number;
}

export function createLinkActions(core: Core, { network, stimulus, training, initial }: Parts) {
  /** The sample to show once its data set is there; null: none, the pad is meant to be blank. */
  let wanted: Wanted | null = { role: 'test', index: 0 };

  const blank = () => {
    const { kind, strokes } = core.stimulus.getState();
    return kind === 'drawing' && strokes.length === 0;
  };

  function show(sample: Wanted): void {
    const { set } = core.data.getState()[sample.role];
    if (set && sample.index >= set.count) {
      core.messages.error(
        `The link shows sample ${sample.index}, but there are only ${set.count}: the first stands in for it.`,
        { topic: 'link' },
      );
    }
    const there = set !== null && sample.index < set.count;
    stimulus.show(sample.role, there ? sample.index : 0);
    wanted = { role: 'test', index: 0 };
  }

  async function openNetwork(state: LinkState): Promise<void> {
    const spec = networkOf(state);
    const store = core.network;
    const shipped = shippedModel(state);
    if (shipped !== null) {
      await network.loadShipped(shipped);
      const { origin, spec: loaded } = store.getState();
      if (origin.kind === 'shipped' && origin.name === shipped) {
        // A link that says nothing of the network means the shipped one as it comes.
        const silent = changeCost(DEFAULT_NETWORK, spec) === 'none';
        if (!silent && changeCost(loaded, spec) !== 'none') await network.change(spec);
        return;
      }
      // The message says what failed; the page is useful without the shipped model.
    }
    const { drive, ...rest } = birthOf(state);
    const birth = { ...rest, drive: drive ?? initial.birth(spec, rest.seed).drive };
    initial.settle(spec, birth.drive);
    await network.begin(spec, birth);
  }

  /** What of a link lies in the stimulus and the playback. */
  function look(state: LinkState): void {
    const { draw, neuron, t, class: label, misread, data } = state;
    core.stimulus.setState({ filter: { label, misread } });
    const own = data === core.data.getState().name;
    wanted = draw
      ? null
      : own
        ? { role: state.of, index: state.sample }
        : { role: 'test', index: 0 };
    if (draw) stimulus.redraw(draw);
    else {
      if (!blank()) stimulus.redraw([]);
      if (wanted && core.data.getState()[wanted.role].set) show(wanted);
    }
    core.playback.select(neuron);
    core.playback.seek(t);
  }

  /** What a link cannot bring along is said. */
  function tell({ data, trained }: LinkState): void {
    const missing: string[] = [];
    if (data !== core.data.getState().name) {
      missing.push(`the data set "${data}" (choose its files in the data menu)`);
    }
    if (trained) missing.push('trained weights, which travel as a file (.safetensors)');
    if (missing.length === 0) return core.messages.settle('link');
    core.messages.note(
      `This link was made with ${missing.join(' and ')}: it opens with what it could bring.`,
      { topic: 'link' },
    );
  }

  return {
    /** Replaces network, settings, stimulus and selection by the link's. */
    async open(state: LinkState): Promise<void> {
      await training.pause();
      await training.configure(settingsOf(state));
      await openNetwork(state);
      look(state);
      tell(state);
    },
    look,
    /** A data set has come: shows the sample that waits for it, unless something is drawn. */
    arrived(role: DataRole): void {
      if (wanted?.role === role && blank()) show(wanted);
    },
    /** The page as it is; how the views stand is left at the defaults. */
    capture(): LinkState {
      const { spec, origin } = core.network.getState();
      const { settings, step } = core.training.getState();
      const { kind, strokes, sample, filter } = core.stimulus.getState();
      const { selected, t, playing } = core.playback.store.getState();
      const shipped = origin.kind === 'shipped' ? origin.name : null;
      // A pad that waits for its sample is not meant to be blank.
      const waits = wanted && blank() && !core.data.getState()[wanted.role].set;
      const shown = sample ?? (waits ? wanted : null);
      const drawn = kind === 'drawing' && shown === null && fitsLink(strokes);
      return {
        ...DEFAULT_LINK,
        ...fromNetwork(spec),
        ...fromSettings(settings),
        weights: fromModel(spec, shipped),
        ...(origin.birth && fromBirth(origin.birth, spec, settings)),
        trained: step > 0 || origin.kind === 'file' || origin.kind === 'trained',
        data: core.data.getState().name,
        sample: shown?.index ?? 0,
        of: shown?.role ?? 'test',
        draw: drawn ? strokes : null,
        class: filter.label,
        misread: filter.misread,
        neuron: selected,
        t: playing || t === null ? null : Math.round(t * 1e4) / 1e4,
      };
    },
  };
}

export type LinkActions = ReturnType<typeof createLinkActions>;
