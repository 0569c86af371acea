/** The views' data for a spreadsheet: a line a neuron, numbers in full, an empty cell where there is none. */
import { csv, type Cell } from '../../files/csv';
import { PLACE_COLUMNS, placeCells } from '../neuron/table';
import { isPointSize } from '../../data/points/point';
import { layerName, neuronName, placeOf } from '../words/names';
import type { View } from '../view';

/**
 * Every neuron of every layer: its spike time, the ghost's and the shift between them, its contribution to the selected
 * neuron and its temporal error, where these are shown; at the end the place of a pixel, a patch or a neuron on its map. Silent: no time.
 */
export function spikesCsv(view: View): string {
  const { derived } = view;
  const { spec, run } = derived.scene();
  // Of points and hidden neurons nothing lies anywhere.
  const placed = !isPointSize(spec.input);
  const ghost = derived.ghost();
  const selected = derived.selected();
  const causes = selected && derived.causes(selected);
  const errors = derived.errors();
  const rows = (run?.layers ?? []).flatMap(({ times, multiplicity }, layer) =>
    Array.from(times, (t, neuron): Cell[] => {
      const before = ghost?.layers[layer]!.times[neuron] ?? null;
      return [
        layerName(spec, layer),
        neuron,
        neuronName(spec, { layer, neuron }),
        t,
        multiplicity[neuron]!,
        before,
        before === null ? null : t - before,
        causes?.parts[layer]?.[neuron] ?? null,
        errors?.deltas[layer]![neuron] ?? null,
        ...(placed ? placeCells(placeOf(spec, { layer, neuron })) : []),
      ];
    }),
  );
  return csv(
    [
      'layer',
      'neuron',
      'name',
      'time',
      'multiplicity',
      'ghost_time',
      'shift',
      'contribution',
      'dE_dt',
      ...(placed ? PLACE_COLUMNS : []),
    ],
    rows,
  );
}
