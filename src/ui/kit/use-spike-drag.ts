/** A spike dragged in time by a pointer: Escape, or a page that goes away, gives it up. */
import { useEffect, useRef } from 'react';
import type { NeuronRef } from '../../session/stimulus/playback';
import type { View } from '../../view/view';
import { takeSpike, type HeldSpike } from '../../view/what-if/take-spike';

export interface SpikeDrag {
  /** Whether it was taken; a silent neuron has none. */
  take: (ref: NeuronRef) => boolean;
  to: (time: number) => void;
  letGo: () => void;
  giveUp: () => void;
  /** Whether the pointer that is down took a spike, be it given up since: nothing else follows its moves. */
  taken: () => boolean;
}

export function useSpikeDrag(view: View): SpikeDrag {
  const held = useRef<HeldSpike | null>(null);
  const stop = useRef(() => {});
  useEffect(
    () => () => {
      held.current?.giveUp();
      stop.current();
    },
    [view],
  );
  function end(): void {
    held.current = null;
    stop.current();
  }
  return {
    take(ref) {
      const spike = takeSpike(view, ref, requestAnimationFrame);
      held.current = spike;
      if (!spike) return false;
      const onKeyDown = (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        // Before it selects no neuron.
        event.stopPropagation();
        event.preventDefault();
        spike.giveUp();
      };
      window.addEventListener('keydown', onKeyDown, true);
      stop.current = () => window.removeEventListener('keydown', onKeyDown, true);
      return true;
    },
    to: (time) => held.current?.to(time),
    letGo() {
      held.current?.letGo();
      end();
    },
    giveUp() {
      held.current?.giveUp();
      end();
    },
    taken: () => held.current !== null,
  };
}
