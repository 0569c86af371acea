/** What the network looks at, in words. */
import type { ImageSize } from '../../data/image-set';
import { nounOf } from '../../data/noun';
import { isPointSize } from '../../data/points/point';
import { className } from '../../model/class-names';
import type { DataRole } from '../../engine/engine';
import type { Session } from '../../session/session';
import { formatCount } from '../../words/numbers';

/**
 * "test image 13 (label 7)" of index 12, "test point 13": people count from 1, as do all views. Without a label where it is not known.
 * @param of how large the samples are, which says what one is called
 */
export function sampleName(of: ImageSize, role: DataRole, index: number, label?: string): string {
  const name = `${role === 'test' ? 'test' : 'training'} ${nounOf(of).one} ${formatCount(index + 1)}`;
  return label === undefined ? name : `${name} (label ${label})`;
}

/** "test image 13 (label 7)", "a drawing", "a picture", "a point of your own". */
export function stimulusName(session: Session): string {
  const { kind, sample, picture, ...size } = session.stimulus.store.getState();
  if (picture) return 'a picture';
  if (kind !== 'sample' || !sample) return ownName(size);
  return sampleName(
    size,
    sample.role,
    sample.index,
    className(session.network.store.getState().spec, sample.label),
  );
}

const ownName = (size: ImageSize): string =>
  isPointSize(size) ? 'a point of your own' : 'a drawing';
