/**
 * The pointer on the circuit: hover tells, click selects a neuron or chooses a synapse. A drag moves the neuron's spike, left to
 * earlier and right to later, or makes the synapse heavier or lighter, up or down.
 */
import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Circuit } from '../../view/circuit/circuit';
import { hit, type Hit } from '../../view/circuit/hit';
import { synapseWeight, type SynapseRef } from '../../view/circuit/synapse-words';
import { largestOf } from '../../view/neuron/field-values';
import type { View } from '../../view/view';
import { immovable, pointAt } from '../../view/what-if/take-spike';
import { ask } from '../../view/what-if/what-if';
import { directionOf } from '../kit/axis-drag';
import { useSpikeDrag } from '../kit/use-spike-drag';
import type { Pointed } from './pointed';
import { placeIn } from '../kit/place-in';

/** Pixels a pointer may be off a synapse. */
const REACH = { mouse: 5, touch: 14 };
/** Pixels of a drag that are the largest weight of the layer. */
const DRAG = 120;
/** Pixels of a drag that are a unit of time, as long as the input window. */
const DRAG_TIME = 300;
/** Pixels after which a press is a drag. */
const SLACK = 4;

interface Press {
  /** The pointer that presses: others do nothing till it goes up. */
  id: number;
  hit: Hit;
  x: number;
  y: number;
  /** Of a neuron: when it spiked. */
  time: number;
  /** Of a synapse: the weight it had, and the largest of its layer. */
  weight: number;
  scale: number;
  dragging: boolean;
}

export function usePointer(
  view: View,
  canvas: RefObject<HTMLCanvasElement | null>,
  pointed: StoreApi<Pointed>,
  circuitAt: () => Circuit | null,
) {
  const { playback } = view.session;
  const press = useRef<Press | null>(null);
  const drag = useSpikeDrag(view);

  const place = (event: { clientX: number; clientY: number }) => placeIn(canvas.current!, event);
  const find = (event: { clientX: number; clientY: number }, reach: number): Hit | null => {
    const circuit = circuitAt();
    return circuit && hit(circuit, place(event), reach);
  };
  const reachOf = ({ pointerType }: PointerEvent) =>
    pointerType === 'touch' ? REACH.touch : REACH.mouse;
  const point = (found: Hit | null, event: PointerEvent) => {
    const neuron = found?.kind === 'neuron' ? found.ref : null;
    playback.hover(neuron);
    pointAt(view, neuron && immovable(view, neuron) === null ? neuron : null);
    pointed.setState({
      hovered: found?.kind === 'synapse' ? found.synapse : null,
      at: found ? place(event) : null,
    });
  };
  const pressOn = (found: Hit, event: PointerEvent): Press => {
    const circuit = circuitAt()!;
    const { pointerId: id, clientX: x, clientY: y } = event;
    const base = { id, hit: found, x, y, dragging: false };
    if (found.kind === 'neuron') {
      const { layer, neuron } = found.ref;
      return { ...base, time: circuit.volleys[layer]!.times[neuron]!, weight: 0, scale: 0 };
    }
    const { weight, layer } = found.synapse;
    return { ...base, time: 0, weight, scale: largestOf(circuit.weights[layer - 1]!) || 1 };
  };

  /** Whether a press on a neuron has the pointer. */
  const dragNeuron = (held: Press, event: PointerEvent): boolean => {
    if (held.hit.kind !== 'neuron') return false;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (!drag.taken()) {
      const way = directionOf(event, dx, dy);
      if (way === null) return true;
      // Down scrolls the page, and a silent neuron has been told of.
      if (way === 'down' || !drag.take(held.hit.ref)) {
        press.current = null;
        return true;
      }
      held.dragging = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    pointed.setState({ hovered: null, at: place(event) });
    drag.to(held.time + dx / DRAG_TIME);
    return true;
  };

  // A finger that drags a synapse does not scroll the page; React's own listeners may not prevent it.
  const latest = useRef(find);
  useEffect(() => {
    latest.current = find;
  });
  useEffect(() => {
    const element = canvas.current?.parentElement;
    if (!element) return;
    const onTouch = (event: TouchEvent) => {
      const touch = event.touches[0];
      if (touch && latest.current(touch, REACH.touch)?.kind === 'synapse') event.preventDefault();
    };
    element.addEventListener('touchstart', onTouch, { passive: false });
    return () => element.removeEventListener('touchstart', onTouch);
  }, [canvas]);

  const leave = () => {
    playback.hover(null);
    pointAt(view, null);
    pointed.setState({ hovered: null, at: null });
  };

  const isAnother = ({ pointerId }: PointerEvent) =>
    press.current !== null && press.current.id !== pointerId;

  const release = (event: PointerEvent) => {
    if (isAnother(event)) return;
    press.current = null;
    drag.giveUp();
  };

  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || isAnother(event)) return;
      const found = find(event, reachOf(event));
      press.current = found && pressOn(found, event);
      if (found?.kind === 'synapse') event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      if (isAnother(event)) return;
      const held = press.current;
      if (held && !(event.buttons & 1)) return release(event);
      if (held && dragNeuron(held, event)) return;
      if (held?.hit.kind !== 'synapse') {
        point(find(event, reachOf(event)), event);
        return;
      }
      const up = held.y - event.clientY;
      if (!held.dragging && Math.abs(up) < SLACK) return;
      held.dragging = true;
      const { synapse } = held.hit;
      pointed.setState({ chosen: refOf(synapse), hovered: refOf(synapse), at: null });
      const value = Number((held.weight + (up / DRAG) * held.scale).toPrecision(4));
      const { layer, pre, post } = synapse;
      ask(view, { kind: 'weight', layer, postsynaptic: post, presynaptic: pre, value }, true);
    },
    onPointerUp(event: PointerEvent) {
      if (isAnother(event)) return;
      const held = press.current;
      press.current = null;
      drag.letGo();
      if (!held || held.dragging) return;
      const found = find(event, reachOf(event));
      if (held.hit.kind === 'synapse') pointed.setState({ chosen: refOf(held.hit.synapse) });
      else if (found?.kind === 'neuron') {
        const { selected } = playback.store.getState();
        const { layer, neuron } = found.ref;
        const same = selected?.layer === layer && selected.neuron === neuron;
        pointed.setState({ chosen: null });
        playback.select(same ? null : found.ref);
      }
    },
    onPointerCancel: release,
    onPointerLeave: leave,
    onBlur: leave,
  };
}

const refOf = ({ layer, pre, post }: SynapseRef): SynapseRef => ({ layer, pre, post });

/** The weight of a synapse as it is on show; null where there is none. */
export function shownWeight({ derived }: View, synapse: SynapseRef): number | null {
  const { spec, weights } = derived.pair();
  return weights && synapseWeight(spec, weights, synapse);
}
