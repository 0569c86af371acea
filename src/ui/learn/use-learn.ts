import { useEffect } from 'react';
import { lessonByNumber } from '../../learn/catalogue';
import { learningOf } from '../../learn/runner-of';
import type { Runner } from '../../learn/runner';
import type { Progress } from '../../learn/progress';
import type { View } from '../../view/view';
import { useStoreOf, useView } from '../kit/session-context';
import { takeLinkedLesson } from './take-lesson';
import { WORDS } from './words';

export function useRunner(): Runner {
  return learningOf(useView()).runner;
}

export function useProgress(): Progress {
  return useStoreOf(learningOf(useView()).progress.store);
}

/** Opens the lesson that a link names, once the page is what the link says, and leaves one that it does not. */
export function useLinkedLesson(): void {
  const view = useView();
  const runner = useRunner();
  const number = useStoreOf(view.store, (s) => s.lesson);
  useEffect(() => void follow(view, runner, number), [view, runner, number]);
  useEffect(() => void takeLinkedLesson(view), [view]);
}

async function follow(view: View, runner: Runner, number: number | null): Promise<void> {
  const { open } = runner.store.getState();
  const now = open?.lesson().number ?? null;
  if (number === now) return;
  await view.session.ready;
  if (view.store.getState().lesson !== number) return;
  // Another link was opened: the page is what that says. Own lessons have no number.
  if (number === null) return now === null ? undefined : runner.leave(true);
  const shipped = lessonByNumber(number);
  if (shipped) return runner.follow(shipped);
  view.session.messages.error(WORDS().gone(number), { topic: 'lessons' });
  view.store.setState({ lesson: null, learning: true });
}
