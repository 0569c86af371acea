/** What the network looks at, in words. */
import type { DataRole } from '../../engine/engine';
import type { Session } from '../../session/session';
import { formatCount } from '../../words/numbers';

/** "test image 13 (label 7)" of index 12: people count from 1, as do all views. Without a label where it is not known. */
export function sampleName(role: DataRole, index: number, label?: number): string {
  const name = `${role === 'test' ? 'test' : 'training'} image ${formatCount(index + 1)}`;
  return label === undefined ? name : `${name} (label ${label})`;
}

/** "test image 13 (label 7)", "a drawing". */
export function stimulusName(session: Session): string {
  const { kind, sample } = session.stimulus.store.getState();
  if (kind !== 'sample' || !sample) return 'a drawing';
  return sampleName(sample.role, sample.index, sample.label);
}
