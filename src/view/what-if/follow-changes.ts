/** What becomes of the what-ifs when what they speak of changes: other weights, another image, the image that a link's are for. */
import type { Edit } from '../../model/explain-what-if';
import type { StimulusState } from '../../session/stimulus/stimulus';
import type { View } from '../view';
import type { AwaitedEdits, ViewState } from '../view-state';
import { KEPT, revert } from './what-if';

const isOf = ({ image }: AwaitedEdits, { kind, sample }: StimulusState): boolean =>
  image === 'drawing'
    ? kind === 'drawing'
    : sample?.role === image.role && sample.index === image.index;

/** With another image, in one step: those of a link that are for it; else those that hold whatever the image is, which moved spikes do not. */
function withImage(state: ViewState, stimulus: StimulusState): Partial<ViewState> {
  const { edits, undone, awaited } = state;
  if (awaited && isOf(awaited, stimulus)) {
    return { edits: awaited.edits, undone: [], awaited: null };
  }
  const stays = (edit: Edit) => edit.kind !== 'time';
  if ([...edits, ...undone].every(stays)) return state;
  return { edits: edits.filter(stays), undone: undone.filter(stays) };
}

/** Sets the what-ifs of a link: at once where their image is on show, else together with it. null gives up those that wait. */
export function awaitEdits({ session, store }: View, awaited: AwaitedEdits | null): void {
  if (awaited && isOf(awaited, session.stimulus.store.getState())) {
    store.setState({ edits: awaited.edits, undone: [], awaited: null });
  } else {
    store.setState({ awaited });
  }
}

/** Views whose page is just being replaced as a whole. */
const replaced = new WeakSet<View>();

/** While the page is put back, or becomes that of a link or lesson, nobody is told that its what-ifs end. */
export async function replacingPage<T>(view: View, work: () => Promise<T>): Promise<T> {
  replaced.add(view);
  try {
    return await work();
  } finally {
    replaced.delete(view);
  }
}

/** From now on what-ifs that no longer mean anything end. */
export function followChanges(view: View): void {
  const { session, store } = view;
  session.network.store.subscribe((now, before) => {
    if (now.version === before.version && now.spec === before.spec) return;
    const { edits, undone } = store.getState();
    if (edits.length + undone.length === 0) return;
    revert(view);
    // They are the network now.
    const kept = now.origin !== before.origin && now.origin.name === KEPT;
    if (edits.length === 0 || kept || replaced.has(view)) return;
    session.messages.note('The network has changed, so the what-ifs are taken back.', {
      topic: 'what-if',
    });
  });
  session.stimulus.store.subscribe((now, before) => {
    if (now.image !== before.image) store.setState((state) => withImage(state, now));
  });
}
