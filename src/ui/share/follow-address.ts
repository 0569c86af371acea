/** Keeps the address true to the page, so that it can be copied at any time, and opens another link that is put there. */
import { STAYS, type ReadLink } from '../../session/link/link-format';
import { PAGE_LINK, type PageLink } from '../../view/link/page-format';
import { awaitEdits } from '../../view/what-if/follow-changes';
import { applyEdits, applyViews, captureLink } from '../../view/link/page-link';
import type { View } from '../../view/view';

/** Milliseconds without a change before the address is written: browsers allow about three writes a second. */
const QUIET = 400;

/**
 * @param first the link that the page opens with
 * @param opening resolves to whether the page could be what `first` says
 */
export function followAddress(
  view: View,
  first: ReadLink<PageLink>,
  opening: Promise<boolean>,
): () => void {
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
    const open = async (): Promise<boolean> => {
      const could = await session.link.open(link.state);
      if (could) applyViews(view, link.state);
      return could;
    };
    void opened(link, open());
  }

  const begin = async (): Promise<boolean> => {
    const could = await opening;
    if (!could) applyViews(view, PAGE_LINK.fallback);
    return could;
  };

  const { network, training, data, stimulus, playback } = session;
  const stops = [
    network.store.subscribe((s, before) => {
      if (s.spec !== before.spec || s.origin !== before.origin) changed();
    }),
    training.store.subscribe((s, before) => {
      // Of the weights a link says only whether they were trained.
      if (s.settings !== before.settings || s.step > 0 !== before.step > 0) changed();
    }),
    data.store.subscribe((s, before) => {
      if (s.id !== before.id) changed();
    }),
    stimulus.store.subscribe(changed),
    playback.store.subscribe((s, before) => {
      if (s.selected !== before.selected || (!s.playing && s.t !== before.t)) changed();
      else if (s.playing !== before.playing) changed();
    }),
    view.store.subscribe(changed),
  ];
  window.addEventListener('hashchange', onHashChange);
  void opened(first, begin());
  return () => {
    stops.forEach((stop) => stop());
    window.removeEventListener('hashchange', onHashChange);
    clearTimeout(timer);
  };
}
