import { isPointSize } from '../../data/points/point';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Explanation } from '../../model/explain';
import { layerPlans } from '../../model/layers';
import { emitsOne } from '../../model/network';
import type { NeuronRef } from '../../session/stimulus/playback';
import { Button } from '../kit/button';
import { CopyButton } from '../kit/copy-button';
import { formatCount, formatTime, plural, formatNumber } from '../../words/numbers';
import { useStoreOf, useView } from '../kit/session-context';
import { isPacked, layerName, mapPlace, neuronName, shortName } from '../../view/words/names';
import { ask } from '../../view/what-if/what-if';
import { EditableNumber } from '../kit/editable-number';
import styles from './neuron.module.css';
import { addsWords } from '../../view/words/neuron-words';
import {
  contributionsCsv,
  sortContributions,
  TOP,
  type Column,
  type SortBy,
} from '../../view/neuron/table';

interface Props {
  neuron: NeuronRef;
  explanation: Explanation;
}

/** Every presynaptic spike and what it does to the neuron. */
export const Contributions = memo(function Contributions({ neuron, explanation }: Props) {
  const view = useView();
  const { session } = view;
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const [sort, setSort] = useState<SortBy>({ column: 'adds', direction: -1 });
  const [all, setAll] = useState(false);
  const { contributions } = explanation;
  const sorted = useMemo(() => sortContributions(contributions, sort), [contributions, sort]);
  const most = useMemo(
    () => contributions.reduce((m, c) => Math.max(m, Math.abs(c.adds)), 0),
    [contributions],
  );
  const layer = neuron.layer - 1;
  const packed = layer === 0 && isPacked(spec);
  const trains = layer === 0 && !emitsOne(spec);
  const name = (presynaptic: number) => neuronName(spec, { layer, neuron: presynaptic });
  const fires = explanation.time < Infinity;

  const input = isPointSize(spec.input) ? 'input' : packed ? 'patch' : 'pixel';
  const source = layer === 0 ? input : layerName(spec, layer);

  // In a convolution the weight is that of every position of the channel.
  const shared = layerPlans(spec)[layer]!.positions;

  const columns: { column: Column; label: string; title: string }[] = [
    { column: 'name', label: source, title: 'Presynaptic neuron' },
    { column: 'time', label: trains ? 't̄' : 't', title: 'Its spike time' },
    ...(trains
      ? [{ column: 'multiplicity' as const, label: 'm', title: "Its train's multiplicity" }]
      : []),
    {
      column: 'weight',
      label: 'w',
      title:
        shared > 1 ? `Synaptic weight, shared by ${plural(shared, 'position')}` : 'Synaptic weight',
    },
    {
      column: 'adds',
      label: 'adds',
      title: addsWords(explanation),
    },
    ...(fires
      ? [
          {
            column: 'byTime' as const,
            label: '∂t/∂tᵢ',
            title: 'How far the firing time moves with this spike',
          },
          {
            column: 'byWeight' as const,
            label: '∂t/∂w',
            title: 'How far the firing time moves with this weight',
          },
        ]
      : []),
  ];
  const turn = (column: Column) =>
    setSort((before) => ({
      column,
      direction:
        before.column === column ? (before.direction === 1 ? -1 : 1) : column === 'adds' ? -1 : 1,
    }));
  const rows = all ? sorted : sorted.slice(0, TOP);
  return (
    <>
      <table
        className={styles.table}
        data-testid="causes"
        aria-label={`What each presynaptic spike does to ${neuronName(spec, neuron)}`}
      >
        <thead>
          <tr>
            {columns.map(({ column, label, title }) => (
              <th
                key={column}
                scope="col"
                aria-sort={
                  sort.column !== column
                    ? undefined
                    : sort.direction === 1
                      ? 'ascending'
                      : 'descending'
                }
              >
                <button type="button" title={title} onClick={() => turn(column)}>
                  <span>{label}</span>
                  {sort.column === column &&
                    (sort.direction === 1 ? (
                      <ArrowUp size={11} aria-hidden />
                    ) : (
                      <ArrowDown size={11} aria-hidden />
                    ))}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody translate="no">
          {rows.map((c) => {
            const ref = { layer, neuron: c.presynaptic };
            return (
              <tr
                key={c.presynaptic}
                data-causal={c.causal}
                onPointerEnter={() => session.playback.hover(ref)}
                onPointerLeave={() => session.playback.hover(null)}
              >
                <th scope="row">
                  <button
                    type="button"
                    aria-label={name(c.presynaptic)}
                    onClick={() => session.playback.select(ref)}
                  >
                    {shortName(spec, ref)}
                  </button>
                </th>
                <td>{formatTime(c.time)}</td>
                {trains && <td>{formatNumber(c.multiplicity, 2)}</td>}
                <td>
                  <EditableNumber
                    label={`${shared > 1 ? 'shared weight' : 'weight'} from ${name(c.presynaptic)}`}
                    shown={formatNumber(c.weight, 3)}
                    value={c.weight}
                    onChange={(value) =>
                      ask(view, {
                        kind: 'weight',
                        layer: neuron.layer,
                        postsynaptic: neuron.neuron,
                        presynaptic: c.presynaptic,
                        value,
                      })
                    }
                  />
                </td>
                <td className={styles.adds}>
                  {c.causal ? (
                    <>
                      <span
                        className={styles.bar}
                        data-sign={c.adds >= 0 ? 'plus' : 'minus'}
                        style={{ width: `${(Math.abs(c.adds) / (most || 1)) * 26}px` }}
                      />
                      <span>{formatNumber(c.adds, 3)}</span>
                    </>
                  ) : (
                    'too late'
                  )}
                </td>
                {fires && <td>{c.causal ? formatNumber(c.byTime, 3) : '0'}</td>}
                {fires && <td>{c.causal ? formatNumber(c.byWeight, 3) : '0'}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.tableFoot}>
        {contributions.length > TOP && (
          <Button kind="quiet" onClick={() => setAll(!all)}>
            {all ? `Show the first ${TOP}` : `Show all ${formatCount(contributions.length)}`}
          </Button>
        )}
        {contributions.length > 0 && (
          <CopyButton
            csv={() =>
              contributionsCsv(contributions, name, (presynaptic) =>
                mapPlace(spec, { layer, neuron: presynaptic }),
              )
            }
          />
        )}
      </div>
    </>
  );
});
