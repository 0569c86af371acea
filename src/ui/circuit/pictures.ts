/** Which pictures the tiles of a layer have, kept until what they show changes. */
import type { Circuit } from '../../view/circuit/circuit';
import type { CircuitColumn } from '../../view/circuit/layout';
import type { PlaneMaps } from '../../session/maps/plane-maps';
import type { Palette } from '../kit/theme/palette';
import { fieldPictures } from './field-pictures';
import { planePictures } from './plane-pictures';
import type { Pictures } from './picture-sheet';

interface Known {
  of: unknown;
  palette: Palette;
  neurons: string;
  pictures: Pictures;
}

/**
 * The pictures of every layer, until what they show, their tiles or the theme change: for points the spike times over the plane, else
 * receptive fields. null for what has none.
 */
export function createPictures() {
  const known = new Map<number, Known>();
  return (
    { spec, weights }: Circuit,
    { layer, kind, tiles }: CircuitColumn,
    maps: PlaneMaps | null,
    palette: Palette,
  ): Pictures | null => {
    if (kind !== 'tiles') return null;
    const times = maps?.layers[layer];
    if (!times && layer === 0) return null;
    const of = times ?? weights[layer - 1]!;
    const shown = tiles.map(({ neuron }) => neuron!);
    const neurons = shown.join();
    const before = known.get(layer);
    if (before?.of === of && before.palette === palette && before.neurons === neurons)
      return before.pictures;
    const pictures = times
      ? planePictures(times, shown, palette)
      : fieldPictures(spec, weights, layer, shown, palette);
    known.set(layer, { of, palette, neurons, pictures });
    return pictures;
  };
}
