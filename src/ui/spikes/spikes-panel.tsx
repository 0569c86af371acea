import type { ComponentType, ReactNode } from 'react';
import { Panel } from '../kit/panel';
import { useStoreOf, useView } from '../kit/session-context';
import { Rasters } from './rasters';
import styles from './spikes.module.css';
import { useFoot } from './use-foot';
import { useShows } from './use-shows';
import type { TipProps } from './tip';
import { Transport } from './transport';
import { ViewBar } from './view-bar';
import { ViewChoices } from './view-choices';

interface Props {
  /** Says, while earlier weights are shown, that they are not the present ones. */
  replay?: ReactNode;
  /** What a simulator with time steps would have answered: shown while the spikes are compared with it. */
  stepped?: ReactNode;
  /** The what-ifs in force, and the way back. */
  whatIf?: ReactNode;
  /** The time map, in place of the rasters. */
  map?: ReactNode;
  /** The table of all spikes, in place of the rasters. */
  table?: ReactNode;
  /** The circuit, a panel of its own that is shown in this one's place. */
  circuit?: ReactNode;
  /** What the ghosts behind the marks are. */
  ghost?: ReactNode;
  /** Tells about the spike under the pointer. */
  Tip?: ComponentType<TipProps>;
  /** The button that saves what is shown. */
  saving?: ReactNode;
  /** The button that has the race heard. */
  sound?: ReactNode;
}

/** The spikes of every layer on one time axis, as a map of first spike times, acting in the circuit, or as a table. */
export function SpikesPanel(props: Props) {
  const { replay, whatIf, stepped, map, table, circuit, saving, sound, ghost, Tip } = props;
  const shows = useShows();
  const view = useView();
  const isStepped = useStoreOf(view.store, (s) => s.compare?.kind === 'stepped');
  const isReplay = useStoreOf(view.session.replay.store, (s) => s.at !== null);
  const hasEdits = useStoreOf(view.store, (s) => s.edits.length + s.undone.length > 0);
  const foot = useFoot();
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
      {(shows === 'raster' || (shows === 'circuit' && !circuit)) && <Rasters Tip={Tip} />}
      <div ref={foot} className={styles.foot}>
        {isReplay && replay}
        {isStepped && stepped}
        {hasEdits && whatIf}
        <ViewBar saving={saving} ghost={ghost} />
      </div>
    </Panel>
  );
}
