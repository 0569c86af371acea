/** A link to the page: what the session says of itself, and how its views and panels stand. */
import { slice } from '../../data/image-set';
import { sameData } from '../../session/data/data-id';
import { standing } from '../../model/explain-what-if';
import { encodeLink } from '../../session/link/link-format';
import type { LinkState } from '../../session/link/link-table';
import { hidePanels, panelsStore } from '../panels';
import { sampleName } from '../words/stimulus-name';
import type { Compare } from '../view-state';
import type { View } from '../view';

const rounded = (t: number) => Math.round(t * 1e4) / 1e4;

/** What a link says of a comparison: nothing of epochs, whose weights it cannot bring, nor of drawings and other data sets. */
function comparisonOf(compare: Compare | null, data: string): LinkState['compare'] {
  if (compare?.kind === 'counterpart') return 'counterpart';
  if (compare?.kind !== 'pinned' || !compare.sample || !sameData(compare.sample.data, data))
    return null;
  const { role, index } = compare.sample;
  return { role, index };
}

export function captureLink(view: View): LinkState {
  const { session } = view;
  const { shows, sort, ghost, compare, window, errors, focus, edits } = view.store.getState();
  const stretch = window && { start: rounded(window.start), end: rounded(window.end) };
  const captured = session.link.capture();
  return {
    ...captured,
    shows,
    sort,
    ghost,
    compare: comparisonOf(compare, captured.data),
    errors,
    focus,
    window: stretch,
    edits: standing(edits),
    hide: [...panelsStore.getState().hidden],
  };
}

/** Sets the views and panels as a link says; the session opens the rest. */
export function applyViews(view: View, state: LinkState): void {
  const { shows, sort, ghost, window, errors, focus, hide } = state;
  const compare = compareOf(state);
  view.store.setState({ shows, sort, ghost, compare, window, errors, focus });
  hidePanels(hide);
}

function compareOf({ compare, data }: LinkState): Compare | null {
  if (compare === null) return null;
  if (compare === 'counterpart') return { kind: 'counterpart' };
  const { role, index } = compare;
  return {
    kind: 'pinned',
    image: null,
    name: sampleName(role, index),
    sample: { data, ...compare },
  };
}

/** Sets what of a link waits for a data set or an image; the returned function gives that up. */
export function applyLater(view: View, state: LinkState): () => void {
  const stops = [applyPinned(view), applyEdits(view, state)];
  return () => stops.forEach((stop) => stop());
}

/** Fills in the sample that a link compares with once its data set is there. */
function applyPinned(view: View): () => void {
  const { session } = view;
  const look = () => {
    const { compare } = view.store.getState();
    if (compare?.kind !== 'pinned' || compare.image || !compare.sample) return stop();
    const { data, role, index } = compare.sample;
    const { id, [role]: part } = session.data.store.getState();
    if (!sameData(id, data) || !part.set) return;
    stop();
    if (index >= part.set.count) return;
    const label = part.set.labels[index]!;
    const image = slice(part.set, index, index + 1);
    view.store.setState({ compare: { ...compare, image, name: sampleName(role, index, label) } });
  };
  const unsubscribe = session.data.store.subscribe(look);
  function stop() {
    unsubscribe();
  }
  look();
  return stop;
}

/** Sets the what-ifs of a link once what they change is there; the returned function gives that up. */
function applyEdits(view: View, state: LinkState): () => void {
  const { session } = view;
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
    timer = setTimeout(() => view.store.setState({ edits, undone: [] }));
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
