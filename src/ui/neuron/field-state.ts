/** What a neuron's image shows, from the session's stores. */
import type { NetworkSpec } from '../../model/network';
import type { NeuronRef } from '../../session/playback';
import type { Session } from '../../session/session';
import { derivedOf } from '../spikes/derive';
import { isPacked, layerName } from '../spikes/names';
import type { FieldState } from './draw-field';
import { fieldLayer, fieldValues, largestOf, type FieldKind } from './field-values';
import { layerGrid, placeGrid } from './grid';

/** In a box of width x height; null where nothing is known yet. */
export function fieldState(
  session: Session,
  ref: NeuronRef,
  show: FieldKind,
  width: number,
  height: number,
): FieldState | null {
  const derived = derivedOf(session);
  const { spec, run } = derived.scene();
  const values = fieldValues(derived, ref, show);
  if (!run || !values) return null;
  const other = fieldLayer(show, ref.layer);
  const grid = layerGrid(spec, other);
  const { hovered } = session.playback.store.getState();
  return {
    grid,
    place: placeGrid(grid, width, height),
    values,
    largest: largestOf(values),
    times: run.layers[other]!.times,
    rings: show !== 'pixels',
    until: derived.explanation(ref)?.at ?? Infinity,
    highlighted: hovered?.layer === other ? hovered.neuron : null,
  };
}

export function fieldCaption(spec: NetworkSpec, show: FieldKind, other: number): string {
  const cells = other === 0 && isPacked(spec) ? ', a cell a patch' : '';
  if (show === 'pixels') return `What each pixel's spike adds, through all layers${cells}`;
  const as = other === 0 ? `as the image${cells}` : `as ${layerName(spec, other)}, row by row`;
  return `${show === 'incoming' ? 'Incoming' : 'Outgoing'} weights, ${as}; spikes ringed`;
}
