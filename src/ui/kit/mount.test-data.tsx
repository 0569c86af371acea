/** Puts a part of the page over a session on the reference engine, for tests in a browser. */
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { page } from 'vitest/browser';
import { testSession, until } from '../../session/session.test-data';
import { createView } from '../../view/create-view';
import type { View } from '../../view/view';
import { popoverSheetsFrom } from './popover';
import { PopoverSheet } from './popover-sheet';
import { ViewContext } from './session-context';
import { TermTip } from './term/term-tip';
import { termTipsFrom } from './term/term-tips';
import './theme/theme.css';

export type TestSession = ReturnType<typeof testSession>;

popoverSheetsFrom(async () => PopoverSheet);
termTipsFrom(async () => TermTip);

let unmount = () => {};

/** Takes away what the test before has put there. */
export function tidy(): void {
  unmount();
  unmount = () => {};
}

export interface Mounted {
  session: TestSession;
  view: View;
}

/** Resolves when the network has been evaluated on the test samples; 8 x 8 pixels, three classes. */
export async function mount(part: ReactNode, width = 284): Promise<Mounted> {
  await page.viewport(1200, 900);
  const session = testSession();
  const view = createView(session);
  const place = document.createElement('div');
  place.style.width = `${width}px`;
  document.body.append(place);
  const root = createRoot(place);
  // Renders synchronously, effects included.
  flushSync(() => root.render(<ViewContext value={view}>{part}</ViewContext>));
  unmount = () => {
    root.unmount();
    place.remove();
  };
  await session.ready;
  await until(() => session.network.store.getState().evaluation !== null);
  return { session, view };
}
