/** What a neuron's image shows, from the session's stores. */
import { isPointSize, POINT_INPUTS } from '../../../data/points/point';
import { layerPlans } from '../../../model/layers';
import { hasBothPolarities, type NetworkSpec } from '../../../model/network';
import type { NeuronRef } from '../../../session/stimulus/playback';
import { isConvolution, isPacked, layerName } from '../../../view/words/names';
import type { FieldState } from './draw-field';
import { fieldFrame } from '../../../view/layout/field-frame';
import {
  fieldLayer,
  fieldNeurons,
  fieldValues,
  largestOf,
  type FieldKind,
} from '../../../view/neuron/field-values';
import { layerGrid, mapsGrid, placeGrid, type Grid } from '../../../view/layout/grid';
import type { View } from '../../../view/view';

/** The cells of a neuron's image in a box of this aspect. */
export function fieldGrid(
  spec: NetworkSpec,
  ref: NeuronRef,
  show: FieldKind,
  aspect: number,
): Grid {
  if (show !== 'kernel') return layerGrid(spec, fieldLayer(show, ref.layer), aspect);
  const { kernel, before } = layerPlans(spec)[ref.layer - 1]!.patch!;
  return mapsGrid({ columns: kernel, rows: kernel, channels: before.channels }, aspect);
}

/** In a box of width x height; null where nothing is known yet. */
export function fieldState(
  view: View,
  ref: NeuronRef,
  show: FieldKind,
  width: number,
  height: number,
): (FieldState & { neurons: Uint32Array | null }) | null {
  const { session, derived } = view;
  const { spec, run } = derived.pair();
  const values = fieldValues(derived, ref, show);
  if (!run || !values) return null;
  const other = fieldLayer(show, ref.layer);
  const grid = fieldGrid(spec, ref, show, width / height);
  const neurons = fieldNeurons(spec, ref, show);
  const { times } = run.layers[other]!;
  const { hovered } = session.playback.store.getState();
  const lit = hovered?.layer === other ? hovered.neuron : null;
  const cell = lit !== null && neurons ? neurons.indexOf(lit) : lit;
  return {
    grid,
    place: placeGrid(grid, width, height),
    values,
    largest: largestOf(values),
    times: neurons ? Float32Array.from(neurons, (i) => times[i]!) : times,
    rings: show !== 'pixels',
    until: derived.explanation(ref)?.at ?? Infinity,
    highlighted: cell === -1 ? null : cell,
    frame: show === 'kernel' ? null : fieldFrame(spec, ref, other),
    neurons,
  };
}

/** @param ref the neuron whose image it is */
export function fieldCaption(spec: NetworkSpec, show: FieldKind, ref: NeuronRef): string {
  const other = fieldLayer(show, ref.layer);
  const cells = other === 0 && isPacked(spec) ? ', a cell a patch' : '';
  const framed = isConvolution(spec, ref.layer) && show !== 'outgoing';
  if (show === 'pixels') {
    const seen = framed ? '; framed: all it can see' : '';
    const each = isPointSize(spec.input) ? 'input' : 'pixel';
    return `What each ${each}'s spike adds, through all layers${cells}; ▨\u00a0takes away${seen}`;
  }
  const maps = isConvolution(spec, other);
  const both = other === 0 && hasBothPolarities(spec);
  if (show === 'kernel') {
    const { positions } = layerPlans(spec)[ref.layer - 1]!;
    return `The weights that all ${positions} positions share${maps ? ', a square a channel' : both ? ', of ink and of paper' : ''}; □\u00a0spikes of this patch, ▨\u00a0below\u00a00`;
  }
  const as =
    other === 0
      ? isPointSize(spec.input)
        ? `from ${POINT_INPUTS.join(', ')}`
        : both
          ? 'of ink and of paper'
          : `as the image${cells}`
      : maps
        ? `on the maps of ${layerName(spec, other)}`
        : `as ${layerName(spec, other)}, row by row`;
  const patch = framed ? '; framed: its patch' : '';
  return `${show === 'outgoing' ? 'Outgoing' : 'Incoming'} weights, ${as}${patch}; □\u00a0spikes, ▨\u00a0below\u00a00`;
}
