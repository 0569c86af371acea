/**
 * A training step in jobs: the first layer's spike times; all the rest of the samples' way; the sums of shared weights' gradients, where
 * there are any; the weights. Each is cut into pieces that threads take one after the other; a piece's result depends on nothing but
 * the piece, so the bytes are the same whichever thread takes it, and however many there are.
 */
import { backpropagate, skipSample } from './backpropagate';
import { Job, Layer, Loss, Network, ROWS, SLOTS, STRIP } from './layout';
import { gatherArrivals, samplesAtATime } from './arrivals';
import { gatherCauses } from './causes';
import { expand, sumShared, updateShared } from './convolution';
import { encode } from './encode';
import { fetchSpikes, fetchTimes, fetchWeights } from './fetch';
import { outputErrors } from './loss';
import { order } from './order';
import { BLOCK, propagate, propagateBlock } from './propagate';
import { blockOf, forgetShares } from './shares';
import { updateRows } from './update';
import { awaitLearnt, countLearnt, layerAt, nextPiece, NO_PIECE, takePiece, word } from './words';

/**
 * Does the job at hand as far as no other thread does.
 * @param thread which one of the Network.THREADS this is
 * @param scratch SCRATCH_BYTES of the thread's own
 */
export function work(network: usize, thread: u32, scratch: usize): void {
  const job = word(network, Network.JOB);
  if (job === Job.SAMPLES) samples(network, thread, scratch);
  else if (job === Job.FIRST) firstLayer(network, thread, scratch);
  else if (job === Job.ENCODE) images(network, thread, scratch);
  else if (job === Job.SHARED) shared(network, thread);
  else rows(network, thread, scratch);
}

/** Spike times of the first layer. */
function firstLayer(network: usize, thread: u32, scratch: usize): void {
  const layer: usize = word(network, Network.LAYER_TABLE);
  if (word(layer, Layer.CONVOLVED)) return;
  const average = word(network, Network.USE_AVERAGE) !== 0;
  firstBlocks(network, layer, thread, word(network, Network.SAMPLES), average, 0, scratch);
}

/**
 * Spike times of a dense first layer, a few samples at a time, block by block of neurons: a thread takes the same blocks at each step, and the same when it learns
 * (`rows`), so that most weights never leave its cache. Between two cores that costs more than the sums.
 * @param learnt pieces in which a part's weights are being learnt: none of its blocks is begun before all are done
 */
function firstBlocks(
  network: usize,
  layer: usize,
  thread: u32,
  samples: u32,
  average: bool,
  learnt: u32,
  scratch: usize,
): void {
  const parts = word(network, Network.THREADS);
  const chunk = min(word(network, Network.CHUNK), samplesAtATime(layer));
  const chunks = (samples + chunk - 1) / chunk;
  let gathered: u32 = NO_PIECE;
  fetchSpikes(network, layer, thread, samples);
  for (let n: u32 = 0; n < parts; n++) {
    const part = (thread + n) % parts;
    // A part that is passed over is not lost: the thread that learns its last piece comes here after that.
    if (!awaitLearnt(network, part, learnt)) continue;
    const first = firstOf(layer, part, parts);
    const own = firstOf(layer, part + 1, parts) - first;
    while (true) {
      const piece = takePiece(network, Network.TAKEN_FIRST, part, own * chunks);
      if (piece === NO_PIECE) break;
      const from = (piece / own) * chunk;
      const to = min(from + chunk, samples);
      if (from !== gathered) gatherArrivals(layer, from, to, scratch);
      gathered = from;
      propagateBlock(layer, average, (first + (piece % own)) * BLOCK, from, to, scratch);
    }
  }
}

// @ts-ignore: decorator
@inline
function blocksOf(layer: usize): u32 {
  return (word(layer, Layer.NEURONS) + BLOCK - 1) / BLOCK;
}

/** The first block of a part of a layer's neurons: each thread's own. */
// @ts-ignore: decorator
@inline
function firstOf(layer: usize, part: u32, parts: u32): u32 {
  return (part * blocksOf(layer)) / parts;
}

/** Spike times of every layer, loss and errors. */
function samples(network: usize, thread: u32, scratch: usize): void {
  const layers = word(network, Network.LAYERS);
  const table: usize = word(network, Network.LAYER_TABLE);
  const count = word(network, Network.SAMPLES);
  const chunk = word(network, Network.CHUNK);
  const firstDone = word(network, Network.FIRST_DONE) !== 0;
  const learns = word(network, Network.LOSS) !== Loss.NONE;
  const average = word(network, Network.USE_AVERAGE) !== 0;
  const pieces = (count + chunk - 1) / chunk;
  for (let l: u32 = 1; l < layers; l++) {
    const layer = layerAt(table, l);
    fetchWeights(network, layer, thread, blocksOf(layer) * word(layer, Layer.INPUTS) * BLOCK * 4);
  }
  while (true) {
    const piece = nextPiece(network, thread, pieces);
    if (piece === NO_PIECE) return;
    const from = piece * chunk;
    const to = min(from + chunk, count);
    if (firstDone && !word(table, Layer.CONVOLVED)) fetchTimes(network, table, thread, from, to);
    for (let l: u32 = 0; l < layers; l++) {
      const layer = layerAt(table, l);
      const positions = word(layer, Layer.POSITIONS);
      const convolved = word(layer, Layer.CONVOLVED) !== 0;
      if (convolved) {
        // Sample by sample: what lies between one pass and the next is still in the cache, and shared weights are few.
        for (let s = from; s < to; s++) {
          expand(layer, s);
          propagate(layer, average, s * positions, (s + 1) * positions, scratch);
          order(layer, s, scratch);
        }
        continue;
      }
      if (l > 0 || !firstDone) propagate(layer, average, from, to, scratch);
      for (let s = from; s < to; s++) order(layer, s, scratch);
    }
    if (!learns) continue;
    for (let s = from; s < to; s++) {
      if (outputErrors(network, layerAt(table, layers - 1), s))
        backpropagate(table, layers, s, scratch);
      else skipSample(table, layers, s);
    }
  }
}

function images(network: usize, thread: u32, scratch: usize): void {
  while (true) {
    const image = nextPiece(network, thread, word(network, Network.SAMPLES));
    if (image === NO_PIECE) return;
    encode(network, image, scratch);
  }
}

/** A piece is a part of the batch, of one layer. */
function shared(network: usize, thread: u32): void {
  const layers = word(network, Network.LAYERS);
  const table: usize = word(network, Network.LAYER_TABLE);
  const samples = word(network, Network.SAMPLES);
  while (true) {
    const piece = nextPiece(network, thread, layers * SLOTS);
    if (piece === NO_PIECE) return;
    const layer = layerAt(table, piece / SLOTS);
    if (word(layer, Layer.CONVOLVED)) sumShared(layer, samples, piece % SLOTS);
  }
}

/** What a thread does before it learns. */
function gather(network: usize, thread: u32): void {
  const layers = word(network, Network.LAYERS);
  const table: usize = word(network, Network.LAYER_TABLE);
  for (let l: u32 = 0; l < layers; l++) {
    const layer = layerAt(table, l);
    if (word(layer, Layer.CONVOLVED)) continue;
    gatherCauses(layer, word(network, Network.SAMPLES), thread);
    forgetShares(layer, thread);
  }
}

/** Rows of every layer. A thread's part goes through all layers: of a dense one, the blocks of its own neurons. */
function rows(network: usize, thread: u32, scratch: usize): void {
  const layers = word(network, Network.LAYERS);
  const table: usize = word(network, Network.LAYER_TABLE);
  const parts = word(network, Network.THREADS);
  const ahead = word(network, Network.AHEAD);
  gather(network, thread);
  let size: u32 = 0;
  for (let l: u32 = 0; l < layers; l++) size += rowPieces(layerAt(table, l), parts);
  while (true) {
    const taken = nextPiece(network, thread, parts * size);
    if (taken === NO_PIECE) break;
    const part = taken / size;
    let piece = taken % size;
    let l: u32 = 0;
    for (; piece >= rowPieces(layerAt(table, l), parts); l++)
      piece -= rowPieces(layerAt(table, l), parts);
    const layer = layerAt(table, l);
    if (word(layer, Layer.CONVOLVED)) sharedRows(network, layer, parts, part, piece);
    else blockRows(network, layer, thread, parts, part, piece, l === layers - 1);
    if (ahead > 0) countLearnt(network, part);
  }
  // The next batch's first layer, by the weights just learnt.
  if (ahead > 0) firstBlocks(network, word(network, Network.NEXT_FIRST), thread, ahead, false, size, scratch);
}

function sharedRows(network: usize, layer: usize, parts: u32, part: u32, piece: u32): void {
  const rows = blocksOf(layer) * word(layer, Layer.INPUTS);
  const share = (rows + parts - 1) / parts;
  const from = part * share + piece * ROWS;
  const to = min(min(from + ROWS, (part + 1) * share), rows);
  if (from < to) updateShared(network, layer, from, to);
}

/** STRIP rows of one block of neurons; then the same rows of the part's next block. */
function blockRows(
  network: usize,
  layer: usize,
  thread: u32,
  parts: u32,
  part: u32,
  piece: u32,
  output: bool,
): void {
  const inputs = word(layer, Layer.INPUTS);
  const first = firstOf(layer, part, parts);
  const own = firstOf(layer, part + 1, parts) - first;
  if (own === 0) return;
  const from = (piece / own) * STRIP;
  if (from >= inputs) return;
  const block = first + (piece % own);
  const share = blockOf(network, layer, thread, block, output);
  updateRows(network, layer, thread, block, share, from, min(from + STRIP, inputs));
}

/** Pieces of a thread's part of a layer, where it is the largest. */
// @ts-ignore: decorator
@inline
function rowPieces(layer: usize, parts: u32): u32 {
  const inputs = word(layer, Layer.INPUTS);
  if (word(layer, Layer.CONVOLVED))
    return ((blocksOf(layer) * inputs + parts - 1) / parts + ROWS - 1) / ROWS;
  return ((blocksOf(layer) + parts - 1) / parts) * ((inputs + STRIP - 1) / STRIP);
}
