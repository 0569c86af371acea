import { useMemo, type KeyboardEvent } from 'react';
import { layerCount } from '../../../model/network';
import type { NeuronRef } from '../../../session/stimulus/playback';
import { formatCount } from '../../../words/numbers';
import { useStoreOf, useWordsVersion, useView } from '../../kit/session-context';
import { useCanvas, type Draw } from '../../kit/use-canvas';
import { cellAt, layerGrid, neighbour } from '../../../view/layout/grid';
import { hasModifier } from '../../../view/keys';
import { layerName } from '../../../view/words/names';
import { firedBy, rasterSummary, spikeWords, spiking } from '../../../view/words/spike-words';
import { mapDraw } from '../../kit/draw/map-draw';
import { layerPlace } from '../../../view/layout/place';
import styles from './timemap.module.css';
import { placeIn } from '../../kit/place-in';

/** One layer as a grid of first spike times. Arrow keys walk its cells, Enter selects. */
export function LayerMap({ layer }: { layer: number }) {
  const view = useView();
  const { session } = view;
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const draw = useMemo<Draw>(() => mapDraw(view, layer), [view, layer]);
  const { ref } = useCanvas(draw, [session.spikes.store, session.playback.store, view.store]);
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  useStoreOf(session.playback.store, (s) => s.t);
  const hovered = useStoreOf(session.playback.store, (s) =>
    s.hovered?.layer === layer ? s.hovered.neuron : null,
  );
  const selected = useStoreOf(session.playback.store, (s) =>
    s.selected?.layer === layer ? s.selected.neuron : null,
  );

  const grid = layerGrid(spec, layer);
  const output = layer === layerCount(spec);
  const find = (event: { clientX: number; clientY: number }): NeuronRef | null => {
    const canvas = ref.current;
    if (!canvas) return null;
    const { clientWidth, clientHeight } = canvas;
    const { grid: drawn, place } = layerPlace(spec, layer, clientWidth, clientHeight);
    const { x, y } = placeIn(canvas, event);
    const neuron = cellAt(drawn, place, x, y);
    return neuron === null ? null : { layer, neuron };
  };
  const cells = output ? { ...grid, columns: grid.count, rows: 1 } : grid;
  const onKeyDown = (event: KeyboardEvent) => {
    if (hasModifier(event)) return;
    const current = hovered ?? selected;
    if (event.key.startsWith('Arrow') || (grid.maps && event.key.startsWith('Page'))) {
      const next = current === null ? 0 : neighbour(cells, current, event.key);
      if (next !== null) session.playback.hover({ layer, neuron: next });
    } else if (event.key === 'Enter' && current !== null) {
      session.playback.select({ layer, neuron: current });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const { derived } = view;
  const run = derived.run();
  const times = run?.layers[layer]?.times;
  const current = hovered ?? selected;
  const name = layerName(spec, layer);
  const told =
    run && times && current !== null && current < times.length
      ? spikeWords(spec, run, { layer, neuron: current })
      : null;
  const counts = times
    ? `${formatCount(firedBy(times, derived.cursor()))} of ${formatCount(spiking(times))} spikes so far, ` +
      `${formatCount(times.length - spiking(times))} silent`
    : '';
  return (
    <figure className={styles.layer} data-output={output} data-testid="time-map" data-layer={layer}>
      <figcaption>
        <strong translate="no">{name}</strong> <span>{told ?? counts}</span>
      </figcaption>
      <div
        className={styles.cells}
        role="slider"
        tabIndex={0}
        aria-label={`Spike times of ${name}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, grid.count - 1)}
        aria-valuenow={current ?? 0}
        aria-valuetext={told ?? rasterSummary(spec, run, layer, derived.cursor())}
        onKeyDown={onKeyDown}
        onBlur={() => session.playback.hover(null)}
        onPointerMove={(event) => session.playback.hover(find(event))}
        onPointerLeave={() => session.playback.hover(null)}
        onClick={(event) => {
          const found = find(event);
          if (found) session.playback.select(found);
        }}
      >
        <canvas ref={ref} className={styles.canvas} aria-hidden="true" />
      </div>
    </figure>
  );
}
