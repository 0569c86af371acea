/** The spike that a pointer is at: a press would take hold of it, or has. */
import type { Readout } from '../../model/readout';
import type { NeuronRef } from '../../session/stimulus/playback';

export type Hand = NeuronRef &
  (
    | { held: false }
    /** With the answer as it was when the spike was taken. */
    | { held: true; answer: Readout | null }
  );
