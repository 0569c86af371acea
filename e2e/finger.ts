/** A finger on the page, as the browser gets it: Playwright itself only taps. */
import type { Page } from '@playwright/test';

/** In the window's pixels. */
export interface Place {
  x: number;
  y: number;
}

export interface Finger {
  down: (at: Place) => Promise<void>;
  move: (...along: Place[]) => Promise<void>;
  up: () => Promise<void>;
}

export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Place[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: async (at) => void (await touch('touchStart', [at])),
    async move(...along) {
      for (const at of along) await touch('touchMove', [at]);
    },
    up: async () => void (await touch('touchEnd', [])),
  };
}

/** Along points, down at the first and up at the last. */
export async function swipe(page: Page, [first, ...rest]: Place[]): Promise<void> {
  const finger = await fingerOn(page);
  await finger.down(first!);
  await finger.move(...rest);
  await finger.up();
}
