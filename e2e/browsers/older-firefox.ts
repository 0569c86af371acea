import type { Browser } from '@playwright/test';

/** What is used of Playwright's inside: its side of the browser, in this very process. */
interface Inside {
  _connection: { toImpl(browser: Browser): { _browserSession: object } };
}

interface Session {
  send: (this: Session, method: string, params: unknown) => Promise<unknown>;
}

/** Playwright 1.65 sets the colour scheme of every page with a command of WebDriver BiDi that Firefox 153 does not know yet. */
const UNKNOWN = 'emulation.setMediaFeaturesOverride';

/** Lets Playwright drive a Firefox that is older than Playwright wants: pages then have the system's colour scheme. */
export function bearOlderFirefox(browser: Browser): void {
  const { _browserSession } = (browser as unknown as Inside)._connection.toImpl(browser);
  const sessions = Object.getPrototypeOf(_browserSession) as Session;
  const { send } = sessions;
  sessions.send = function (method, params) {
    const answer = send.call(this, method, params);
    if (method !== UNKNOWN) return answer;
    return answer.catch((error: Error) => {
      if (!error.message.includes('unknown command')) throw error;
      return {};
    });
  };
}
