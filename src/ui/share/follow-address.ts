/** Keeps the address true to the page, so that it can be copied at any time, and opens another link that is put there. */
import { STAYS, type ReadLink } from '../../session/link/link-format';
import { PAGE_LINK, type PageLink } from '../../view/link/page-format';
import { awaitEdits } from '../../view/what-if/follow-changes';
import { onLinkChange } from '../../view/link/on-link-change';
import { applyEdits, applyViews, captureLink } from '../../view/link/page-link';
import type { View } from '../../view/view';

/** Milliseconds without a change before the address is written: browsers allow about three writes a second. */
const QUIET = 400;

export interface FollowedAddress {
  /** Resolves when the page is what its first link says, or could not be. */
  opened: Promise<void>;
  /** Opens another link, as if it were put into the address. Resolves to null, or to a sentence why the page stays as it is. */
  open(link: string): Promise<string | null>;
  stop(): void;
}

/**
 * @param first the link that the page opens with
 * @param opening resolves to whether the page could be what `first` says
 */
export function followAddress(
  view: View,
  first: ReadLink<PageLink>,
  opening: Promise<boolean>,
): FollowedAddress {
  const { session } = view;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Links that are being opened: until they are, the page is not what it will be. */
  let busy = 0;
  const address = (): string => location.hash.replace(/^#/, '');
  /** The address's link as it was last read or written here. */
  let known = address();
  /**
   * A link that could not be opened stays in the address, so that it can be put right: this is what the page says of itself
   * meanwhile. null: the address is the page's own.
   */
  let beside: string | null = null;

  function write(): void {
    // Another link was just put there: the event that says so is on its way.
    if (address() !== known) return;
    const hash = PAGE_LINK.encode(captureLink(view));
    if (hash === known || hash === beside) return;
    beside = null;
    replace(hash);
  }

  function replace(hash: string): void {
    const { pathname, search } = location;
    history.replaceState(history.state, '', `${pathname}${search}${hash && `#${hash}`}`);
    known = address();
  }

  function changed(): void {
    if (busy > 0) return;
    clearTimeout(timer);
    timer = setTimeout(write, QUIET);
  }

  async function opened(
    { state, problem }: ReadLink<PageLink>,
    opening: Promise<boolean>,
  ): Promise<void> {
    busy++;
    beside = null;
    // Those of a former link come no more.
    awaitEdits(view, null);
    const could = await opening.catch(() => false);
    busy--;
    if (busy === 0 && could) applyEdits(view, state);
    if (!could || problem !== null) beside = PAGE_LINK.encode(captureLink(view));
    changed();
  }

  function onHashChange(): void {
    const hash = address();
    if (hash === known) return;
    known = hash;
    clearTimeout(timer);
    const link = PAGE_LINK.decode(hash, STAYS);
    if (link.problem !== null) {
      // What is on the page, perhaps in training, is worth more than a link that nobody can read.
      session.messages.error(link.problem, { topic: 'address' });
      if (busy === 0) beside = PAGE_LINK.encode(captureLink(view));
      return;
    }
    session.messages.settle('address');
    void opened(link, bring(link.state));
  }

  async function bring(state: PageLink): Promise<boolean> {
    const could = await session.link.open(state);
    if (could) applyViews(view, state);
    return could;
  }

  async function open(text: string): Promise<string | null> {
    const link = PAGE_LINK.decode(text, STAYS);
    if (link.problem !== null) return link.problem;
    session.messages.settle('address');
    clearTimeout(timer);
    replace(text.replace(/^#/, ''));
    const could = bring(link.state);
    await opened(link, could);
    if (await could.catch(() => false)) return null;
    const { messages } = session.messages.store.getState();
    return (
      messages.findLast(({ topic }) => topic === 'link')?.text ?? 'The link could not be opened.'
    );
  }

  const begin = async (): Promise<boolean> => {
    const could = await opening;
    if (!could) applyViews(view, PAGE_LINK.fallback);
    return could;
  };

  const stop = onLinkChange(view, changed);
  window.addEventListener('hashchange', onHashChange);
  return {
    opened: opened(first, begin()),
    open,
    stop() {
      stop();
      window.removeEventListener('hashchange', onHashChange);
      clearTimeout(timer);
    },
  };
}
