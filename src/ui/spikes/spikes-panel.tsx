import type { ReactNode } from 'react';
import { Panel } from '../kit/panel';
import { useStoreOf, useView } from '../kit/session-context';
import { TimeMap } from './timemap/time-map';
import { Rasters } from './rasters';
import styles from './spikes.module.css';
import { Transport } from './transport';
import { ViewBar } from './view-bar';
import { ViewChoices } from './view-choices';
import { WhatIfBar } from './what-if-bar';

/**
 * The spikes of every layer on one time axis, or as a map of first spike times.
 * @param replay says, while earlier weights are shown, that they are not the present ones
 */
export function SpikesPanel({ replay }: { replay?: ReactNode }) {
  const view = useView();
  const shows = useStoreOf(view.store, (s) => s.shows);
  return (
    <Panel
      title="Spikes"
      aside={
        <>
          <Transport />
          <ViewChoices />
        </>
      }
      className={styles.panel}
    >
      {shows === 'map' ? <TimeMap /> : <Rasters />}
      {replay}
      <WhatIfBar />
      <ViewBar />
    </Panel>
  );
}
