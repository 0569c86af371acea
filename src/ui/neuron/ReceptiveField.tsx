import { useMemo, useRef, type PointerEvent } from 'react';
import type { NetworkSpec } from '../../model/network';
import type { NeuronRef } from '../../session/playback';
import { useSession, useStoreOf } from '../kit/session-context';
import { useCanvas, type Draw } from '../kit/use-canvas';
import { derivedOf } from '../spikes/derive';
import { isPacked, layerName, neuronName } from '../spikes/names';
import { spikesView } from '../spikes/view';
import { drawField } from './draw-field';
import { fieldLayer, fieldValues, largestOf, type FieldKind } from './field-values';
import { cellAt, layerGrid, placeGrid, type Grid, type GridPlace } from './grid';
import styles from './neuron.module.css';

interface Props {
  neuron: NeuronRef;
  show: FieldKind;
}

/** Weights or contributions laid out as the image or as a layer, with the sample's spikes ringed; hover tells, click selects. */
export function ReceptiveField({ neuron, show }: Props) {
  const session = useSession();
  const { layer, neuron: index } = neuron;
  const other = fieldLayer(show, layer);
  const shown = useRef<{ grid: Grid; place: GridPlace } | null>(null);
  const draw = useMemo<Draw>(
    () =>
      (ctx, { width, height, palette }) => {
        const derived = derivedOf(session);
        const { spec, run } = derived.scene();
        const values = fieldValues(derived, { layer, neuron: index }, show);
        shown.current = null;
        if (!run || !values) return;
        const grid = layerGrid(spec, other);
        const place = placeGrid(grid, width, height);
        shown.current = { grid, place };
        const { hovered } = session.playback.store.getState();
        drawField(ctx, palette, {
          grid,
          place,
          values,
          largest: largestOf(values),
          times: run.layers[other]!.times,
          rings: show !== 'pixels',
          until: derived.explanation({ layer, neuron: index })?.at ?? Infinity,
          highlighted: hovered?.layer === other ? hovered.neuron : null,
        });
      },
    [session, show, layer, index, other],
  );
  const { ref } = useCanvas(draw, [
    session.playback.store,
    session.spikes.store,
    session.network.store,
    spikesView(session),
  ]);
  const spec = useStoreOf(session.network.store, (s) => s.spec);

  const find = (event: { clientX: number; clientY: number }): NeuronRef | null => {
    if (!shown.current || !ref.current) return null;
    const box = ref.current.getBoundingClientRect();
    const { grid, place } = shown.current;
    const cell = cellAt(grid, place, event.clientX - box.left, event.clientY - box.top);
    return cell === null ? null : { layer: other, neuron: cell };
  };
  const caption = fieldCaption(spec, show, other);
  return (
    <figure className={styles.field}>
      <div className={styles.weights}>
        <canvas
          ref={ref}
          className={styles.drawn}
          role="img"
          aria-label={`${neuronName(spec, neuron)}: ${caption}`}
          onPointerMove={(event: PointerEvent) => session.playback.hover(find(event))}
          onPointerLeave={() => session.playback.hover(null)}
          onClick={(event) => {
            const found = find(event);
            if (found) session.playback.select(found);
          }}
        />
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

function fieldCaption(spec: NetworkSpec, show: FieldKind, other: number): string {
  const cells = other === 0 && isPacked(spec) ? ', a cell a patch' : '';
  if (show === 'pixels') return `What each pixel's spike adds, through all layers${cells}`;
  const as = other === 0 ? `as the image${cells}` : `as ${layerName(spec, other)}, row by row`;
  return `${show === 'incoming' ? 'Incoming' : 'Outgoing'} weights, ${as}; spikes ringed`;
}
