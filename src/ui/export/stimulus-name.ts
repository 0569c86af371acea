/** What the network looks at, in words. */
import type { Session } from '../../session/session';

/** "test image 12 (label 7)", "a drawing". */
export function stimulusName(session: Session): string {
  const { kind, sample } = session.stimulus.store.getState();
  if (kind !== 'sample' || !sample) return 'a drawing';
  return `${sample.role === 'test' ? 'test' : 'training'} image ${sample.index} (label ${sample.label})`;
}
