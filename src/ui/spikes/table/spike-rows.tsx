import { memo } from 'react';
import { spikeTrain } from '../../../model/encode';
import { emitsOne, layerCount, type NetworkSpec } from '../../../model/network';
import type { Causes } from '../../../view/scene/explain-scene';
import { isSameNeuron } from '../../../session/stimulus/playback';
import type { Spike } from '../../../view/tables/spike-list';
import { isPacked, layerName, neuronName } from '../../../view/words/names';
import { numberWords } from '../../../view/words/table-words';
import { formatNumber, formatTime } from '../../../words/numbers';
import type { NeuronRef } from '../../../session/stimulus/playback';
import { useSession, useStoreOf } from '../../kit/session-context';

interface Props {
  spec: NetworkSpec;
  list: readonly Spike[];
  page: { from: number; to: number };
  /** Index of the row in the tab order. */
  active: number;
  /** Rows at the time cursor: the first, and how many. */
  now: { first: number; count: number };
  /** Of the decision; null: none. */
  winner: NeuronRef | null;
  selected: NeuronRef | null;
  causes: Causes | null;
}

/** A row a spike: its neuron, its time, and what it adds to the selected neuron. */
export const SpikeRows = memo(function SpikeRows(props: Props) {
  const { spec, list, page, active, now, winner, selected, causes } = props;
  const { playback, stimulus } = useSession();
  const image = useStoreOf(stimulus.store, (s) => s.image);
  const trains = hasTrains(spec);
  const choose = (spike: Spike) =>
    playback.select(
      isSameNeuron(spike, selected) ? null : { layer: spike.layer, neuron: spike.neuron },
    );
  return list.slice(page.from, page.to).map((spike, k) => {
    const at = page.from + k;
    const { layer, neuron, time } = spike;
    const current = at >= now.first && at < now.first + now.count;
    const adds = causes?.parts[layer]?.[neuron];
    const id = `spike-${layer}-${neuron}`;
    return (
      <tr
        key={id}
        data-at={at}
        data-active={at === active ? '' : undefined}
        data-later={at >= now.first + now.count}
        aria-current={current ? 'true' : undefined}
        aria-rowindex={at + 2}
      >
        <td id={id}>{formatTime(time)}</td>
        <td>{layerName(spec, layer)}</td>
        <th scope="row">
          <button
            type="button"
            tabIndex={at === active ? 0 : -1}
            aria-label={neuronName(spec, spike)}
            aria-describedby={id}
            aria-pressed={isSameNeuron(spike, selected)}
            onClick={() => choose(spike)}
          >
            {numberWords(spec, spike)}
          </button>
          {isSameNeuron(spike, winner) && <strong>{' is the answer'}</strong>}
        </th>
        {trains && <td>{layer === 0 ? formatNumber(spike.multiplicity, 2) : ''}</td>}
        {trains && <td>{layer === 0 ? trainWords(spec, image, neuron) : ''}</td>}
        {causes && (
          <td>{adds === undefined ? '' : adds === 0 ? 'no part' : formatNumber(adds, 3)}</td>
        )}
      </tr>
    );
  });
});

/** Whether inputs are trains, of which a row tells more than a time. */
export const hasTrains = (spec: NetworkSpec): boolean => isPacked(spec) && !emitsOne(spec);

/** "13, from 0.012 to 0.871": how many spikes a patch's train has, and when. */
function trainWords(spec: NetworkSpec, image: Uint8Array, neuron: number): string {
  const train = spikeTrain(spec, image, neuron).map(({ time }) => time);
  if (train.length === 0) return '';
  if (train.length === 1) return '1';
  return `${train.length}, from ${formatTime(Math.min(...train))} to ${formatTime(Math.max(...train))}`;
}

/** The output that answers; null where none fires. */
export function winnerOf(
  spec: NetworkSpec,
  answer: { class: number | null } | null,
): NeuronRef | null {
  const c = answer?.class ?? null;
  return c === null ? null : { layer: layerCount(spec), neuron: c };
}
