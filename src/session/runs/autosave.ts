/**
 * Keeps what is on the page and no link can say, the weights and the run that made them, so that a closed tab or a crash costs a
 * few seconds: the same tab has it again when it is loaded again, another visit offers to go on. A run that is saved is never
 * overwritten before the person has decided about it: the page then saves in the other of two slots.
 */
import type { Snapshot } from '../../engine/engine';
import { networkName, type NetworkSpec } from '../../model/network';
import { formatCount } from '../../words/numbers';
import type { Core } from '../core/core';
import type { DataActions } from '../data/data-actions';
import { dataWords, sameData } from '../data/data-id';
import type { LinkActions } from '../link/link-actions';
import { fromNetwork, isBeyondLinks, networkOf } from '../link/link-state';
import type { LinkState } from '../link/link-table';
import { DEFAULT_LINK, SESSION_LINK } from '../link/session-link';
import { sentence } from '../core/messages';
import type { Options } from '../core/options';
import { changeCost } from '../network/network';
import type { NetworkActions } from '../network/network-actions';
import {
  describeRun,
  formatOf,
  keptNetwork,
  readSavedRun,
  trainingUpTo,
  type SavedRun,
} from './saved-run';
import type { StoragePort } from './storage-port';
import { reasonOf, STORAGE_TOPIC } from './storage-trouble';
import { createThrottle } from '../core/throttle';
import type { Training } from '../training/train-loop';
import { isTraining } from '../training/training-state';

export interface AutosaveHooks {
  /** The page as a link says it. */
  link: () => string;
  /** The link that the page was opened with. */
  opened: string;
  /** Reads a link that was kept. */
  read: (link: string) => LinkState;
  /** Brings the views back that a link speaks of. */
  show: (link: string) => void;
  /** Milliseconds since 1970. */
  date: () => number;
}

interface Parts {
  network: Pick<NetworkActions, 'resume'>;
  training: Pick<Training, 'evaluate' | 'madeOn' | 'run'>;
  link: Pick<LinkActions, 'look'>;
  data: Pick<DataActions, 'bringPoints'>;
}

const SLOTS = ['run-a', 'run-b'] as const;
type Slot = (typeof SLOTS)[number];

/** Milliseconds between two saves at least: with the second between snapshots, what a crash costs. */
const EVERY = 3000;
/** ... and after a failed one. */
const AFTER_FAILURE = 30_000;

const TOPIC = 'autosave';
const RETURNED = `${TOPIC} returned`;
const LOSES = 'closing this tab loses it: save the model to keep it.';

const ODD = {
  newer:
    'What a newer version of this page has kept in this browser is left alone: reload the page to get that version.',
  damaged: 'What an earlier visit has kept is damaged and cannot be brought back.',
};

/** What a link says of a network: the same for descriptions that mean the same. */
const saidOf = (spec: NetworkSpec) =>
  SESSION_LINK.encode({ ...DEFAULT_LINK, ...fromNetwork(spec) });

type Shared = Pick<Core, 'data' | 'messages' | 'network' | 'snapshots' | 'training'> &
  Options<'now' | 'visit'>;

export function createAutosave(core: Shared, parts: Parts, storage: StoragePort | undefined) {
  const { network, training, link, data } = parts;
  const { visit } = core.options;
  /** Saved runs that nobody has decided about. */
  const offered = new Map<Slot, SavedRun>();
  let hooks: AutosaveHooks | null = null;
  /** What this tab had on its page when it was loaded again, and has again. */
  let brought: SavedRun | null = null;
  /** Where this page saves; null: nowhere. */
  let slot: Slot | null = null;
  /** Whether that slot holds what was on the page in this visit, and not what an earlier one has left. */
  let holdsOwn = false;
  /** Why it saves nowhere, or the last save failed; null while all is well. */
  let trouble: string | null = null;
  let told = false;
  const throttle = createThrottle(save, () => core.options.now(), EVERY);

  function complain(text: string, kind: 'note' | 'error' = 'error'): void {
    if (!told || trouble !== text) core.messages[kind](text, { topic: STORAGE_TOPIC, stays: true });
    trouble = text;
    told = true;
  }

  function well(): void {
    if (trouble !== null) core.messages.settle(STORAGE_TOPIC);
    trouble = null;
    told = false;
  }

  /** The newest state with optimiser and all: while it trains, that of the last snapshot. */
  async function snapshotNow(): Promise<Snapshot | null> {
    const { status } = core.training.getState();
    const busy = isTraining(status) || status === 'pausing';
    return busy ? core.snapshots.last() : core.snapshots.whole();
  }

  async function capture({ link, date }: AutosaveHooks): Promise<SavedRun | null> {
    const snapshot = await snapshotNow();
    const { spec, origin } = core.network.getState();
    // No state to save: the network is being replaced just now, or a link says everything there is.
    if (!snapshot || changeCost(snapshot.spec, spec) === 'new network') return null;
    if (!isBeyondLinks(origin, snapshot.step)) return null;
    const state = core.training.getState();
    const kept = keptNetwork({ ...snapshot, spec });
    return {
      format: formatOf(kept),
      savedAt: date(),
      running: isTraining(state.status),
      snapshot: kept,
      origin,
      training: trainingUpTo(state, snapshot.step),
      data: core.data.getState().id,
      link: link(),
      ...(visit && { tab: visit.tab }),
    };
  }

  /** Saves what there is; resolves to the milliseconds until the next save. */
  async function save(): Promise<number> {
    if (!storage || !hooks) return EVERY;
    slot ??= giveWay();
    if (slot === null) {
      for (const [where, run] of offered) offer(where, run, hooks.date());
      const undecided = `Earlier runs wait for your decision, so this one is not saved, and ${LOSES}`;
      if (trouble === null) complain(undecided, 'note');
      else complain(trouble);
      return AFTER_FAILURE;
    }
    let run: SavedRun | null;
    try {
      run = await capture(hooks);
    } catch {
      // The engine failed, not the storage. A lost engine is reported where it is replaced; the next save tries again.
      return EVERY;
    }
    // Nothing to save yet, such as before a run's first snapshot: the next change may be saved at once.
    if (!run) {
      if (holdsOwn && isSaidByLink()) await dropOwn(storage, slot);
      return 0;
    }
    try {
      await storage.set(slot, run);
      holdsOwn = true;
      well();
      return EVERY;
    } catch (error) {
      complain(
        `What is on the page is not saved because ${reasonOf(error)}; work goes on, but ${LOSES}`,
      );
      return AFTER_FAILURE;
    }
  }

  /** What a reset or another network has replaced is not to be offered at the next visit: the list of runs has it. */
  async function dropOwn(from: StoragePort, where: Slot): Promise<void> {
    holdsOwn = false;
    await from.delete(where).catch(() => undefined);
  }

  const isSaidByLink = (): boolean =>
    !isBeyondLinks(core.network.getState().origin, core.training.getState().step);

  function changed(): void {
    if (isSaidByLink() && !holdsOwn) return;
    if (hooks) throttle.ask();
    else if (trouble !== null && !told) complain(trouble, 'note');
  }

  core.training.subscribe((state, before) => {
    const { status, step, settings, tests } = state;
    const same = step === before.step && settings === before.settings && tests === before.tests;
    if (same && status === before.status) return;
    changed();
    if (isTraining(status) && status !== before.status) core.messages.settle(RETURNED);
    // A run that has stopped is saved at once; single steps made by hand wait for the usual pause.
    const rests = status === 'finished' || (status === 'paused' && state.end !== 'steps');
    if (rests && status !== before.status) void throttle.flush();
  });
  core.network.subscribe((state, before) => {
    if (state.spec === before.spec && state.origin === before.origin) return;
    core.messages.settle(RETURNED);
    // After all that belongs to the network has been replaced, the state of training among it.
    queueMicrotask(() => {
      changed();
      void throttle.flush();
    });
  });

  function offer(where: Slot, run: SavedRun, now: number): void {
    const label = run.snapshot.step > 0 ? 'Go on' : 'Bring it back';
    core.messages.note(describeRun(run, now), {
      topic: `${TOPIC} ${where}`,
      actions: [
        { label, run: () => void goOn(where, run) },
        { label: 'Discard', run: () => void discard(where) },
      ],
    });
  }

  /** Where both slots wait for a decision, the offer of a network that was never trained is given up for what is on the page now. */
  function giveWay(): Slot | null {
    const untrained = [...offered].find(([, run]) => run.snapshot.step === 0);
    if (!untrained) return null;
    const [where] = untrained;
    offered.delete(where);
    core.messages.settle(`${TOPIC} ${where}`);
    return where;
  }

  async function goOn(where: Slot, run: SavedRun): Promise<void> {
    // The run of this visit stays in its slot, and is offered at the next.
    await throttle.flush();
    const before = { slot, holdsOwn };
    slot = where;
    holdsOwn = false;
    offered.delete(where);
    try {
      await restore(run);
      holdsOwn = true;
    } catch (error) {
      ({ slot, holdsOwn } = before);
      offered.set(where, run);
      core.messages.error(sentence(error), { topic: TOPIC });
    }
  }

  async function restore(run: SavedRun): Promise<void> {
    const state = hooks!.read(run.link);
    // Points are made anew, before the run that replaces what was measured.
    if (state.points && !sameData(run.data, core.data.getState().id)) {
      await data.bringPoints(state.points);
    }
    await network.resume(run);
    if (run.snapshot.step > 0) training.madeOn(run.data);
    link.look(state);
    hooks!.show(run.link);
    const here = core.data.getState().id;
    if (!sameData(run.data, here)) {
      core.messages.note(
        `This run was trained on ${dataWords(run.data, here)}: choose its files in the data menu before it trains on, or another run begins on ${dataWords(here, run.data)}.`,
        { topic: 'data' },
      );
    } else if (run.running) {
      void training.run();
      return;
    }
    void training.evaluate();
  }

  async function discard(where: Slot): Promise<void> {
    offered.delete(where);
    await storage!.delete(where).catch(() => undefined);
    slot ??= where;
    changed();
  }

  /** What this tab has saved last of the network that `state` speaks of. */
  async function ownRun(state: LinkState, from: StoragePort): Promise<SavedRun | null> {
    const found = await Promise.all(
      SLOTS.map(async (where) => readSavedRun(await from.get(where))),
    );
    const own = found
      .flatMap((stored) => (stored.kind === 'sound' ? [stored.value] : []))
      .filter(({ snapshot, data, tab }) => {
        const same = saidOf(snapshot.spec) === saidOf(networkOf(state));
        return same && sameData(data, state.data) && tab === visit?.tab;
      });
    return own.toSorted((a, b) => b.savedAt - a.savedAt)[0] ?? null;
  }

  /** Finds out where this page may save, and offers what else is there. */
  async function takeStock(from: StoragePort, { opened, date }: AutosaveHooks): Promise<void> {
    let own: Slot | null = null;
    let free: Slot | null = null;
    const odd = new Set<'newer' | 'damaged'>();
    for (const where of SLOTS) {
      const found = readSavedRun(await from.get(where));
      if (found.kind === 'sound') {
        const { tab, savedAt } = found.value;
        if (brought && tab === brought.tab && savedAt === brought.savedAt) own = where;
        else offered.set(where, found.value);
      } else {
        if (found.kind !== 'newer') free ??= where;
        if (found.kind !== 'nothing') odd.add(found.kind);
      }
    }
    slot = own ?? free;
    holdsOwn = own !== null;
    for (const kind of odd) core.messages.note(ODD[kind], { topic: `${TOPIC} ${kind}` });
    if (odd.has('newer') && slot === null && offered.size === 0) {
      trouble = `What a newer version of this page has kept is left alone, so this network is not saved, and ${LOSES}`;
    }
    for (const [where, run] of offered) {
      offer(where, run, date());
      // The same page again: what the link could not bring is offered here.
      if (run.link === opened || (visit?.again && run.tab === visit.tab)) {
        core.messages.settle('link');
      }
    }
  }

  return {
    /** What was on this tab's page before it was loaded again, where its link cannot say it; null where there is none. */
    async returning(state: LinkState): Promise<SavedRun | null> {
      if (!storage || !visit?.again || !state.trained) return null;
      // Where nothing can be read, `begin` says so once it matters.
      return ownRun(state, storage).catch(() => null);
    },
    /** What `returning` gave is on the page. */
    returned(run: SavedRun): void {
      brought = run;
      if (!run.running) return;
      const { spec, step } = run.snapshot;
      core.messages.note(
        `The unfinished run of ${networkName(spec)} is back at step ${formatCount(step)}, where the page was left.`,
        {
          topic: RETURNED,
          stays: true,
          action: { label: 'Go on', run: () => void training.run() },
        },
      );
    },
    /** Offers what is saved, and saves from now on; to be called where no other tab does. */
    async begin(given: AutosaveHooks): Promise<void> {
      if (!storage) return;
      well();
      try {
        await takeStock(storage, given);
      } catch (error) {
        slot = null;
        trouble = `What is on the page is not saved because ${reasonOf(error)}; work goes on, but ${LOSES}`;
      }
      hooks = given;
      changed();
    },
    /** Another tab saves: said once there is something that could be lost. */
    wait(): void {
      trouble = `Another tab of this page keeps its run, so this one is not saved, and ${LOSES}`;
      changed();
    },
    /** Saves now what is not yet saved: the page may be about to go. */
    flush: () => throttle.flush(),
  };
}

export type Autosave = ReturnType<typeof createAutosave>;
