import { useEffect } from 'react';
import type { Step } from '../../learn/lesson';
import { TARGETS } from '../../learn/targets';
import { reveal, Ring } from '../kit/ring';
import { useSession } from '../kit/session-context';
import { useTabbed } from '../kit/use-tabbed';

/** A ring around what a step is about, which it brings into sight; on a narrow page what comes next as well, once it does. */
export function StepRing({ step, lit }: { step: Step; lit: boolean }) {
  const { playback } = useSession();
  const tabbed = useTabbed();
  const target = TARGETS[step.light];
  const next = step.sees && TARGETS[step.sees];
  useEffect(() => {
    return lit ? reveal(target) : undefined;
    // A step that is done already is not pointed at when it is looked at again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [target]);
  useEffect(() => {
    if (!next || !tabbed) return undefined;
    let stop = (): void => undefined;
    const unsubscribe = playback.store.subscribe((now, before) => {
      const selected = now.selected !== null && now.selected !== before.selected;
      if (!selected && !(now.playing && !before.playing)) return;
      stop();
      stop = reveal(next);
    });
    return () => {
      unsubscribe();
      stop();
    };
  }, [next, tabbed, playback]);
  return (
    <Ring
      around={target}
      marks={{ 'data-testid': 'lesson-ring', 'data-target': step.light, 'data-lit': lit }}
    />
  );
}
