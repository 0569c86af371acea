import type { ReactNode } from 'react';
import { Panel } from '../kit/panel';
import { useStoreOf, useView } from '../kit/session-context';
import { Rasters } from './rasters';
import styles from './spikes.module.css';
import { useShows } from './use-shows';
import { Transport } from './transport';
import { ViewBar } from './view-bar';
import { ViewChoices } from './view-choices';
import { WhatIfBar } from './what-if-bar';

interface Props {
  /** Says, while earlier weights are shown, that they are not the present ones. */
  replay?: ReactNode;
  /** What a simulator with time steps would have answered: shown while the spikes are compared with it. */
  stepped?: ReactNode;
  /** The time map, in place of the rasters. */
  map?: ReactNode;
  /** The table of all spikes, in place of the rasters. */
  table?: ReactNode;
  /** The circuit, a panel of its own that is shown in this one's place. */
  circuit?: ReactNode;
  /** The button that saves what is shown. */
  saving?: ReactNode;
  /** The button that has the race heard. */
  sound?: ReactNode;
}

/** The spikes of every layer on one time axis, as a map of first spike times, acting in the circuit, or as a table. */
export function SpikesPanel(props: Props) {
  const { replay, stepped, map, table, circuit, saving, sound } = props;
  const shows = useShows();
  const isStepped = useStoreOf(useView().store, (s) => s.compare?.kind === 'stepped');
  return (
    <Panel
      title="Spikes"
      aside={
        <>
          <Transport sound={sound} />
          <ViewChoices />
        </>
      }
      className={styles.panel}
    >
      {shows === 'circuit' && circuit}
      {shows === 'map' && map}
      {shows === 'table' && table}
      {(shows === 'raster' || (shows === 'circuit' && !circuit)) && <Rasters />}
      {replay}
      {isStepped && stepped}
      <WhatIfBar />
      <ViewBar saving={saving} />
    </Panel>
  );
}
