import { useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { cellCorner } from '../../view/layout/grid';
import type { Band } from '../../view/layout/bands';
import { shiftWords } from '../../view/scene/compare';
import type { Board } from '../kit/draw/frame';
import { rowY } from '../../view/layout/marks';
import { exists, neuronName } from '../../view/words/names';
import { heldWords } from '../../view/what-if/move-words';
import { HeldWords } from '../kit/held-words';
import styles from './spikes.module.css';
import { errorWords, spikeWords } from '../../view/words/spike-words';
import { formatGap } from '../../words/numbers';

export interface TipProps {
  bands: Band[];
  board: Board;
  width: number;
}

/** Tells about the spike under the pointer. */
export function Tip({ bands, board, width }: TipProps) {
  const view = useView();
  const { session } = view;
  const pointed = useStoreOf(session.playback.store, (s) => s.hovered);
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  useWordsVersion();
  const { hand } = useStoreOf(view.store);
  const { derived } = view;
  const held = heldWords(view);
  const hovered = held ? hand : pointed;
  const run = derived.run();
  if (!run || !hovered || !exists(spec, hovered)) return null;
  const band = bands[hovered.layer];
  const drawn = board.get(hovered.layer);
  if (!band || !drawn) return null;
  const k = drawn.marks.neuron.subarray(0, drawn.marks.count).indexOf(hovered.neuron);
  const row = drawn.rows.rowOf[hovered.neuron]!;
  if (row < 0) return null;
  const corner = drawn.maps && cellCorner(drawn.maps.grid, drawn.maps.place, hovered.neuron);
  const x = corner ? corner[0] + drawn.maps!.place.cell / 2 : k < 0 ? 30 : drawn.marks.x[k]!;
  const y = band.top + (corner ? corner[1] : rowY(drawn.geometry, row));
  const selected = derived.selected();
  const causes = selected && selected.layer > hovered.layer ? derived.causes(selected) : null;
  const adds = causes?.parts[hovered.layer]?.[hovered.neuron];
  const delta = derived.errors()?.deltas[hovered.layer]?.[hovered.neuron];
  const before = derived.ghost()?.layers[hovered.layer]!.times[hovered.neuron];
  // What a performance has not shown yet.
  const isKept = run.layers[hovered.layer]!.times[hovered.neuron]! > derived.veil();
  const below = y < 60;
  const at = (left: number, top: number) => ({ transform: `translate(${left}px, ${top}px)` });
  if (held)
    return (
      <div
        className={styles.tip}
        data-below={below}
        data-held
        style={at(Math.min(Math.max(x, 90), width - 110), y)}
      >
        <HeldWords lines={held} />
      </div>
    );
  return (
    <div
      className={styles.tip}
      // Beside the spike it tells of, which it must not cover.
      data-side={x > width / 2 ? 'left' : 'right'}
      data-testid="tip"
      style={at(x, Math.max(y, 24))}
    >
      <div>
        <span>
          {isKept
            ? `${neuronName(spec, hovered)} has not fired yet`
            : spikeWords(spec, run, hovered)}
        </span>
        {!isKept && before !== undefined && (
          <>
            <br />
            <span>{shiftWords(run.layers[hovered.layer]!.times[hovered.neuron]!, before)}</span>
          </>
        )}
        {adds !== undefined && selected && (
          <>
            <br />
            <span>
              {adds === 0
                ? `no cause of ${neuronName(spec, selected)}`
                : `${adds > 0 ? 'adds' : 'takes'} ${formatGap(adds)} ${adds > 0 ? 'to' : 'from'} ${neuronName(spec, selected)}`}
            </span>
          </>
        )}
        {delta !== undefined && (
          <>
            <br />
            <span>{errorWords(delta)}</span>
          </>
        )}
      </div>
    </div>
  );
}
