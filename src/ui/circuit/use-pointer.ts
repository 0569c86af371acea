/** The pointer on the circuit: hover tells, click selects a neuron or chooses a synapse, which a drag up or down makes heavier or lighter. */
import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Circuit } from '../../view/circuit/circuit';
import { hit, type Hit } from '../../view/circuit/hit';
import { synapseWeight, type SynapseRef } from '../../view/circuit/synapse-words';
import { largestOf } from '../../view/neuron/field-values';
import type { View } from '../../view/view';
import { ask } from '../../view/what-if/what-if';
import type { Pointed } from './pointed';

/** Pixels a pointer may be off a synapse. */
const REACH = { mouse: 5, touch: 14 };
/** Pixels of a drag that are the largest weight of the layer. */
const DRAG = 120;
/** Pixels after which a press is a drag. */
const SLACK = 4;

interface Press {
  hit: Hit;
  y: number;
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

  const place = (event: { clientX: number; clientY: number }) => {
    const box = canvas.current!.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const find = (event: { clientX: number; clientY: number }, reach: number): Hit | null => {
    const circuit = circuitAt();
    return circuit && hit(circuit, place(event), reach);
  };
  const reachOf = ({ pointerType }: PointerEvent) =>
    pointerType === 'touch' ? REACH.touch : REACH.mouse;
  const point = (found: Hit | null, event: PointerEvent) => {
    playback.hover(found?.kind === 'neuron' ? found.ref : null);
    pointed.setState({
      hovered: found?.kind === 'synapse' ? found.synapse : null,
      at: found ? place(event) : null,
    });
  };
  const pressOn = (found: Hit, event: PointerEvent): Press => {
    const circuit = circuitAt()!;
    const base = { hit: found, y: event.clientY, dragging: false };
    if (found.kind === 'neuron') return { ...base, weight: 0, scale: 0 };
    const { weight, layer } = found.synapse;
    return { ...base, weight, scale: largestOf(circuit.weights[layer - 1]!) || 1 };
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
    pointed.setState({ hovered: null, at: null });
  };

  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      const found = find(event, reachOf(event));
      press.current = found && pressOn(found, event);
      if (found?.kind === 'synapse') event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const held = press.current;
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
      const held = press.current;
      press.current = null;
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
    onPointerCancel() {
      press.current = null;
    },
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
