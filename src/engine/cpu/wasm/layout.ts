/**
 * Where the kernels find things: descriptors of 32-bit words (addresses are bytes), written by ../descriptor.ts. This file is read by
 * both sides, as AssemblyScript and as TypeScript.
 */

// A layer. Shapes are those of ../memory.ts.
export const INPUTS = 0;
export const NEURONS = 1;
export const STRIDE = 2;
/** f32 */
export const DEADLINE = 3;
/** f32 */
export const THRESHOLD = 4;
/** 1: exponential synapses. */
export const EXPONENTIAL = 5;
export const WEIGHTS = 6;
export const FIRST = 7;
export const SECOND = 8;
/** 0 where no average is kept. */
export const AVERAGE = 9;
export const TOUCHED = 10;
export const TIMES = 11;
export const SLOPE = 12;
export const CAUSAL = 13;
export const COEFFICIENT = 14;
export const REFERENCE = 15;
export const HORIZON = 16;
// The layer's own spikes, and those it receives. Wherever lists are, PRE_, SOURCE_ and ENCODED_, these five words follow one another.
export const INDEX = 17;
export const TIME = 18;
export const COUNT = 19;
export const CAPACITY = 20;
export const PRE_INDEX = 21;
export const PRE_TIME = 22;
/** 0 where every spike counts once. */
export const PRE_MULTIPLICITY = 23;
export const PRE_COUNT = 24;
export const PRE_CAPACITY = 25;
/** [batch, stride] f32: dE/dt of the layer's spikes. */
export const ERRORS = 26;
/** [batch, stride] f32: e^(-reference), for exponential synapses. */
export const DECAY = 27;
/** [presynaptic + 1] u32: where each neuron's entries in CAUSES start. Of the first thread; the next one's is CAUSES_FROM_STEP bytes on. */
export const CAUSES_FROM = 28;
/** The presynaptic spikes of the samples with an error, grouped by neuron: of every thread its own, CAUSES_STEP bytes apart. */
export const CAUSES = 29;
/** Positions of a convolution, 1 of a dense layer. Above, "sample" is a place of a sample: sample * positions + position. */
export const POSITIONS = 30;
/** 1: a convolution. PRE_* are its patches' lists then, SOURCE_* those of the layer before, and the rest is ../patches.ts. */
export const CONVOLVED = 31;
export const SOURCE_INDEX = 32;
export const SOURCE_TIME = 33;
export const SOURCE_MULTIPLICITY = 34;
export const SOURCE_COUNT = 35;
export const SOURCE_CAPACITY = 36;
export const REACH_FROM = 37;
export const REACH = 38;
export const CORNER = 39;
export const OFFSET = 40;
/** Numbers that a sample has in ERRORS: the stride, or all neurons of a convolution without padding between positions. */
export const ERROR_STRIDE = 41;
/** [SLOTS, blocks, presynaptic, 16] f32, as the weights: sums of a convolution's gradient over parts of the batch. */
export const GRADIENT = 42;
export const CAUSES_FROM_STEP = 43;
export const CAUSES_STEP = 44;
/**
 * Of every thread its own, SHARES_STEP bytes apart: [MOST_BLOCKS] u8, 1 where a block is there; then [blocks, samples, 2, 16] f32, the
 * coefficients of 16 neurons and their references (exponential: e^(-reference)).
 */
export const SHARES = 45;
export const SHARES_STEP = 46;
export const LAYER_WORDS = 48;

/** u32 byte offset of the sample in a block of SHARES, f32 time (exponential: e^time); where a spike may count more than once, f32 multiplicity. */
export const CAUSE_BYTES = 8;
export const PACKED_CAUSE_BYTES = 12;
/** A sample of a block of SHARES. */
export const SHARE_BYTES = 128;
/** Blocks of 16 neurons that a dense layer may have. */
export const MOST_BLOCKS = 64;

// The network, and the job at hand.
export const LAYERS = 0;
export const LAYER_TABLE = 1;
export const SAMPLES = 2;
export const LABELS = 3;
export const LOSSES = 4;
/** What asks for a backward pass: NO_LOSS is forward only. */
export const LOSS = 5;
/** f32 */
export const MARGIN = 6;
/** f32 */
export const TEMPERATURE = 7;
/** 1: forward with the running average of the weights. */
export const USE_AVERAGE = 8;
export const OPTIMIZER = 9;
/** f32: Adam's rate over its first correction; SGD's rate. */
export const RATE = 10;
/** f32: Adam's second correction, 1 / sqrt(1 - beta2^n). */
export const CORRECTION = 11;
/** f32: decay of the running average. */
export const AVERAGE_DECAY = 12;
/** f32: 1 / samples. */
export const SCALE = 13;
/** Set to 1 when a weight is no finite number any more. */
export const BROKEN = 14;
/** Samples a thread takes at a time. */
export const CHUNK = 15;
/** 1: the spike times of the first layer are there, if it is a dense one. */
export const FIRST_DONE = 16;
// The coding (../encode.ts), and where the batch's images and spikes are.
export const PIXEL_COLUMNS = 17;
export const PIXEL_ROWS = 18;
export const PATCH_KERNEL = 19;
export const PATCH_STRIDE = 20;
export const PATCH_COLUMNS = 21;
export const PATCH_ROWS = 22;
/** How much later a pixel spikes for a place further right, and further down, in 255ths of a pixel's slot. */
export const PATCH_RIGHT = 23;
export const PATCH_DOWN = 24;
/** The input window in those. */
export const PATCH_WINDOW = 25;
/** The lowest byte that is lit. */
export const PATCH_LOWEST = 26;
/** 1: a patch emits the first spike of its train; else the mean, or the train with its multiplicity. */
export const PATCH_FIRST = 27;
/** [batch, rows, columns] bytes */
export const IMAGES = 28;
/** The first layer again, as it receives the spikes of the next batch. */
export const NEXT_FIRST = 29;
/** Samples of the next batch whose spike times of the first layer are worked out with the update: 0 for none. */
export const AHEAD = 30;
// The spikes' lists, filled from IMAGES.
export const ENCODED_INDEX = 40;
export const ENCODED_TIME = 41;
export const ENCODED_MULTIPLICITY = 42;
export const ENCODED_COUNT = 43;
export const ENCODED_CAPACITY = 44;
// Shared between threads, each on a cache line of its own.
export const JOB = 32;
/** Threads that do the job. */
export const THREADS = 33;
/** 1: a helping thread broke off, and does no more jobs. */
export const FAILED = 34;
/** Counts the jobs; a change starts the helping threads. */
export const ROUND = 64;
/** Helping threads that are done with the job. */
export const DONE = 80;
/** Words behind ROUND and DONE: how many threads sleep until it changes. */
export const SLEEPERS = 1;
/** For every thread: how many pieces of its part of the job are taken. */
export const TAKEN = 96;
/** On the same line: where a thread leaves what it only read to have it near (fetch.ts). It means nothing. */
export const FETCHED = 97;
/** Also there: how many pieces of the part's weights are learnt, */
export const LEARNT = 98;
/** and how many pieces of its first layer's spike times are taken. */
export const TAKEN_FIRST = 99;
/** Words from one thread's TAKEN to the next's: a cache line. */
export const LINE = 16;
export const MOST_THREADS = 64;
export const NETWORK_WORDS = 96 + 64 * 16;

export const NO_LOSS = 0;
export const HEURISTIC = 1;
export const CROSS_ENTROPY = 2;

export const ADAM = 0;
export const SGD = 1;

/** Spike times of the first layer, if it is a dense one. */
export const JOB_FIRST = 5;
/** All the rest of a sample's way; all of it unless FIRST_DONE. */
export const JOB_SAMPLES = 1;
/** Sums of the gradients of shared weights. */
export const JOB_SHARED = 2;
/** The optimiser's step. */
export const JOB_ROWS = 3;
/** Images to spikes. */
export const JOB_ENCODE = 6;
/** No work: the helping threads leave. */
export const JOB_END = 4;

/** Parts of a batch whose gradients of shared weights are summed apart: fixed, so that the sums are the same on any threads. */
export const SLOTS = 8;
/** Rows of shared weights that a thread updates at a time. */
export const ROWS = 16;
/** Rows of a block that a thread updates at a time. */
export const STRIP = 64;
/** Most buckets the sort uses. */
export const BUCKETS = 4096;
/** Where a thread's scratch memory goes on behind the buckets. */
export const FOUND = 16640;
/** Neurons of the largest layer, and room for one entry more. */
export const MOST_NEURONS = 16400;
/** Where the sums of what spikes hear are, four numbers a spike. */
export const HEARD = 115072;
/** Where long lists are sorted, behind what an image needs to be encoded. */
export const SORT = 180608;
/** Bytes of scratch memory a thread needs. */
export const SCRATCH_BYTES = 377472;
