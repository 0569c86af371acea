import { useMemo, useRef, type PointerEvent } from 'react';
import type { NeuronRef } from '../../session/playback';
import { useSession, useStoreOf } from '../kit/session-context';
import { useCanvas, type Draw } from '../kit/use-canvas';
import { derivedOf } from '../spikes/derive';
import { isPacked, layerName, neuronName } from '../spikes/names';
import { drawField } from './draw-field';
import { cellAt, layerGrid, placeGrid, type Grid, type GridPlace } from './grid';
import styles from './neuron.module.css';

interface Props {
  neuron: NeuronRef;
  /** Weights from the layer before, or to the layer after. */
  direction: 'incoming' | 'outgoing';
}

/** Weights laid out as the image or as a layer, with the sample's spikes ringed; hover tells, click selects. */
export function ReceptiveField({ neuron, direction }: Props) {
  const session = useSession();
  const { layer, neuron: index } = neuron;
  const other = direction === 'incoming' ? layer - 1 : layer + 1;
  const shown = useRef<{ grid: Grid; place: GridPlace } | null>(null);
  const draw = useMemo<Draw>(
    () =>
      (ctx, { width, height, palette }) => {
        const derived = derivedOf(session);
        const { spec } = session.network.store.getState();
        const weights = derived.weights();
        const run = derived.run();
        shown.current = null;
        if (!weights || !run || !run.layers[other] || !run.layers[layer]) return;
        const grid = layerGrid(spec, other);
        const place = placeGrid(grid, width, height);
        shown.current = { grid, place };
        const field =
          direction === 'incoming'
            ? weights[layer - 1]!.subarray(index * grid.count, (index + 1) * grid.count)
            : column(weights[layer]!, index, run.layers[layer].times.length, grid.count);
        const { hovered } = session.playback.store.getState();
        drawField(ctx, palette, {
          grid,
          place,
          weights: field,
          largest: field.reduce((most, w) => Math.max(most, Math.abs(w)), 0),
          times: run.layers[other].times,
          until:
            direction === 'incoming'
              ? (derived.causes({ layer, neuron: index })?.explanation.at ?? 0)
              : Infinity,
          highlighted: hovered?.layer === other ? hovered.neuron : null,
        });
      },
    [session, direction, layer, index, other],
  );
  const { ref } = useCanvas(draw, [
    session.playback.store,
    session.spikes.store,
    session.network.store,
  ]);
  const spec = useStoreOf(session.network.store, (s) => s.spec);

  const find = (event: PointerEvent): NeuronRef | null => {
    if (!shown.current) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const { grid, place } = shown.current;
    const cell = cellAt(grid, place, event.clientX - box.left, event.clientY - box.top);
    return cell === null ? null : { layer: other, neuron: cell };
  };
  const as =
    other === 0
      ? isPacked(spec)
        ? 'as the image, a cell a patch'
        : 'as the image'
      : `as ${layerName(spec, other)}, row by row`;
  return (
    <figure className={styles.field}>
      <canvas
        ref={ref}
        className={styles.weights}
        role="img"
        aria-label={`${direction === 'incoming' ? 'Incoming' : 'Outgoing'} weights of ${neuronName(spec, neuron)}, ${as}`}
        onPointerMove={(event) => session.playback.hover(find(event))}
        onPointerLeave={() => session.playback.hover(null)}
        onClick={(event) => {
          const found = find(event as unknown as PointerEvent);
          if (found) session.playback.select(found);
        }}
      />
      <figcaption>
        {direction === 'incoming' ? 'Incoming' : 'Outgoing'} weights, {as}; spikes ringed
      </figcaption>
    </figure>
  );
}

/** One presynaptic neuron's weights to all of a layer. @param weights [count, inputs] */
function column(
  weights: Float32Array,
  index: number,
  inputs: number,
  count: number,
): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: count }, (_, j) => weights[j * inputs + index]!);
}
