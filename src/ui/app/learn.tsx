/** The lessons, in files of their own that are fetched when they are opened. */
import type { ReactNode } from 'react';
import { browserProgress } from '../keep/progress';
import { lazyPart } from '../kit/lazy-part';
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
