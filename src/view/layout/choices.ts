/** How the layers are laid out: as rasters or maps, in which order the rows stand, which layer is drawn large. */
import { isPointSize } from '../../data/points/point';
import { layerSizes, type NetworkSpec } from '../../model/network';
import { MOST_HIDDEN } from '../../model/validate';
import { choice, nullable, whole } from '../../session/link/link-codecs';
import { linkPart } from '../link/link-part';

/** One raster a layer; every layer as a grid coloured by first spike time; every neuron a tile, every synapse a curve; or a row a spike. */
export const SHOWS = [
  { value: 'raster', label: 'raster' },
  { value: 'map', label: 'time map' },
  { value: 'circuit', label: 'circuit' },
  { value: 'table', label: 'table' },
] as const;

export type Shows = (typeof SHOWS)[number]['value'];

const SHOWN: Record<Shows, string> = {
  raster: 'rasters',
  map: 'time maps',
  circuit: 'the circuit',
  table: 'a table',
};

/** null: nobody has chosen. */
export const shows = linkPart<Shows | null>(
  null,
  nullable(choice(...SHOWS.map(({ value }) => value))),
  { words: (value) => (value === null ? 'as the data set begins' : SHOWN[value]) },
);

/** What a data set begins with: a network of points is small enough to be seen whole. */
export function usualShows({ input }: Pick<NetworkSpec, 'input'>): Shows {
  return isPointSize(input) ? 'circuit' : 'raster';
}

export const SORTS = [
  { value: 'index', label: 'by index' },
  { value: 'time', label: 'by spike time' },
  { value: 'contribution', label: 'by contribution' },
] as const;

export type Sort = (typeof SORTS)[number]['value'];

export const sort = linkPart<Sort>('index', choice(...SORTS.map(({ value }) => value)), {
  words: (value) => `rows by ${value}`,
});

/** The layer drawn large; null: none. */
export const focus = linkPart<number | null>(null, nullable(whole(0, MOST_HIDDEN + 1)), {
  fault: (layer, spec) =>
    layer !== null && layer >= layerSizes(spec).length
      ? 'it enlarges a layer that is not there'
      : null,
  words: (layer) => `layer ${layer} large`,
});
