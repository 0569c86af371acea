/** The buffers through which a batch passes, as the stages bind them. */
export interface BatchBuffers {
  layers: { uniform: GPUBuffer }[];
  input: {
    /** Neurons in fours. */
    quads: number;
    /** [slots, quads / 4] bits: which of 16 neurons spike. */
    lit: GPUBuffer;
  };
  /** [batch] whether a sample has an error. */
  erring: GPUBuffer;
  /** [input quads + 1, batch + 1] samples that move the weights of 4 input neurons, how many first; then those of all others. */
  lists: GPUBuffer;
}
