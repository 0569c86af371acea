/** The sample that a link compares with: it stands by its place alone until its data set is there. */
import { slice } from '../../data/image-set';
import { className } from '../../model/class-names';
import { sameData } from '../../session/data/data-id';
import type { View } from '../view';
import { sampleName } from '../words/stimulus-name';

/** Fills in its image where that can be had now. */
export function fillPinned({ session, store }: View): void {
  const { compare } = store.getState();
  if (compare?.kind !== 'pinned' || compare.image || !compare.sample) return;
  const { data, role, index } = compare.sample;
  const { id, [role]: part } = session.data.store.getState();
  if (!sameData(id, data) || !part.set || index >= part.set.count) return;
  const { spec } = session.network.store.getState();
  const name = sampleName(part.set, role, index, className(spec, part.set.labels[index]!));
  store.setState({ compare: { ...compare, image: slice(part.set, index, index + 1), name } });
}

/** Fills it in once its data set comes. */
export function followPinned(view: View): void {
  view.session.data.store.subscribe(() => fillPinned(view));
}
