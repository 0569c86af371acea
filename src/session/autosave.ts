/**
 * Keeps the run as it trains, so that a closed tab or a crash costs a few seconds, and offers to go on at the next visit. What
 * is saved is never overwritten before the person has decided about it: the page then saves in the other of two slots.
 */
import { EngineGoneError, type Snapshot } from '../engine/engine';
import type { Core } from './core';
import { dataWords, sameData } from './data-id';
import { decodeLink } from './link';
import type { LinkActions } from './link-actions';
import { sentence } from './messages';
import { changeCost } from './network';
import type { createNetworkActions } from './network-actions';
import { describeRun, FORMAT, isSavedRun, trainingUpTo, type SavedRun } from './saved-run';
import { createThrottle } from './throttle';
import type { Training } from './train-loop';
import { isTraining } from './training-state';

/** Where things are kept between visits. A `set` that fails, or is cut off, leaves what was there. */
export interface StoragePort {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

export interface AutosaveHooks {
  /** The page as a link says it. */
  link: () => string;
  /** The link that the page was opened with. */
  opened: string;
  /** Brings the views back that a link speaks of. */
  show: (link: string) => void;
  /** Milliseconds since 1970. */
  date: () => number;
}

interface Parts {
  network: ReturnType<typeof createNetworkActions>;
  training: Training;
  link: LinkActions;
}

const SLOTS = ['run-a', 'run-b'] as const;
type Slot = (typeof SLOTS)[number];

/** Milliseconds between two saves at least: with the second between snapshots, what a crash costs. */
const EVERY = 3000;
/** ... and after a failed one. */
const AFTER_FAILURE = 30_000;

const TOPIC = 'autosave';
const LOSES = 'closing this tab loses it: save the model to keep it.';

export function createAutosave(core: Core, parts: Parts, storage: StoragePort | undefined) {
  const { network, training, link } = parts;
  /** Saved runs that nobody has decided about. */
  const offered = new Map<Slot, SavedRun>();
  let hooks: AutosaveHooks | null = null;
  /** Where this page saves; null: nowhere. */
  let slot: Slot | null = null;
  /** Why it saves nowhere, or the last save failed; null while all is well. */
  let trouble: string | null = null;
  let told = false;
  const throttle = createThrottle(save, () => core.options.now(), EVERY);

  function complain(text: string, kind: 'note' | 'error' = 'error'): void {
    if (!told || trouble !== text) core.messages[kind](text, { topic: TOPIC });
    trouble = text;
    told = true;
  }

  function well(): void {
    if (trouble !== null) core.messages.settle(TOPIC);
    trouble = null;
    told = false;
  }

  /** The newest state that is whole: while it trains that of the last snapshot. */
  async function snapshotNow(): Promise<Snapshot | null> {
    const { status, step } = core.training.getState();
    const last = training.lastSnapshot();
    const busy = isTraining(status) || status === 'pausing';
    if (busy || last?.step === step) return last;
    return (await core.engine?.snapshot()) ?? null;
  }

  async function capture({ link, date }: AutosaveHooks): Promise<SavedRun | null> {
    const snapshot = await snapshotNow();
    const { spec, origin } = core.network.getState();
    // Nothing is trained yet, or the network is just being replaced.
    if (!snapshot || snapshot.step === 0 || changeCost(snapshot.spec, spec) === 'new network') {
      return null;
    }
    const state = core.training.getState();
    return {
      format: FORMAT,
      savedAt: date(),
      running: isTraining(state.status),
      snapshot: { ...snapshot, spec },
      origin,
      training: trainingUpTo(state, snapshot.step),
      data: core.data.getState().id,
      link: link(),
    };
  }

  /** Saves what there is; resolves to the milliseconds until the next save. */
  async function save(): Promise<number> {
    if (!storage || !hooks) return EVERY;
    if (slot === null) {
      for (const [where, run] of offered) offer(where, run);
      const undecided = `Earlier runs wait for your decision, so this one is not saved: ${LOSES}`;
      if (trouble === null) complain(undecided, 'note');
      else complain(trouble);
      return AFTER_FAILURE;
    }
    try {
      const run = await capture(hooks).catch(unlessGone);
      // Nothing yet, such as before a run's first snapshot: the next change may be worth it.
      if (!run) return 0;
      await storage.set(slot, run);
      well();
      return EVERY;
    } catch (error) {
      complain(
        `The run is not saved as it trains because ${reasonOf(error)}; training goes on, but ${LOSES}`,
      );
      return AFTER_FAILURE;
    }
  }

  function changed(): void {
    const { curve, step } = core.training.getState();
    if (curve.length === 0 || step === 0) return;
    if (hooks) throttle.ask();
    else if (trouble !== null && !told) complain(trouble, 'note');
  }

  core.training.subscribe((state, before) => {
    const { status, step, settings, tests } = state;
    const same = step === before.step && settings === before.settings && tests === before.tests;
    if (same && status === before.status) return;
    changed();
    // A run that has come to rest is not kept waiting; steps made by hand are.
    const rests = status === 'finished' || (status === 'paused' && state.end !== 'steps');
    if (rests && status !== before.status) void throttle.flush();
  });
  core.network.subscribe((state, before) => {
    if (state.spec !== before.spec) changed();
  });

  function offer(where: Slot, run: SavedRun): void {
    core.messages.note(describeRun(run, hooks!.date()), {
      topic: `${TOPIC} ${where}`,
      actions: [
        { label: 'Go on', run: () => void goOn(where, run) },
        { label: 'Discard', run: () => void discard(where) },
      ],
    });
  }

  async function goOn(where: Slot, run: SavedRun): Promise<void> {
    // The run of this visit stays in its slot, and is offered at the next.
    await throttle.flush();
    const before = slot;
    slot = where;
    offered.delete(where);
    try {
      await restore(run);
    } catch (error) {
      slot = before;
      offered.set(where, run);
      core.messages.error(sentence(error), { topic: TOPIC });
    }
  }

  async function restore(run: SavedRun): Promise<void> {
    await network.resume(run);
    link.look(decodeLink(run.link).state);
    hooks!.show(run.link);
    const here = core.data.getState().id;
    if (!sameData(run.data, here)) {
      core.messages.note(
        `This run was trained on ${dataWords(run.data, here)}: choose its files in the data menu before it trains on, or it goes on with ${dataWords(here, run.data)}.`,
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

  return {
    /** Offers what is saved, and saves from now on; to be called where no other tab does. */
    async begin(given: AutosaveHooks): Promise<void> {
      if (!storage) return;
      hooks = given;
      well();
      try {
        for (const where of SLOTS) {
          const value = await storage.get(where);
          if (isSavedRun(value)) offered.set(where, value);
          else slot ??= where;
        }
        for (const [where, run] of offered) {
          offer(where, run);
          // The same page again: what the link could not bring is offered here.
          if (run.link === given.opened) core.messages.settle('link');
        }
      } catch (error) {
        slot = null;
        trouble = `The run is not saved as it trains because ${reasonOf(error)}; ${LOSES}`;
      }
      changed();
    },
    /** Another tab saves: said once there is something that could be lost. */
    wait(): void {
      trouble = `Another tab of this page keeps its run, so this one is not saved: ${LOSES}`;
      changed();
    },
    /** Saves now what is not yet saved: the page may be about to go. */
    flush: () => throttle.flush(),
  };
}

/** A lost engine has nothing to save: that is told, and mended, where it is replaced. */
function unlessGone(error: unknown): null {
  if (error instanceof EngineGoneError) return null;
  throw error;
}

export const isFull = (error: unknown) =>
  error instanceof Error && error.name === 'QuotaExceededError';

/** Why storage failed, to go on after "because". */
export function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (isFull(error)) return 'the browser’s storage is full';
  if (name === 'SecurityError' || name === 'InvalidStateError') {
    return 'the browser lets this page store nothing';
  }
  const text = error instanceof Error && error.message ? error.message : String(error);
  return `storing failed (${text})`;
}

export type Autosave = ReturnType<typeof createAutosave>;
