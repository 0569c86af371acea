import { circuitPicture } from '../circuit/circuit-picture';
import { SaveSpikes } from '../spikes/save-spikes';

/** Saves what the Spikes panel shows, be it another panel's circuit. */
export function Saving() {
  return <SaveSpikes circuitPicture={circuitPicture} />;
}
