/** A link to the page: what the session says of itself, and how its views and panels stand. */
import type { Session } from '../../session/session';
import { standing } from '../../model/explain-what-if';
import { encodeLink } from '../../session/link';
import type { LinkState } from '../../session/link-table';
import { hidePanels, panelsStore } from '../app/shown-panels';
import { spikesView } from '../spikes/view';

const rounded = (t: number) => Math.round(t * 1e4) / 1e4;

export function captureLink(session: Session): LinkState {
  const { shows, sort, ghost, window, errors, focus, edits } = spikesView(session).getState();
  const stretch = window && { start: rounded(window.start), end: rounded(window.end) };
  return {
    ...session.link.capture(),
    shows,
    sort,
    ghost,
    errors,
    focus,
    window: stretch,
    edits: standing(edits),
    hide: [...panelsStore.getState().hidden],
  };
}

/** Sets the views and panels as a link says; the session opens the rest. */
export function applyViews(session: Session, state: LinkState): void {
  const { shows, sort, ghost, window, errors, focus, hide } = state;
  spikesView(session).setState({ shows, sort, ghost, window, errors, focus });
  hidePanels(hide);
}

/** Sets the what-ifs of a link once what they change is there; the returned function gives that up. */
export function applyEdits(session: Session, state: LinkState): () => void {
  const { draw, edits, of, sample: index } = state;
  if (edits.length === 0) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    unsubscribe();
    clearTimeout(timer);
  };
  const look = () => {
    const { kind, sample } = session.stimulus.store.getState();
    const shown = draw ? kind === 'drawing' : sample?.role === of && sample.index === index;
    if (!shown) return;
    unsubscribe();
    // A new image ends what-ifs: after that.
    timer = setTimeout(() => spikesView(session).setState({ edits, undone: [] }));
  };
  const unsubscribe = session.stimulus.store.subscribe(look);
  look();
  return stop;
}

/** The address that opens the page as it is; an engine that was forced here is everybody's own choice elsewhere. */
export function addressOf(state: LinkState, here: string): string {
  const url = new URL(here);
  url.searchParams.delete('engine');
  url.searchParams.delete('embed');
  url.hash = encodeLink(state);
  return url.href;
}

/** A frame for slides and course pages that shows `panels` alone. */
export function embedCode(state: LinkState, panels: readonly string[], here: string): string {
  const url = new URL(addressOf({ ...state, hide: [] }, here));
  url.search = `?embed=${panels.join(',')}`;
  const address = url.href.replaceAll('&', '&amp;');
  return `<iframe src="${address}" title="MT-Spike Playground" width="100%" height="600" allow="cross-origin-isolated"></iframe>`;
}
