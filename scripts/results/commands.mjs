/** The command lines of a row, as arguments of `mtspike`. */
import { files, points } from './data-sets.mjs';
import { HOLD_OUT } from './tunings.mjs';

/** The options that name a data set's files: without them `train` takes MNIST. */
function dataOptions({ data = 'mnist' }) {
  if (data === 'mnist') return [];
  if (data in points) return points[data];
  const { testImages, testLabels } = files[data];
  return [...trainingOptions(data), '--test-images', testImages, '--test-labels', testLabels];
}

/** Those of its training images alone. */
function trainingOptions(data) {
  if (data === 'mnist') return [];
  const { images, labels } = files[data];
  return ['--images', images, '--labels', labels];
}

/** What names the training: the options that shape the model. */
export function trainArguments(row, seed) {
  return ['train', ...row.train.split(' '), ...dataOptions(row), '--seed', String(seed)];
}

export function evaluateArguments({ data = 'mnist' }, model) {
  if (data in points) return ['evaluate', '--model', model, ...points[data]];
  const { testImages, testLabels } = files[data];
  return ['evaluate', '--model', model, '--images', testImages, '--labels', testLabels];
}

/** One trial of a tuning; the test images of its data set have no part in it. */
export function trialArguments({ base, trials, holdOut = HOLD_OUT, data = 'mnist' }, index) {
  const options = `${base} ${trials[index]} --hold-out ${holdOut}`;
  return ['train', ...options.split(' '), ...trainingOptions(data), '--seed', '1'];
}

/** A command line as people type it. */
export const commandLine = (args) => `npm run -s mtspike -- ${args.join(' ')}`;
