/**
 * A training step in three jobs. Each is cut into pieces that threads take one after the other; a piece's result depends on nothing but
 * the piece, so the bytes are the same whichever thread takes it, and however many there are.
 */
import { backpropagate, layerAt, skipSample } from './backpropagate';
import {
  CHUNK,
  CLAIM,
  CONVOLVED,
  INPUTS,
  JOB,
  JOB_CAUSES,
  JOB_SAMPLES,
  LAYER_TABLE,
  LAYERS,
  LOSS,
  NO_LOSS,
  POSITIONS,
  ROWS,
  SAMPLES,
  SLOTS,
  USE_AVERAGE,
} from './layout';
import { expand, sumShared, updateShared } from './convolution';
import { outputErrors } from './loss';
import { order } from './order';
import { propagate } from './propagate';
import { gatherCauses, updateRows } from './update';
import { take, word } from './words';

/**
 * Does the job at hand as far as no other thread does.
 * @param scratch SCRATCH_BYTES of the thread's own
 */
export function work(network: usize, scratch: usize): void {
  const job = word(network, JOB);
  if (job === JOB_SAMPLES) samples(network, scratch);
  else if (job === JOB_CAUSES) causes(network);
  else rows(network);
}

/** Spike times of every layer, loss and errors. */
function samples(network: usize, scratch: usize): void {
  const layers = word(network, LAYERS);
  const table: usize = word(network, LAYER_TABLE);
  const count = word(network, SAMPLES);
  const chunk = word(network, CHUNK);
  const learns = word(network, LOSS) !== NO_LOSS;
  const average = word(network, USE_AVERAGE) !== 0;
  const claim = network + (CLAIM << 2);
  while (true) {
    const from = take(claim, chunk);
    if (from >= count) return;
    const to = min(from + chunk, count);
    for (let l: u32 = 0; l < layers; l++) {
      const layer = layerAt(table, l);
      const positions = word(layer, POSITIONS);
      if (word(layer, CONVOLVED)) for (let s = from; s < to; s++) expand(layer, s);
      propagate(layer, average, from * positions, to * positions);
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

/** A piece is a dense layer, or a part of the batch of a convolution. */
function causes(network: usize): void {
  const layers = word(network, LAYERS);
  const table: usize = word(network, LAYER_TABLE);
  const samples = word(network, SAMPLES);
  const claim = network + (CLAIM << 2);
  let l: u32 = 0;
  let passed: u32 = 0;
  while (true) {
    const piece = take(claim, 1);
    while (l < layers) {
      const pieces: u32 = word(layerAt(table, l), CONVOLVED) ? SLOTS : 1;
      if (piece < passed + pieces) break;
      passed += pieces;
      l++;
    }
    if (l === layers) return;
    const layer = layerAt(table, l);
    if (word(layer, CONVOLVED)) sumShared(layer, samples, piece - passed);
    else gatherCauses(layer, samples);
  }
}

/** ROWS rows at a time, counted through all layers. */
function rows(network: usize): void {
  const layers = word(network, LAYERS);
  const table: usize = word(network, LAYER_TABLE);
  const claim = network + (CLAIM << 2);
  let l: u32 = 0;
  let passed: u32 = 0;
  while (true) {
    const piece = take(claim, 1);
    let inputs: u32 = 0;
    while (l < layers) {
      inputs = word(layerAt(table, l), INPUTS);
      const pieces = (inputs + ROWS - 1) / ROWS;
      if (piece < passed + pieces) break;
      passed += pieces;
      l++;
    }
    if (l === layers) return;
    const from = (piece - passed) * ROWS;
    const to = min(from + ROWS, inputs);
    const layer = layerAt(table, l);
    if (word(layer, CONVOLVED)) updateShared(network, layer, from, to);
    else updateRows(network, layer, from, to);
  }
}
