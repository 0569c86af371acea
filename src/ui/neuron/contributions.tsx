import { isPointSize } from '../../data/points/point';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Contribution, Explanation } from '../../model/explain';
import { layerPlans } from '../../model/layers';
import { emitsOne } from '../../model/network';
import type { NeuronRef } from '../../session/stimulus/playback';
import { Button } from '../kit/button';
import { CopyButton } from '../kit/copy-button';
import { formatCount, formatTime, plural, formatNumber } from '../../words/numbers';
import { paperStore } from '../kit/paper';
import { useStoreOf, useView } from '../kit/session-context';
import { isPacked, layerName, mapPlace, neuronName, shortName } from '../../view/words/names';
import { fullPanelStore } from '../../view/full-panel';
import { panelTitle } from '../../view/panels';
import { ask } from '../../view/what-if/what-if';
import { EditableNumber } from '../kit/editable-number';
import { useTexts } from '../kit/lang/use-texts';
import { TipPlace } from '../kit/term/term-tips';
import { useTerm } from '../kit/term/use-term';
import { texts } from '../../words/lang/texts';
import type { TermName } from '../../words/terms/en';
import styles from './neuron.module.css';
import { useRowsInSight } from './use-rows-in-sight';
import { addsWords } from '../../view/words/neuron-words';
import {
  contributionsCsv,
  restBelow,
  sortContributions,
  TOP,
  type Column,
  type SortBy,
} from '../../view/neuron/table';

const BY_ADDS: SortBy = { column: 'adds', direction: -1 };
const SENSITIVITIES: ReadonlySet<Column> = new Set(['byTime', 'byWeight']);

const WORDS = texts(
  {
    sum: 'sum',
    is: (what: string) => ` = ${what}`,
    more: (n: number, adds: string) => `and ${n} more below: ${adds}`,
    sensitivities: 'sensitivities',
  },
  {
    de: {
      sum: 'Summe',
      more: (n, adds) => `und ${n} weitere darunter: ${adds}`,
      sensitivities: 'Empfindlichkeiten',
    },
  },
);

interface Props {
  neuron: NeuronRef;
  explanation: Explanation;
}

/** Every presynaptic spike and what it does to the neuron. */
export const Contributions = memo(function Contributions({ neuron, explanation }: Props) {
  const view = useView();
  const { session } = view;
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const [chosen, setSort] = useState<SortBy>(BY_ADDS);
  const isSensitive = useStoreOf(view.store, (s) => s.sensitivities);
  const words = useTexts(WORDS);
  const sort = !isSensitive && SENSITIVITIES.has(chosen.column) ? BY_ADDS : chosen;
  const [asked, setAll] = useState(false);
  // On a whole screen there is room for them.
  const full = useStore(fullPanelStore, (s) => s.full === panelTitle('neuron'));
  const all = asked || full;
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

  const columns: HeadingColumn[] = [
    { column: 'name', label: source, title: 'Presynaptic neuron' },
    { column: 'time', label: trains ? 't̄' : 't', term: trains ? 'averageDelay' : 't' },
    ...(trains ? [{ column: 'multiplicity' as const, label: 'm', term: 'm' as const }] : []),
    {
      column: 'weight',
      label: 'w',
      term: 'weight',
      title: shared > 1 ? `Shared by ${plural(shared, 'position')}` : undefined,
    },
    {
      column: 'adds',
      label: 'adds',
      term: 'adds',
    },
    ...(fires && isSensitive
      ? [
          {
            column: 'byTime' as const,
            label: '∂t/∂tᵢ',
            term: 'byTime' as const,
          },
          {
            column: 'byWeight' as const,
            label: '∂t/∂w',
            term: 'byWeight' as const,
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
  const sumOf = (part: (c: Contribution) => number) =>
    contributions.reduce((sum, c) => sum + (c.causal ? part(c) : 0), 0);
  const rows = all ? sorted : sorted.slice(0, TOP);
  const { table, inSight } = useRowsInSight(rows.length);
  // On paper every row that is drawn is seen.
  const paper = useStore(paperStore, (s) => s.paper);
  const rest = restBelow(sorted, paper ? rows.length : inSight);
  return (
    <>
      <table
        ref={table}
        className={styles.table}
        data-testid="causes"
        aria-label={`What each presynaptic spike does to ${neuronName(spec, neuron)}`}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.column} {...column} sort={sort} onTurn={turn} />
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
                {fires && isSensitive && <td>{c.causal ? formatNumber(c.byTime, 3) : '0'}</td>}
                {fires && isSensitive && <td>{c.causal ? formatNumber(c.byWeight, 3) : '0'}</td>}
              </tr>
            );
          })}
        </tbody>
        {contributions.length > 0 && (
          <tfoot title={addsWords(explanation)}>
            <tr>
              <th scope="row" colSpan={trains ? 4 : 3}>
                <span className={styles.rest}>
                  {rest.count > 0 && (
                    <button type="button" data-testid="adds-more" onClick={() => setAll(true)}>
                      <ArrowDown size={11} aria-hidden />
                      <span>{words.more(rest.count, formatNumber(rest.adds, 3))}</span>
                    </button>
                  )}
                  <span>{words.sum}</span>
                </span>
              </th>
              <td translate="no" data-testid="adds-sum">
                {formatNumber(
                  sumOf((c) => c.adds),
                  3,
                ) + words.is(fires ? 'θ' : 'V')}
              </td>
              {fires && isSensitive && (
                <>
                  <td translate="no">
                    {formatNumber(
                      sumOf((c) => c.byTime),
                      3,
                    )}
                  </td>
                  <td>–</td>
                </>
              )}
            </tr>
          </tfoot>
        )}
      </table>
      <div className={styles.tableFoot}>
        {contributions.length > TOP && !full && (
          <Button kind="quiet" onClick={() => setAll(!all)}>
            {all ? `Show the first ${TOP}` : `Show all ${formatCount(contributions.length)}`}
          </Button>
        )}
        {fires && <SensitivitiesButton />}
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

interface HeadingColumn {
  column: Column;
  label: string;
  /** What it is, where that has a sentence. */
  term?: TermName;
  title?: string | undefined;
}

interface HeadingProps extends HeadingColumn {
  sort: SortBy;
  onTurn: (column: Column) => void;
}

/** The head of a column: a press sorts by it, or turns the order round. */
function Heading({ column, label, term, title, sort, onTurn }: HeadingProps) {
  const { handlers, tip } = useTerm<HTMLButtonElement>(term);
  const isSorted = sort.column === column;
  const order = sort.direction === 1 ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={isSorted ? order : undefined}>
      <button
        type="button"
        title={title}
        data-term={term}
        {...handlers}
        onClick={(event) => {
          handlers.onClick?.(event);
          onTurn(column);
        }}
      >
        <span>{label}</span>
        {isSorted &&
          (sort.direction === 1 ? (
            <ArrowUp size={11} aria-hidden />
          ) : (
            <ArrowDown size={11} aria-hidden />
          ))}
      </button>
      <TipPlace of={tip} />
    </th>
  );
}

/** Shows the derivatives, or hides them. */
function SensitivitiesButton() {
  const { store } = useView();
  const isOn = useStoreOf(store, (s) => s.sensitivities);
  const { sensitivities } = useTexts(WORDS);
  const { handlers, tip } = useTerm<HTMLButtonElement>('sensitivities');
  return (
    <>
      <Button
        kind="quiet"
        aria-pressed={isOn}
        data-testid="sensitivities"
        {...handlers}
        onClick={(event) => {
          handlers.onClick?.(event);
          store.setState({ sensitivities: !isOn });
        }}
      >
        {sensitivities}
      </Button>
      <TipPlace of={tip} />
    </>
  );
}
