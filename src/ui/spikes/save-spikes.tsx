import type { Shows } from '../../view/layout/choices';
import { spikesCsv } from '../../view/tables/spikes-csv';
import type { View } from '../../view/view';
import { ExportMenu } from '../kit/export/export-menu';
import type { Picture } from '../kit/export/picture';
import { mapPicture, rasterPicture } from '../kit/export/raster-picture';
import { useView } from '../kit/session-context';
import { useShows } from './use-shows';

type Pictured = (view: View) => Picture;

interface Props {
  /** The circuit as a picture; without one the rasters are saved in its place. */
  circuitPicture?: Pictured;
}

function savedAs(
  shows: Shows,
  circuit?: Pictured,
): { what: string; name: string; picture: Pictured } {
  if (shows === 'map') return { what: 'the time map', name: 'time-map', picture: mapPicture };
  if (shows === 'circuit' && circuit) {
    return { what: 'the circuit', name: 'circuit', picture: circuit };
  }
  return { what: 'the rasters', name: 'rasters', picture: rasterPicture };
}

/** Saves what the panel shows, as a picture, a film or data. */
export function SaveSpikes({ circuitPicture }: Props) {
  const view = useView();
  const { what, name, picture } = savedAs(useShows(), circuitPicture);
  return (
    <ExportMenu
      what={what}
      name={name}
      picture={() => picture(view)}
      film={picture}
      tables={[{ label: 'Data (CSV)', name: 'spikes', csv: () => spikesCsv(view) }]}
    />
  );
}
