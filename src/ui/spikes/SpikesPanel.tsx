import { Panel } from '../kit/panel';

/** One raster a layer on one time axis, with the shared time cursor. */
export function SpikesPanel() {
  return <Panel title="Spikes">Every spike of every layer appears here.</Panel>;
}
