import type { ComponentType } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { lazyPart } from '../kit/lazy-part';
import { afterFirstAnswer } from './first-answer';
import { rest, type Rest } from './parts';

const later = afterFirstAnswer(rest);

/** A part of the rest that the page can do without: where it does not come, or breaks, nothing stands in its place. */
export const optionalPart = <P extends object>(
  choose: (parts: Rest) => ComponentType<P>,
): ComponentType<P> =>
  lazyPart(async () => choose(await later()), {
    bound: (part) => <ErrorBoundary fallback={null}>{part}</ErrorBoundary>,
  });
