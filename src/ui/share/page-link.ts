/** A link to the page: what the session says of itself, and how its views and panels stand. */
import type { Session } from '../../session/session';
import { encodeLink } from '../../session/link';
import type { LinkState } from '../../session/link-table';
import { hidePanels, panelsStore } from '../app/shown-panels';
import { spikesView } from '../spikes/view';

const rounded = (t: number) => Math.round(t * 1e4) / 1e4;

export function captureLink(session: Session): LinkState {
  const { sort, ghost, window, errors, focus } = spikesView(session).getState();
  const stretch = window && { start: rounded(window.start), end: rounded(window.end) };
  return {
    ...session.link.capture(),
    sort,
    ghost,
    errors,
    focus,
    window: stretch,
    hide: [...panelsStore.getState().hidden],
  };
}

/** Sets the views and panels as a link says; the session opens the rest. */
export function applyViews(session: Session, state: LinkState): void {
  const { sort, ghost, window, errors, focus, hide } = state;
  spikesView(session).setState({ sort, ghost, window, errors, focus });
  hidePanels(hide);
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
