/** Opening what a link carries, and saying what a link to the page as it is would carry. */
import { nounOf } from '../../data/noun';
import { isPointSize } from '../../data/points/point';
import { pointsFor } from '../../data/points/points-spec';
import type { Stroke } from '../../data/strokes';
import type { DataRole, Network } from '../../engine/engine';
import { classCount, DEFAULT_NETWORK, networkName, type NetworkSpec } from '../../model/network';
import type { Core } from '../core/core';
import type { DataActions } from '../data/data-actions';
import { dataWords, MNIST, sameData } from '../data/data-id';
import type { Foretold } from './foretell';
import { fittedToPoints } from './link-fit';
import { fitsLink } from './link-drawing';
import { ownFitsLink } from './link-own-points';
import { pointsCodec } from './link-points';
import {
  birthOf,
  fromBirth,
  fromModel,
  fromNetwork,
  fromSettings,
  isBeyondLinks,
  networkOf,
  settingsOf,
  shippedModel,
} from './link-state';
import type { LinkState } from './link-table';
import { DEFAULT_LINK, SESSION_LINK } from './session-link';
import type { Initialiser } from '../network/initial';
import { sentence } from '../core/messages';
import type { Options } from '../core/options';
import { changeCost } from '../network/network';
import type { NetworkActions } from '../network/network-actions';
import type { ShownPicture } from '../stimulus/stimulus';
import type { StimulusActions } from '../stimulus/stimulus-actions';
import type { SavedRun } from '../runs/saved-run';
import type { Training } from '../training/train-loop';
import { formatCount } from '../../words/numbers';

interface Parts {
  network: Pick<NetworkActions, 'change' | 'put' | 'resume'>;
  stimulus: Pick<StimulusActions, 'redraw' | 'show'>;
  training: Pick<Training, 'configure' | 'pause'>;
  initial: Pick<Initialiser, 'birth' | 'network' | 'settle'>;
  data: Pick<DataActions, 'bringPoints' | 'loadMnist'>;
}

interface Opening {
  /** The run that this browser has kept, where the link speaks of weights that it cannot carry. */
  kept?: SavedRun | null;
  /** The same tab is loaded again, so sentences do not speak of a link that was followed. */
  again?: boolean;
  /** The page opens with it: whatever is drawn was drawn meanwhile. */
  first?: boolean;
  /** The shipped network of the link, where it is on its way already: the page shows it, and its sample. */
  foretold?: Foretold | undefined;
}

interface Wanted {
  role: DataRole;
  index: number;
  /** Id of the set that it is of; without it, whichever set is there. */
  data?: string;
}

/** What a hand has put on the pad; null where there is nothing of it. Another object with every change. */
type OnPad = Stroke[] | ShownPicture | null;

/** What the page shows where nobody asks for anything else. */
const FIRST: Wanted = { role: 'test', index: 0 };

type Shared = Pick<
  Core,
  | 'ahead'
  | 'chosen'
  | 'data'
  | 'guarded'
  | 'messages'
  | 'network'
  | 'playback'
  | 'stimulus'
  | 'training'
> &
  Options<'listShipped' | 'loadShipped'>;

export function createLinkActions(
  core: Shared,
  { network, stimulus, training, initial, data }: Parts,
) {
  /** The sample to show once its data set is there; null: none, the pad is meant to be blank. */
  let wanted: Wanted | null = FIRST;
  /** A sample of a set that the link names and only the person can load; shown if they do. */
  let awaited: Required<Wanted> | null = null;

  const blank = () => core.stimulus.getState().kind === 'drawing' && onPad() === null;

  function onPad(): OnPad {
    const { kind, strokes, picture } = core.stimulus.getState();
    if (picture) return picture;
    return kind === 'drawing' && strokes.length > 0 ? strokes : null;
  }

  function show(sample: Wanted): void {
    const { set } = core.data.getState()[sample.role];
    if (set && sample.index >= set.count) {
      core.messages.error(
        `The link shows ${sample.role === 'test' ? 'test' : 'training'} ${nounOf(set).one} ${formatCount(sample.index + 1)}, but there are only ${formatCount(set.count)}: the first stands in for it.`,
        { topic: 'link' },
      );
    }
    const there = set !== null && sample.index < set.count;
    stimulus.show(sample.role, there ? sample.index : 0);
    wanted = FIRST;
  }

  /** The shipped model, changed as the link says; whether it can be had. @throws where the engine does not take it */
  async function openShipped(
    name: string,
    spec: NetworkSpec,
    foretold?: Foretold,
  ): Promise<boolean> {
    let model: Network | undefined;
    try {
      await network.put(async () => (model = await (foretold ?? core.options.loadShipped(name))), {
        kind: 'shipped',
        name,
      });
    } catch (error) {
      if (model) throw error;
      // The page is useful without it.
      const why = sentence(error).replace(/\.$/, '');
      core.messages.error(`${why}: new weights stand in for it.`, { topic: 'network' });
      return false;
    }
    // A link that says nothing of the network means the shipped one as it comes.
    const silent = changeCost(DEFAULT_NETWORK, spec) === 'none';
    if (!silent && changeCost(model!.spec, spec) !== 'none') await network.change(spec);
    return true;
  }

  /** @throws where the engine does not take the network: what was there stays */
  async function openNetwork(state: LinkState, foretold?: Foretold): Promise<void> {
    const spec = networkOf(state);
    const shipped = shippedModel(state);
    if (shipped !== null && (await openShipped(shipped, spec, foretold))) return;
    const { drive, ...rest } = birthOf(state);
    const birth = { ...rest, drive: drive ?? initial.birth(spec, rest.seed).drive };
    const origin = { kind: 'new' as const, name: networkName(spec), birth };
    await network.put(() => initial.network(spec, birth), origin);
    initial.settle(spec, birth.drive);
  }

  async function openDefault(before: OnPad): Promise<void> {
    await core.guarded(() => openNetwork(DEFAULT_LINK), 'network');
    look(DEFAULT_LINK, before);
  }

  /**
   * Takes from a link what concerns the stimulus and the playback: drawing or sample, selection, time cursor.
   * @param before what was on the pad when the link was asked for: what a hand has put there since stays
   */
  function look(state: LinkState, before = onPad(), foretold?: Foretold): void {
    const { draw, neuron, t, class: label, misread, data } = state;
    core.stimulus.setState({ filter: { label, misread } });
    const sample = { role: state.of, index: state.sample, data };
    const own = sameData(data, core.data.getState().id);
    wanted = draw ? null : own ? sample : FIRST;
    awaited = draw || own ? null : sample;
    const now = onPad();
    const stays = now !== null && now !== before;
    if (draw && !stays) stimulus.redraw(draw);
    else if (!stays) {
      if (!blank() && !foretold) stimulus.redraw([]);
      if (wanted && core.data.getState()[wanted.role].set) show(wanted);
    }
    core.playback.select(neuron);
    core.playback.seek(t);
  }

  /** Says what the link could not bring along. */
  function tell({ data, trained }: LinkState, { kept, again = false }: Opening): void {
    const missing: string[] = [];
    const here = core.data.getState().id;
    if (!sameData(data, here)) {
      missing.push(`the data set "${dataWords(data, here)}" (choose its files in the data menu)`);
    }
    if (trained && !kept) {
      missing.push(
        again
          ? 'the trained weights, which this browser has not kept'
          : 'trained weights, which travel as a file (.safetensors)',
      );
    }
    if (missing.length === 0) return core.messages.settle('link');
    const what = missing.join(' and ');
    core.messages.note(
      again
        ? `Loading the page again does not bring back ${what}: it opens with the rest.`
        : `This link was made with ${what}: it opens with what it could bring.`,
      { topic: 'link' },
    );
  }

  /** Makes the points of a link, and goes back to MNIST from points; resolves to the link with the name that its data has here. */
  async function bringData(state: LinkState): Promise<LinkState> {
    const { id, points } = core.data.getState();
    if (!state.points) {
      if (points && state.data === MNIST) void data.loadMnist();
      return state;
    }
    if (!points || pointsCodec.write(points) !== pointsCodec.write(state.points)) {
      await core.guarded(() => data.bringPoints(state.points!), 'data');
      return { ...state, data: core.data.getState().id };
    }
    return { ...state, data: id };
  }

  /** A link that names weights alone, of a network of points: the points come that these were trained on, as they do from Models. */
  async function bringTrained(state: LinkState): Promise<LinkState> {
    const name = shippedModel(state);
    const { spec } = core.network.getState();
    const there = core.data.getState().points !== null || state.data !== MNIST;
    if (name === null || state.points || there || !isPointSize(spec.input)) return state;
    // Without the list they are the usual ones of so many classes.
    const cards = await core.options.listShipped().catch(() => []);
    const of = cards.find((card) => card.name === name)?.points;
    const points = (of === undefined ? null : pointsCodec.read(of)) ?? pointsFor(classCount(spec));
    return points ? bringData({ ...state, points }) : state;
  }

  /**
   * Replaces network, settings, stimulus and selection by the link's; resolves to whether it could. A link that asks for more
   * than the engine gives leaves what was there, or opens the default where there was nothing. What a person has drawn while it was on
   * its way stays on the pad.
   */
  async function open(
    link: LinkState,
    how: Opening = {},
    before = how.first ? null : onPad(),
  ): Promise<boolean> {
    const { kept, foretold } = how;
    // A run that was kept has its own network.
    const state = kept ? link : fittedToPoints(link);
    const asked = core.chosen.moment();
    await training.pause();
    const former = core.training.getState().settings;
    const settings = settingsOf(state);
    await training.configure(core.chosen.left(settings, asked));
    let named = await bringData(state);
    try {
      if (kept) await network.resume({ ...kept, training: { ...kept.training, settings } }, asked);
      else {
        await openNetwork(state, foretold);
        named = await bringTrained(named);
      }
    } catch (error) {
      await training.configure(core.chosen.left(former, asked));
      if (kept) return open(link, { ...how, kept: null }, before);
      const first = core.network.getState().weights === null || core.ahead;
      const stays = first ? 'The page opens as usual.' : 'The network on the page stays.';
      core.messages.error(`${sentence(error)} ${stays}`, { topic: 'link' });
      if (first && SESSION_LINK.encode(state) !== '') await openDefault(before);
      return false;
    }
    look(named, before, foretold);
    tell(named, how);
    return true;
  }

  return {
    open,
    look,
    /** A data set has come: shows the sample that waits for it, unless something is drawn. */
    arrived(role: DataRole): void {
      if (awaited && sameData(awaited.data, core.data.getState().id)) {
        wanted = awaited;
        awaited = null;
      }
      if (wanted?.role === role && blank()) show(wanted);
    },
    /** The page as it is; how the views stand is left at the defaults. */
    capture(): LinkState {
      const { spec, origin } = core.network.getState();
      const { settings, step } = core.training.getState();
      const { kind, strokes, sample, picture, filter } = core.stimulus.getState();
      const { selected, t, playing } = core.playback.store.getState();
      const shipped = origin.kind === 'shipped' ? origin.name : null;
      // The pad is blank only until its sample is loaded: the link names that sample.
      const waits = wanted && blank() && !core.data.getState()[wanted.role].set;
      const shown = sample ?? (waits ? wanted : null);
      const { points } = core.data.getState();
      const carried = points?.set !== 'own' || ownFitsLink(points);
      const drawn = kind === 'drawing' && shown === null && picture === null && fitsLink(strokes);
      return {
        ...DEFAULT_LINK,
        ...fromNetwork(spec),
        ...fromSettings(settings),
        weights: fromModel(spec, shipped),
        ...(origin.birth && fromBirth(origin.birth, spec, settings)),
        trained: isBeyondLinks(origin, step),
        data: core.data.getState().id,
        points: carried ? points : null,
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
