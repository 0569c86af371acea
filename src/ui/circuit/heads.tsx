import { Minus, Plus, Trash2, Undo2 } from 'lucide-react';
import { canAddLayer, canRemoveLayer, canResize } from '../../model/reshape';
import type { Circuit } from '../../view/circuit/circuit';
import { HEAD, NAMES_ABOVE, type CircuitColumn } from '../../view/circuit/layout';
import { RESHAPED, reshape, type Reshaping } from '../../view/circuit/reshape-network';
import { layerName } from '../../view/words/names';
import { formatCount } from '../../words/numbers';
import { IconButton } from '../kit/button';
import { useStoreOf, useView } from '../kit/session-context';
import styles from './circuit.module.css';

/** The layers' names, with + and - for neurons and layers: a new network that keeps the weights of those that stay. */
export function Heads({ circuit }: { circuit: Circuit }) {
  const view = useView();
  const { session } = view;
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const made = useStoreOf(session.network.store, (s) => s.origin.name === RESHAPED);
  const { columns, direction } = circuit.layout;
  const down = direction === 'down';
  const change = (reshaping: Reshaping) => void reshape(view, reshaping);
  return (
    <>
      {columns.map((column) => {
        const { layer, box } = column;
        const next = columns[layer + 1];
        const place = down
          ? {
              left: 0,
              top: box.y - HEAD - (layer === 0 && column.kind === 'tiles' ? NAMES_ABOVE : 0),
            }
          : { left: box.x + box.width / 2, top: 0 };
        return (
          <div key={layer}>
            <div className={styles.head} data-down={down} style={place}>
              <Head column={column} change={change} />
            </div>
            {next && canAddLayer(spec, layer) && (
              <span
                className={styles.between}
                data-down={down}
                style={
                  down
                    ? { right: 0, top: next.box.y - HEAD }
                    : { left: (box.x + box.width + next.box.x) / 2, top: 0 }
                }
              >
                <IconButton
                  label={`Add a layer after ${layerName(spec, layer)}`}
                  onClick={() => change({ kind: 'add layer', layer })}
                >
                  <Plus size={13} aria-hidden />
                </IconButton>
              </span>
            )}
          </div>
        );
      })}
      {made && session.network.canUndo() && (
        <span className={styles.undo}>
          <IconButton
            label="Bring the former network back"
            onClick={() => void session.network.undo()}
          >
            <Undo2 size={15} aria-hidden />
          </IconButton>
        </span>
      )}
    </>
  );
}

function Head({
  column,
  change,
}: {
  column: CircuitColumn;
  change: (reshaping: Reshaping) => void;
}) {
  const { session } = useView();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const selected = useStoreOf(session.playback.store, (s) => s.selected);
  const { layer, all } = column;
  const name = layerName(spec, layer);
  const neuron = selected?.layer === layer ? selected.neuron : all - 1;
  return (
    <>
      <span translate="no">{name}</span>
      {canResize(spec, layer, -1) && (
        <IconButton
          label={`Remove a neuron from ${name}: ${selected?.layer === layer ? 'the selected one' : 'the last one'}`}
          onClick={() => change({ kind: 'remove neuron', layer, neuron })}
        >
          <Minus size={13} aria-hidden />
        </IconButton>
      )}
      {canRemoveLayer(spec, layer) && <span>{formatCount(all)}</span>}
      {canResize(spec, layer, 1) && (
        <IconButton
          label={`Add a neuron to ${name}`}
          onClick={() => change({ kind: 'add neuron', layer })}
        >
          <Plus size={13} aria-hidden />
        </IconButton>
      )}
      {canRemoveLayer(spec, layer) && (
        <IconButton
          label={`Remove the layer ${name}`}
          onClick={() => change({ kind: 'remove layer', layer })}
        >
          <Trash2 size={12} aria-hidden />
        </IconButton>
      )}
    </>
  );
}
