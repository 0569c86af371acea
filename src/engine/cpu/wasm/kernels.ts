/**
 * A training step in three jobs. Each is cut into pieces that threads take one after the other; a piece's result depends on nothing but
 * the piece, so the bytes are the same whichever thread takes it, and however many there are.
 */
import { backpropagate, layerAt, skipSample } from './backpropagate';
import {
  CHUNK,
  CLAIM,
  INPUTS,
  JOB,
  JOB_CAUSES,
  JOB_SAMPLES,
  LAYER_TABLE,
  LAYERS,
  LOSS,
  NO_LOSS,
  ROWS,
  SAMPLES,
  USE_AVERAGE,
} from './layout';
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
      propagate(layer, average, from, to);
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

function causes(network: usize): void {
  const layers = word(network, LAYERS);
  const claim = network + (CLAIM << 2);
  while (true) {
    const l = take(claim, 1);
    if (l >= layers) return;
    gatherCauses(layerAt(word(network, LAYER_TABLE), l), word(network, SAMPLES));
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
    updateRows(network, layerAt(table, l), from, min(from + ROWS, inputs));
  }
}
