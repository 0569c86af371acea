/** A link to the page as it is, and the page as a link says. */
import { slice } from '../../data/image-set';
import { sameData } from '../../session/data/data-id';
import type { View } from '../view';
import { sampleName } from '../words/stimulus-name';
import type { PageLink } from './page-format';
import { eachPart, type PartsLinked, type PartStates } from './parts';

export function captureLink({ session, store }: View): PageLink {
  const said = session.link.capture();
  const state = store.getState();
  const parts = eachPart.map(([key, { toLink }]) => [key, toLink(state[key], said)]);
  return { ...said, ...(Object.fromEntries(parts) as unknown as PartsLinked) };
}

/** Sets how the page is looked at as a link says, but for what waits for its image; the session opens the rest. */
export function applyViews(view: View, link: PageLink): void {
  const parts = eachPart.map(([key, { fromLink }]) => [key, fromLink(link[key], link)]);
  const { edits: _, ...now } = Object.fromEntries(parts) as unknown as PartStates;
  view.store.setState(now);
}

/** Sets what of a link waits for a data set or an image; the returned function gives that up. */
export function applyLater(view: View, link: PageLink): () => void {
  const stops = [applyPinned(view), applyEdits(view, link)];
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
function applyEdits(view: View, state: PageLink): () => void {
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
