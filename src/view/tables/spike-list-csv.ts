/** The listed spikes for a spreadsheet: a line a spike, in order of time. */
import { csv } from '../../files/csv';
import type { NetworkSpec } from '../../model/network';
import type { Causes } from '../scene/explain-scene';
import { layerName, neuronName, placeOf } from '../words/names';
import type { Spike } from './spike-list';

/** @param causes of the selected neuron; null: none is selected, and the last column stays empty */
export function spikeListCsv(
  spec: NetworkSpec,
  list: readonly Spike[],
  causes: Causes | null,
): string {
  const rows = list.map((spike) => {
    const { layer, neuron, time, multiplicity } = spike;
    const place = placeOf(spec, spike);
    const name = neuronName(spec, spike);
    const adds = causes?.parts[layer]?.[neuron] ?? null;
    const where = [place?.x ?? null, place?.y ?? null, place?.channel ?? null];
    return [time, layerName(spec, layer), neuron, name, ...where, multiplicity, adds];
  });
  return csv(
    ['time', 'layer', 'neuron', 'name', 'x', 'y', 'channel', 'multiplicity', 'contribution'],
    rows,
  );
}
