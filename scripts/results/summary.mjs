/** From the outcomes of a row's seeds to the figures that are shown. */
import { commandLine, trainArguments } from './commands.mjs';

/**
 * @typedef {object} Summary
 * @property {number[]} seeds
 * @property {{ mean: number, least: number, most: number }} accuracy shares, [0, 1]
 * @property {number} weights
 * @property {number[]} spikes an image by layer, the input first
 * @property {number} operations synaptic operations an image
 * @property {number} decisionTime
 * @property {number} macs multiply-accumulates an image of a network of equal shape that computes every synapse
 * @property {number} seconds of training
 */

/**
 * Means over the seeds. Outcomes of other settings than the row's own do not count.
 *
 * @param {import('./rows.mjs').Row} row
 * @param {(seed: number) => any} outcomeOf the stored JSON of a seed, or undefined
 * @returns {Summary | undefined} undefined where no seed was run
 */
export function summarise(row, outcomeOf) {
  const outcomes = row.seeds
    .map(outcomeOf)
    .filter((found) => found && found.command === commandLine(trainArguments(row, found.seed)));
  if (outcomes.length === 0) return undefined;
  const [{ model, train }] = outcomes;
  const over = (choose) => mean(outcomes.map(choose));
  const accuracies = outcomes.map(({ evaluate }) => evaluate.accuracy);
  const layers = outcomes.map(({ evaluate: { spikes_per_image: spikes } }) => [
    spikes.input,
    ...spikes.hidden,
    spikes.output,
  ]);
  return {
    seeds: outcomes.map(({ seed }) => seed),
    accuracy: {
      mean: mean(accuracies),
      least: Math.min(...accuracies),
      most: Math.max(...accuracies),
    },
    weights: train.weights,
    spikes: layers[0].map((_, l) => mean(layers.map((spikes) => spikes[l]))),
    operations: over(({ evaluate }) => evaluate.synaptic_operations),
    decisionTime: over(({ evaluate }) => evaluate.decision_time),
    macs: multiplyAccumulates(model.spec),
    seconds: over((found) => found.train.train_seconds),
  };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a network of this shape costs an image where every synapse is computed: a shared weight once a place. */
export function multiplyAccumulates({ input, coding, convolutions = [], layers }) {
  const places = (side, { kernel, stride }) => Math.floor((side - kernel) / stride) + 1;
  let columns = places(input.width, coding);
  let rows = places(input.height, coding);
  let channels = 1;
  let sum = 0;
  for (const convolution of convolutions) {
    columns = places(columns, convolution);
    rows = places(rows, convolution);
    sum += columns * rows * convolution.channels * convolution.kernel ** 2 * channels;
    ({ channels } = convolution);
  }
  let size = columns * rows * channels;
  for (const neurons of layers) {
    sum += neurons * size;
    size = neurons;
  }
  return sum;
}
