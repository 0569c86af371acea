import type { Messages } from '../../session/core/messages';

/** The script that the page begins with, as its HTML names it. */
const ENTRY = /\bassets\/index-[\w-]+\.js\b/;

/** Whether the server has another version of the page than this one. */
export async function isServedAnew(): Promise<boolean> {
  try {
    const response = await fetch(document.baseURI, { cache: 'no-cache' });
    const [served] = ENTRY.exec(response.ok ? await response.text() : '') ?? [];
    return served !== undefined && !document.head.innerHTML.includes(served);
  } catch {
    return false;
  }
}

/** Offers it; until then the page goes on as it is. */
export function sayNewer(messages: Messages): void {
  messages.note('A newer version of this page is here.', {
    topic: 'version',
    stays: true,
    action: { label: 'Load it', run: () => location.reload() },
  });
}
