import { useEffect } from 'react';
import { TARGETS, type TargetName } from '../../learn/targets';
import { reveal, Ring } from '../kit/ring';

/** A ring around what a step is about, which it brings into sight. */
export function StepRing({ name, lit }: { name: TargetName; lit: boolean }) {
  const target = TARGETS[name];
  useEffect(() => {
    return lit ? reveal(target) : undefined;
    // A step that is done already is not pointed at when it is looked at again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [target]);
  return (
    <Ring
      around={target}
      marks={{ 'data-testid': 'lesson-ring', 'data-target': name, 'data-lit': lit }}
    />
  );
}
