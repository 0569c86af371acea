/** Runs a lesson: notices on the page's real state what was done, however it was done, and keeps where it stands. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { View } from '../view/view';
import { perform } from './acts/table';
import { holds, type Memory } from './conditions/holds';
import { lessonEvents } from './events';
import { createHinting } from './hinting';
import type { Lesson } from './lesson';
import { beginningOf, type Beginning } from './moment';
import { heldAs, holdPage, linkNow, type HeldPage } from './hold-page';
import { openLesson } from './open-lesson';
import type { ProgressStore } from './progress';
import { answerWords, isRight, type Answer } from './question';
import { watch } from './watch';

/** A lesson that can be opened: its words follow the language. */
export interface Openable {
  lesson: () => Lesson;
}

export interface LearnState {
  /** null: none is open. */
  open: Openable | null;
  /** The step on show, from 0; as many as there are: the question. */
  at: number;
  /** The furthest that was reached. */
  reached: number;
  /** Which of the step's hints is said; null: none. */
  hint: number | null;
  /** Steps that "show me" did. */
  shown: readonly number[];
  answers: readonly string[];
  /** The last answer: a choice's place, or a number; null: none yet. */
  answered: Answer | null;
  /** The question is answered rightly, or its answer was asked for. */
  over: boolean;
  /** The page is being brought to where the lesson starts. */
  busy: boolean;
  /** Something was made in the lesson: whether it stays is asked before the lesson is left. */
  asks: boolean;
}

const CLOSED: LearnState = {
  open: null,
  at: 0,
  reached: 0,
  hint: null,
  shown: [],
  answers: [],
  answered: null,
  over: false,
  busy: false,
  asks: false,
};

export type Runner = ReturnType<typeof createRunner>;

/** @param now milliseconds since 1970 */
export function createRunner(view: View, progress: ProgressStore, now: () => number) {
  const store: StoreApi<LearnState> = createStore(() => CLOSED);
  let unwatch: () => void = () => undefined;
  let began: Beginning | null = null;
  let memory: Memory = new Map();
  let startedAt = 0;
  /** Goes up with every step and lesson, so that what was under way for another ends. */
  let turn = 0;
  const hinting = createHinting((hint) => store.setState({ hint }));

  /** The page before the lesson, or the first of several in a row; null: none is open. */
  let held: HeldPage | null = null;

  const lesson = (): Lesson | null => store.getState().open?.lesson() ?? null;
  const stepNow = () => lesson()?.steps[store.getState().at] ?? null;
  /** Whether the step on show was done. */
  const isDone = ({ at, reached }: LearnState) => reached > at;

  function keep(): void {
    const now_ = lesson();
    const { reached, shown, answers, over } = store.getState();
    if (!now_ || over) return;
    const { underWay } = progress.store.getState();
    progress.set({
      underWay: {
        ...underWay,
        [now_.id]: { at: reached, shown: [...shown], answers: [...answers], began: startedAt },
      },
    });
  }

  /** Looks at the step on show from now on. */
  function beginStep(): void {
    turn++;
    memory = new Map();
    began = beginningOf(view);
    store.setState({ hint: null });
    const step = stepNow();
    hinting.begin(step?.hints ?? [], { view, began });
    look();
  }

  function look(): void {
    const state = store.getState();
    const step = stepNow();
    if (!step || !began || state.busy || isDone(state)) return;
    const moment = { view, began };
    if (holds(step.done, moment, memory)) stepDone();
    else hinting.look(moment);
  }

  function stepDone(): void {
    hinting.end();
    const { at } = store.getState();
    store.setState({ reached: at + 1, hint: null });
    keep();
    const { id, number, steps } = lesson()!;
    const shown = store.getState().shown.includes(at);
    void lessonEvents.tell('step done', {
      lesson: id,
      number,
      step: steps[at]!.id,
      place: at + 1,
      steps: steps.length,
      shown,
    });
  }

  function finish(): void {
    const { id, number, title, steps } = lesson()!;
    const { answers, shown } = store.getState();
    const at = now();
    const { done, underWay } = progress.store.getState();
    const told = {
      title,
      at,
      seconds: Math.max(0, Math.round((at - startedAt) / 1000)),
      answers: [...answers],
      right: rightAtOnce,
      steps: steps.length,
      shown: shown.length,
    };
    const { [id]: _, ...others } = underWay;
    progress.set({ done: { ...done, [id]: told }, underWay: others });
    void lessonEvents.tell('lesson done', { lesson: id, number, ...told });
  }
  let rightAtOnce = false;

  /** Begins at the step that was reached, or at the first one. */
  function begin(openable: Openable, from: LearnState): void {
    unwatch();
    store.setState({ ...from, open: openable, busy: false });
    unwatch = watch(view, look);
    beginStep();
    const { id, number } = openable.lesson();
    void lessonEvents.tell('lesson opened', { lesson: id, number });
  }

  function keptOf(openable: Openable): LearnState {
    const { id, steps } = openable.lesson();
    const kept = progress.store.getState().underWay[id];
    startedAt = kept?.began ?? now();
    if (!kept) return CLOSED;
    const reached = Math.min(kept.at, steps.length);
    return { ...CLOSED, at: reached, reached, shown: kept.shown, answers: kept.answers };
  }

  async function open(
    openable: Openable,
    how: { start: boolean; linked?: boolean },
  ): Promise<void> {
    const mine = ++turn;
    unwatch();
    hinting.end();
    const { number } = openable.lesson();
    const from = keptOf(openable);
    store.setState({ ...from, open: openable, busy: true });
    view.store.setState({ lesson: number, learning: true });
    held ??= await hold(how.linked ?? false);
    if (turn !== mine) return;
    if (how.start) {
      view.store.setState({ pad: { drawing: 'ink', sample: 'times' } });
      const could = await openLesson(view, openable.lesson());
      if (turn !== mine) return;
      if (!could) {
        await held.putBack();
        if (turn === mine) close();
        return;
      }
    }
    begin(openable, from);
  }

  /** What was before: where the page was loaded again in the middle of a lesson, as far as its link brings it back. */
  async function hold(linked: boolean): Promise<HeldPage> {
    const before = linked ? progress.before.read() : null;
    if (before !== null) return heldAs(view, before);
    const page = await holdPage(view);
    progress.before.write(page.link);
    return page;
  }

  function close(): void {
    turn++;
    unwatch();
    hinting.end();
    held = null;
    progress.before.write(null);
    store.setState(CLOSED);
    view.store.setState({ lesson: null });
    void lessonEvents.tell('lesson opened', null);
  }

  return {
    store,
    isDone,
    /** Brings the page to where the lesson starts, and goes on where it was left. */
    open: (openable: Openable) => open(openable, { start: true }),
    /** The same for a link: where it says more than the lesson, the page stays as the link has it. */
    follow: (openable: Openable) => open(openable, { start: linkNow(view) === '', linked: true }),
    /** From its first step. */
    async again(): Promise<void> {
      const { open: openable } = store.getState();
      if (!openable) return;
      const { [openable.lesson().id]: _, ...underWay } = progress.store.getState().underWay;
      progress.set({ underWay });
      await open(openable, { start: true });
    },
    /** To the next step, once this one is done, or back to one that is. */
    go(at: number): void {
      const { reached } = store.getState();
      if (at < 0 || at > reached) return;
      store.setState({ at });
      beginStep();
    },
    /** Does the step; whether that was enough, the page notices as ever. */
    async showMe(): Promise<void> {
      const step = stepNow();
      const state = store.getState();
      if (!step || state.busy) return;
      const mine = turn;
      if (!isDone(state) && !state.shown.includes(state.at)) {
        store.setState({ shown: [...state.shown, state.at] });
      }
      await perform(step.show, view, () => turn === mine);
    },
    answer(given: Answer): void {
      const now_ = lesson();
      if (!now_ || store.getState().over) return;
      const { answers } = store.getState();
      const right = isRight(now_.question, given);
      if (answers.length === 0) rightAtOnce = right;
      const next = [...answers, answerWords(now_.question, given)];
      store.setState({ answered: given, answers: next, over: right });
      if (right) finish();
      else keep();
    },
    /** Says the answer to the question, which counts as not found. */
    giveUp(): void {
      if (!lesson() || store.getState().over) return;
      rightAtOnce = false;
      store.setState({ over: true, answered: null });
      finish();
    },
    /**
     * Closes the lesson, and puts the page back as it was before; the list of lessons stays. Where something was made that would
     * go, `asks` says so, and nothing happens until `keep` is told.
     */
    async leave(keep?: boolean): Promise<void> {
      if (!held || store.getState().busy) return keep === undefined ? close() : undefined;
      if (keep === undefined && held.isMore()) return store.setState({ asks: true });
      if (keep) return close();
      turn++;
      unwatch();
      hinting.end();
      store.setState({ busy: true, asks: false });
      await held.putBack();
      close();
    },
    /** Goes on with the lesson after all. */
    stay: () => store.setState({ asks: false }),
  };
}
