/** The spike that a pointer is at: a press would take hold of it, or has. */
import type { Readout } from '../../model/readout';
import type { NeuronRef } from '../../session/stimulus/playback';

export type Hand = NeuronRef &
  (
    | { held: false }
    /** As it was when the spike was taken: the answer, whether there were what-ifs to be told of, and a ghost. */
    | { held: true; answer: Readout | null; told: boolean; ghost: boolean }
  );
