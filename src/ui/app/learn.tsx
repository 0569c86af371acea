/** The lessons, in files of their own that are fetched when they are opened. */
import { useState, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { View } from '../../view/view';
import { browserProgress, isFirstVisit } from '../keep/progress';
import { lazyPart } from '../kit/lazy-part';
import { useStoreOf, useView } from '../kit/session-context';
import { afterFirstAnswer } from './first-answer';
import { repeatable } from '../kit/repeatable';
import { PanelBoundary } from './panel-boundary';

const fetched = repeatable(() => import('../learn/learn-parts'));

async function learn() {
  const parts = await fetched();
  parts.keepProgressIn(browserProgress);
  return parts;
}

const bound = (part: ReactNode, again: () => void) => (
  <PanelBoundary title="Learn" onAgain={again}>
    {part}
  </PanelBoundary>
);

/** On a wide page. */
export const Learn = lazyPart(async () => (await learn()).LearnPanel, { bound });

/** On a narrow one. */
export const LearnAtFoot = lazyPart(async () => (await learn()).LearnSheet, { bound });

/** Offers the first lesson to whom this browser knows nothing of yet; nothing of it is fetched for others. */
const Offer = lazyPart(async () => (await afterFirstAnswer(learn)()).LessonOffer, {
  bound: (part) => <ErrorBoundary fallback={null}>{part}</ErrorBoundary>,
});

export function LessonOffer() {
  const embedded = useStoreOf(useView().store, (s) => s.embed !== null);
  const [first] = useState(isFirstVisit);
  return first && !embedded && <Offer />;
}

/** Opens a file as a lesson, or says in the panel of lessons what is wrong with it. */
export async function openLessonFile(view: View, file: File): Promise<void> {
  view.store.setState({ learning: true });
  // Where the panel does not come, it says so itself.
  const parts = await learn().catch(() => null);
  await parts?.takeLessonFile(view, file);
}

/** What was wrong with an earlier file is said no longer. */
export async function dismissLesson(view: View): Promise<void> {
  (await learn().catch(() => null))?.dismissLesson(view);
}
