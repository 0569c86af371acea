import { useCallback, useMemo, type KeyboardEvent } from 'react';
import { layerCount, layerSizes } from '../../model/network';
import { formatCount } from '../../words/numbers';
import { useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { Term } from '../kit/term/term';
import { useCanvas } from '../kit/use-canvas';
import { FINGERS, useMedia } from '../kit/use-media';
import { neighbour } from '../../view/layout/grid';
import { AsMaps } from './as-maps';
import type { Band } from '../../view/layout/bands';
import { hasModifier } from '../../view/keys';
import { shiftWords } from '../../view/scene/compare';
import type { Board } from '../kit/draw/frame';
import { asMaps, isOutput, layerDraw } from '../kit/draw/layer-draw';
import { fitFor, roomFor } from '../../view/layout/marks';
import { isConvolution, layerName } from '../../view/words/names';
import { neuronBelow } from '../../view/time/navigation';
import { arrangeRows, rowsCaption } from '../../view/layout/rows';
import { RowScroll, scrollTo } from './row-scroll';
import { SpeedWords } from './speed-words';
import styles from './spikes.module.css';
import { rasterSummary, spikeWords, spiking } from '../../view/words/spike-words';

const MAP_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);

interface Props {
  band: Band;
  board: Board;
  /** For the strip, which has no room for choices: name, count, and all of the layer as rows. */
  brief?: boolean;
}

/** One layer: its name and counts, and its raster or maps. Up and down move through its neurons (arrows over a map), Enter selects. */
export function RasterBand({ band, board, brief = false }: Props) {
  const { layer, height } = band;
  const view = useView();
  const { session } = view;
  const draw = useMemo(() => layerDraw(view, layer, board, brief), [view, layer, board, brief]);
  const { ref } = useCanvas(draw, [session.spikes.store, session.playback.store, view.store]);
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  useWordsVersion();
  const looks = useStoreOf(view.store);
  const { focus, scroll, sort } = looks;
  const hovered = useStoreOf(session.playback.store, (s) =>
    s.hovered?.layer === layer ? s.hovered.neuron : null,
  );
  const selected = useStoreOf(session.playback.store, (s) =>
    s.selected?.layer === layer ? s.selected.neuron : null,
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const rows = board.get(layer)?.rows;
      if (!rows || hasModifier(event)) return;
      const at = session.playback.store.getState().hovered;
      const current = at?.layer === layer ? at.neuron : selected;
      const maps = board.get(layer)?.maps;
      if (maps && event.key !== 'Enter') {
        // With shift an arrow moves the selected spike.
        if (!MAP_KEYS.has(event.key) || event.shiftKey) return;
        const next = current === null ? 0 : neighbour(maps.grid, current, event.key);
        if (next !== null) session.playback.hover({ layer, neuron: next });
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
      if (by !== undefined) {
        let neuron = neuronBelow(rows.neurons, current, by);
        if (neuron === current && rows.kind === 'scrolled') {
          // The next rows come into sight, at once.
          scrollTo(view, layer, rows.first + by);
          neuron = neuronBelow(board.get(layer)!.rows.neurons, current, by);
        }
        if (neuron !== null) session.playback.hover({ layer, neuron });
      } else if (event.key === 'Enter' && current !== null) {
        session.playback.select({ layer, neuron: current });
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [board, layer, session, view, selected],
  );

  const fingers = useMedia(FINGERS);
  const run = view.derived.run();
  const times = run?.layers[layer]?.times;
  const total = layerSizes(spec)[layer];
  const spikes = times ? spiking(times) : 0;
  const current = hovered ?? selected;
  const before = view.derived.ghost()?.layers[layer]!.times;
  const name = layerName(spec, layer);
  const room = roomFor(height);
  const first = brief ? undefined : scroll[layer];
  const maps = !brief && asMaps(spec, layer, looks);
  const rows =
    times && !maps
      ? arrangeRows(times, {
          sort: 'index',
          room: isOutput(spec, layer) ? Infinity : room,
          scroll: first === undefined ? null : { first, fit: fitFor(height) },
        })
      : null;
  const shown = rows && rowsCaption(rows);
  // By index, scrolling begins where something spikes; under the other orders that is the first row.
  const begin =
    sort === 'index' && times ? Math.max(0, times.findIndex((t) => t < Infinity) - 1) : 0;
  const depth = layerCount(spec);
  const canFocus = layer < depth && depth > 1;
  return (
    <div
      className={styles.band}
      style={{ height }}
      data-testid={brief ? 'strip-raster' : 'raster'}
      data-layer={layer}
      data-spikes={spikes}
    >
      <div className={styles.gutter} data-tight={height < 58}>
        {isConvolution(spec, layer) && !brief && <AsMaps layer={layer} />}
        {canFocus && !brief ? (
          <button
            type="button"
            className={styles.name}
            aria-pressed={focus === layer}
            title={focus === layer ? 'Share the height out again' : `Draw ${name} large`}
            onClick={() => view.store.setState({ focus: focus === layer ? null : layer })}
          >
            {name}
          </button>
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        {times && total !== undefined && (
          <span translate="no">{`${formatCount(spikes)} / ${formatCount(total)}`}</span>
        )}
        {times && total !== undefined && !brief && (
          <>
            <span>
              <Term name="silent">{`${formatCount(total - spikes)} silent`}</Term>
            </span>
            {isOutput(spec, layer) && height >= (fingers ? 150 : 132) && <SpeedWords />}
            {shown && height >= (fingers ? 112 : 74) && (
              <button
                type="button"
                className={styles.rows}
                aria-pressed={first !== undefined}
                title={first === undefined ? 'Scroll through all rows' : 'Show the layer at once'}
                onClick={() => scrollTo(view, layer, first === undefined ? begin : null)}
              >
                {shown}
              </button>
            )}
          </>
        )}
        {rows?.kind === 'scrolled' && (
          <RowScroll
            layer={layer}
            name={name}
            first={rows.first}
            total={rows.total}
            fit={fitFor(height)}
          />
        )}
      </div>
      <div
        className={styles.raster}
        role="slider"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={`Neurons of ${name}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, (total ?? 1) - 1)}
        aria-valuenow={current ?? 0}
        aria-valuetext={
          run && current !== null && times && current < times.length
            ? spikeWords(spec, run, { layer, neuron: current }) +
              (before ? `; ${shiftWords(times[current]!, before[current]!)}` : '')
            : rasterSummary(spec, run, layer, view.derived.cursor())
        }
        onKeyDown={onKeyDown}
        onBlur={() => session.playback.hover(null)}
      >
        <canvas ref={ref} className={styles.canvas} aria-hidden="true" />
      </div>
    </div>
  );
}
