/**
 * Where the kernels find things: descriptors of 32-bit words (addresses are bytes), written by ../descriptor.ts. Both sides read this file,
 * as AssemblyScript and as TypeScript, and the words number themselves, but for those that begin a cache line: to add one is to add a line.
 * ../layout.test.ts holds that both languages count alike, and what the lines below promise.
 */

/** The words of a layer. Shapes are those of ../memory.ts. */
export enum Layer {
  INPUTS,
  NEURONS,
  STRIDE,
  /** f32 */
  DEADLINE,
  /** f32 */
  THRESHOLD,
  /** 1: exponential synapses. */
  EXPONENTIAL,
  WEIGHTS,
  FIRST,
  SECOND,
  /** 0 where no average is kept. */
  AVERAGE,
  TOUCHED,
  TIMES,
  SLOPE,
  CAUSAL,
  GAIN,
  REFERENCE,
  HORIZON,
  // The layer's own spikes.
  INDEX,
  TIME,
  COUNT,
  CAPACITY,
  // The lists it receives: their five words stand in this order wherever lists are (`listWords` in ../descriptor.ts).
  PRE_INDEX,
  PRE_TIME,
  /** 0 where every spike counts once. */
  PRE_MULTIPLICITY,
  PRE_COUNT,
  PRE_CAPACITY,
  /** [batch, stride] f32: dE/dt of the layer's spikes. */
  ERRORS,
  /** [batch, stride] f32: e^(-reference), for exponential synapses. */
  DECAY,
  /** [presynaptic + 1] u32: where each neuron's entries in CAUSES start. Of the first thread; the next one's is CAUSES_FROM_STEP bytes on. */
  CAUSES_FROM,
  /** The presynaptic spikes of the samples with an error, grouped by neuron: of every thread its own, CAUSES_STEP bytes apart. */
  CAUSES,
  /** Positions of a convolution, 1 of a dense layer. Above, "sample" is a place of a sample: sample * positions + position. */
  POSITIONS,
  /** 1: a convolution. PRE_ are its patches' lists then, SOURCE_ those of the layer before, and the rest is ../patches.ts. */
  CONVOLVED,
  SOURCE_INDEX,
  SOURCE_TIME,
  SOURCE_MULTIPLICITY,
  SOURCE_COUNT,
  SOURCE_CAPACITY,
  REACH_FROM,
  REACH,
  CORNER,
  OFFSET,
  /** Numbers that a sample has in ERRORS: the stride, or all neurons of a convolution without padding between positions. */
  ERROR_STRIDE,
  /** [SLOTS, blocks, presynaptic, 16] f32, as the weights: sums of a convolution's gradient over parts of the batch. */
  GRADIENT,
  CAUSES_FROM_STEP,
  CAUSES_STEP,
  /**
   * Of every thread its own, SHARES_STEP bytes apart: [MOST_BLOCKS] u8, 1 where a block is there; then [blocks, samples, 2, 16] f32, the
   * gains of 16 neurons and their references (exponential: e^(-reference)).
   */
  SHARES,
  SHARES_STEP,

  /** How many words there are. */
  END,
}

/** Words from one layer to the next: whole cache lines. */
export const LAYER_WORDS = (Layer.END + 15) & ~15;

/** u32 byte offset of the sample in a block of SHARES, f32 time (exponential: e^time); where a spike may count more than once, f32 multiplicity. */
export const CAUSE_BYTES = 8;
export const PACKED_CAUSE_BYTES = 12;
/** A sample of a block of SHARES. */
export const SHARE_BYTES = 128;
/** Blocks of 16 neurons that a dense layer may have. */
export const MOST_BLOCKS = 64;

/** The words of the network, and of the job at hand. */
export enum Network {
  LAYERS,
  LAYER_TABLE,
  SAMPLES,
  LABELS,
  LOSSES,
  /** What asks for a backward pass (Loss). */
  LOSS,
  /** f32 */
  MARGIN,
  /** f32 */
  TEMPERATURE,
  /** 1: forward with the running average of the weights. */
  USE_AVERAGE,
  OPTIMIZER,
  /** f32: Adam's rate over its first correction; SGD's rate. */
  RATE,
  /** f32: Adam's second correction, 1 / sqrt(1 - beta2^n). */
  CORRECTION,
  /** f32: decay of the running average. */
  AVERAGE_DECAY,
  /** f32: 1 / samples. */
  SCALE,
  /** Set to 1 when a weight is no finite number any more. */
  BROKEN,
  /** Samples a thread takes at a time. */
  CHUNK,
  /** 1: the spike times of the first layer are there, if it is a dense one. */
  FIRST_DONE,
  // The coding (../encode.ts), and where the batch's images and spikes are.
  PIXEL_COLUMNS,
  PIXEL_ROWS,
  PATCH_KERNEL,
  PATCH_STRIDE,
  PATCH_COLUMNS,
  PATCH_ROWS,
  /** How much later a pixel spikes for a place further right, and further down, in 255ths of a pixel's slot. */
  PATCH_RIGHT,
  PATCH_DOWN,
  /** The input window in those. */
  PATCH_WINDOW,
  /** The lowest byte that is lit. */
  PATCH_LOWEST,
  /** 1: a patch emits the first spike of its train; else the mean, or the train with its multiplicity. */
  PATCH_FIRST,
  /** 1: a pixel has two neurons, ink and then paper. */
  BOTH_POLARITIES,
  /** [batch, rows, columns] bytes */
  IMAGES,
  /** The first layer again, as it receives the spikes of the next batch. */
  NEXT_FIRST,
  /** Samples of the next batch whose spike times of the first layer are worked out with the update: 0 for none. */
  AHEAD,
  // The spikes' lists, filled from IMAGES.
  ENCODED_INDEX,
  ENCODED_TIME,
  ENCODED_MULTIPLICITY,
  ENCODED_COUNT,
  ENCODED_CAPACITY,

  JOB,
  /** Threads that do the job. */
  THREADS,
  /** 1: a helping thread broke off, and does no more jobs. */
  FAILED,
  /** Behind the words that one thread writes while the others wait. */
  END,

  // Counted by several threads at once, so on cache lines of their own (LINE), which begin here:
  /** counts the jobs; a change starts the helping threads. */
  ROUND = 64,
  /** Helping threads that are done with the job. */
  DONE = 80,
  /** For every thread a line: how many pieces of its part of the job are taken, */
  TAKEN = 96,
  /** where it leaves what it only read to have it near (fetch.ts), which means nothing, */
  FETCHED,
  /** how many pieces of the part's weights are learnt, */
  LEARNT,
  /** and how many pieces of its first layer's spike times are taken. */
  TAKEN_FIRST,
}

/** Words behind ROUND and DONE: how many threads sleep until it changes. */
export const SLEEPERS = 1;
/** Words of a cache line, and from one thread's TAKEN to the next's. */
export const LINE = 16;
export const MOST_THREADS = 64;
export const NETWORK_WORDS = Network.TAKEN + MOST_THREADS * LINE;

/** What asks for a backward pass. */
export enum Loss {
  /** Forward only. */
  NONE,
  HEURISTIC,
  CROSS_ENTROPY,
}

export enum Optimizer {
  ADAM,
  SGD,
}

export enum Job {
  /** No work: the helping threads leave. */
  END,
  /** Images to spikes. */
  ENCODE,
  /** Spike times of the first layer, if it is a dense one. */
  FIRST,
  /** All the rest of a sample's way; all of it unless FIRST_DONE. */
  SAMPLES,
  /** Sums of the gradients of shared weights. */
  SHARED,
  /** The optimiser's step. */
  ROWS,
}

/** Parts of a batch whose gradients of shared weights are summed apart: fixed, so that the sums are the same on any threads. */
export const SLOTS = 8;
/** Rows of shared weights that a thread updates at a time. */
export const ROWS = 16;
/** Rows of a block that a thread updates at a time. */
export const STRIP = 64;

// A thread's scratch memory: bytes from its start, each part a whole number of cache lines.
/** Most buckets the sort uses: u32 each. */
export const BUCKETS = 4096;
/** Neurons of the largest layer, and room for one entry more. */
export const MOST_NEURONS = 16400;
/** What encode.ts keeps of an image while it is encoded. */
export const ENCODE_BYTES = 65536;
/** Behind the buckets, and an end of theirs: the times (f32) and the neurons (u16) that are found before they are sorted. */
export const FOUND = 4 * (BUCKETS + LINE * 4);
/** The sums of spike-errors.ts, four f32 a spike, to the end of the memory; or, at another time, what encode.ts keeps. */
export const ERROR_SUMS = (FOUND + 6 * MOST_NEURONS + 63) & ~63;
/** Where long lists are sorted, behind what encode.ts keeps: ten bytes a spike. */
export const SORT = ERROR_SUMS + ENCODE_BYTES;
/** At the start, while nothing is sorted: how many arrivals the samples at hand have (arrivals.ts), */
export const ARRIVAL_COUNTS = 0;
/** their runs, */
export const ARRIVAL_RUNS = 64;
/** and of each moment at which neurons of a block fire CROSSING_BYTES (propagate.ts), */
export const CROSSINGS = 576;
export const CROSSING_BYTES = 192;
/** and, while no errors are summed up, the arrivals. */
export const ARRIVALS = ERROR_SUMS;
/** Bytes of scratch memory a thread needs. */
export const SCRATCH_BYTES = ERROR_SUMS + 16 * MOST_NEURONS;
