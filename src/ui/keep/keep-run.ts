/** Lets the session keep its run between visits, in one tab at a time, also when the page goes. */
import { applyEdits, applyViews, captureLink } from '../../view/link/page-link';
import { PAGE_LINK, type PageLink } from '../../view/link/page-format';
import type { View } from '../../view/view';

const LOCK = 'mt-spike-autosave';

/** Milliseconds for which a tab that waits leaves the lock to the one that had it: it may only be loading its page again. */
const GRACE = 2500;

/** Takes the lock, until this tab is closed, if nobody has it; whether it could, or may have no locks, as in some frames. */
function take(locks: LockManager): Promise<boolean> {
  return new Promise((taken) => {
    locks
      .request(LOCK, { ifAvailable: true }, (lock) => {
        taken(lock !== null);
        return lock ? new Promise(() => undefined) : undefined;
      })
      .catch(() => taken(true));
  });
}

/**
 * Resolves at once where this tab may save. Where another tab holds the lock: calls `onWait`, and resolves when that tab is closed.
 * Holds the lock until this tab is closed.
 */
async function onlyTab(onWait: () => void): Promise<void> {
  // Pages without HTTPS have no locks: this one saves without, and two tabs may overwrite each other.
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks || (await take(locks))) return;
  onWait();
  do {
    await locks.request(LOCK, () => undefined);
    await new Promise((resume) => setTimeout(resume, GRACE));
  } while (!(await take(locks)));
}

/** @param opened what the page was opened with */
export async function keepRun(
  view: View,
  opened: PageLink,
  ready: Promise<unknown>,
): Promise<void> {
  const { session } = view;
  const { autosave } = session;
  const flush = () => void autosave.flush();
  // The last events that a page is sure to get before it is closed; on phones often the only ones.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush();
  });
  window.addEventListener('pagehide', flush);
  await Promise.all([ready, onlyTab(() => autosave.wait())]);
  await autosave.begin({
    opened: PAGE_LINK.encode(opened),
    link: () => PAGE_LINK.encode(captureLink(view)),
    read: (link) => PAGE_LINK.decode(link).state,
    show: (link) => {
      const { state } = PAGE_LINK.decode(link);
      applyViews(view, state);
      applyEdits(view, state);
    },
    date: () => Date.now(),
  });
}
