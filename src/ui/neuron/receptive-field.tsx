import { useMemo, useRef, type PointerEvent } from 'react';
import type { NeuronRef } from '../../session/stimulus/playback';
import { changesOf } from '../kit/changes-of';
import { useExplained, useStoreOf, useView } from '../kit/session-context';
import { useCanvas, type Draw } from '../kit/use-canvas';
import { neuronName } from '../../view/words/names';
import { drawField } from '../kit/draw/draw-field';
import { fieldCaption, fieldState } from '../kit/draw/field-state';
import { fieldLayer, type FieldKind } from '../../view/neuron/field-values';
import { cellAt, type Grid, type GridPlace } from '../../view/layout/grid';
import styles from './neuron.module.css';
import { placeIn } from '../kit/place-in';

interface Props {
  neuron: NeuronRef;
  show: FieldKind;
}

/** Weights or contributions laid out as the image or as a layer, with the sample's spikes ringed; hover tells, click selects. */
export function ReceptiveField({ neuron, show }: Props) {
  const view = useView();
  const { session } = view;
  const { layer, neuron: index } = neuron;
  const other = fieldLayer(show, layer);
  const shown = useRef<{ grid: Grid; place: GridPlace; neurons: Uint32Array | null } | null>(null);
  const draw = useMemo<Draw>(
    () =>
      (ctx, { width, height, palette }) => {
        const state = fieldState(view, { layer, neuron: index }, show, width, height);
        shown.current = state;
        if (state) drawField(ctx, palette, state);
      },
    [view, show, layer, index],
  );
  // Nothing of it moves with the time cursor.
  const hovering = useMemo(() => changesOf(session.playback.store, (s) => s.hovered), [session]);
  const { ref } = useCanvas(draw, [hovering, useExplained(), view.store]);
  const spec = useStoreOf(session.network.store, (s) => s.spec);

  const find = (event: { clientX: number; clientY: number }): NeuronRef | null => {
    if (!shown.current || !ref.current) return null;
    const { grid, place, neurons } = shown.current;
    const { x, y } = placeIn(ref.current, event);
    const cell = cellAt(grid, place, x, y);
    return cell === null ? null : { layer: other, neuron: neurons?.[cell] ?? cell };
  };
  const caption = fieldCaption(spec, show, neuron);
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
