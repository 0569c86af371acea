/** The pointer on the potential's plot: it reads the trace; a drag moves a presynaptic spike where one is under it, else the cursor. */
import { useRef, useState, type PointerEvent } from 'react';
import type { NeuronRef } from '../../session/stimulus/playback';
import { toTime, toX, type TimeScale } from '../../view/time/time-axis';
import type { View } from '../../view/view';
import { pointAt } from '../../view/what-if/take-spike';
import { directionOf, useAxisDrag } from '../kit/axis-drag';
import { presynapticAt } from '../kit/draw/draw-potential';
import { useSpikeDrag } from '../kit/use-spike-drag';
import { placeIn } from '../kit/place-in';

/** Pixels a pointer may be off a presynaptic spike. */
const REACH = { mouse: 5, touch: 20 };

type Handled = PointerEvent<HTMLElement>;

interface Down {
  id: number;
  x: number;
  y: number;
  spike: NeuronRef;
  /** Pixels that the pointer is right of the spike. */
  off: number;
}

/** @param scaleNow of the plot as it is drawn; @param reads is told the time under the pointer, null when it leaves */
export function useTracePointer(
  view: View,
  { layer, neuron }: NeuronRef,
  scaleNow: () => TimeScale,
  reads: (t: number | null) => void,
) {
  const drag = useSpikeDrag(view);
  const down = useRef<Down | null>(null);
  const [dragging, setDragging] = useState(false);
  const placeOf = (event: Handled) => ({
    ...placeIn(event.currentTarget, event),
    height: event.currentTarget.clientHeight,
  });
  const timeAt = (event: Handled) => {
    const scale = scaleNow();
    return Math.min(Math.max(toTime(scale, placeOf(event).x), 0), scale.end);
  };
  const axis = useAxisDrag((event) => view.session.playback.seek(timeAt(event)));

  const spikeAt = (event: Handled): Omit<Down, 'id'> | null => {
    const explanation = view.derived.explanation({ layer, neuron });
    if (!explanation) return null;
    const place = placeOf(event);
    const finger = event.pointerType === 'touch';
    const reach = finger ? REACH.touch : REACH.mouse;
    const scale = scaleNow();
    const found = presynapticAt(explanation, scale, place, { reach, finger });
    return (
      found && {
        x: event.clientX,
        y: event.clientY,
        spike: { layer: layer - 1, neuron: found.presynaptic },
        off: place.x - toX(scale, found.time),
      }
    );
  };
  const end = (event: Handled, how: 'letGo' | 'giveUp') => {
    if (down.current?.id !== event.pointerId) return false;
    down.current = null;
    drag[how]();
    setDragging(false);
    return true;
  };

  return {
    dragging,
    handlers: {
      onPointerDown(event: Handled) {
        const found = event.button === 0 && !down.current ? spikeAt(event) : null;
        if (!found) return axis.onPointerDown(event);
        down.current = { id: event.pointerId, ...found };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove(event: Handled) {
        reads(timeAt(event));
        const d = down.current;
        if (d === null || event.pointerId !== d.id) {
          if (event.buttons === 0) pointAt(view, spikeAt(event)?.spike ?? null);
          return axis.onPointerMove(event);
        }
        if (!(event.buttons & 1)) return void end(event, 'giveUp');
        if (!drag.taken()) {
          const way = directionOf(event, event.clientX - d.x, event.clientY - d.y);
          if (way === 'down') return void end(event, 'giveUp');
          if (way !== 'across' || !drag.take(d.spike)) return;
          setDragging(true);
        }
        drag.to(toTime(scaleNow(), placeOf(event).x - d.off));
      },
      onPointerUp(event: Handled) {
        const pressed = down.current?.id === event.pointerId && !drag.taken();
        if (!end(event, 'letGo')) return axis.onPointerUp(event);
        if (pressed) view.session.playback.seek(timeAt(event));
      },
      onPointerCancel(event: Handled) {
        if (!end(event, 'giveUp')) axis.onPointerCancel(event);
      },
      onPointerLeave() {
        reads(null);
        pointAt(view, null);
      },
    },
  };
}
