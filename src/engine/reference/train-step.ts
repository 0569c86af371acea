/** One training step as the model says it: forward, loss and backward an image, then one update from the mean gradient. */
import { averageDecay, update } from '../../model/optimizer';
import { backward, forward } from '../../model/step';
import type { TrainingSettings } from '../../model/training';
import type { StepMeans } from '../shared/reports';
import { createStepSum } from '../shared/step-means';
import { round, type State } from './state';

/**
 * @param images [labels.length, height, width] bytes, distorted already
 * @param rate the step's learning rate
 * @param mayGoOn asked after each image: a step of many may take minutes here; undefined comes back, and nothing is changed, where
 *   it may not
 */
export async function trainStep(
  state: State,
  settings: TrainingSettings,
  images: Uint8Array,
  labels: Uint8Array,
  rate: number,
  mayGoOn: () => Promise<boolean>,
): Promise<StepMeans | undefined> {
  const { spec, weights } = state;
  const size = spec.input.width * spec.input.height;
  const gradients = weights.map((layer) => new Float64Array(layer.length));
  const sum = createStepSum(weights.length + 1);
  for (const [n, label] of labels.entries()) {
    const pass = forward(spec, weights, images.subarray(n * size, (n + 1) * size));
    const { loss } = backward(spec, weights, pass, label, settings, gradients);
    sum.add(
      loss,
      (pass.answer.class ?? pass.answer.guess) === label,
      [pass.input, ...pass.layers.map((l) => l.volley)].map((volley) => volley.order.length),
      pass.answer.decisionTime,
    );
    if (!(await mayGoOn())) return undefined;
  }
  weights.forEach((layer, l) => {
    const gradient = gradients[l]!.map((g) => g / labels.length);
    const moments = state.moments[l]!;
    update(settings.optimizer, layer, gradient, moments, rate, state.step);
    for (const values of [layer, moments.first, moments.second]) round(values);
  });
  keepAverage(state, settings.ema);
  state.step++;
  return sum.means();
}

/** The running average of the weights; it starts as their copy, and ends when the settings no longer ask for it. */
function keepAverage(state: State, ema: number): void {
  if (ema === 0) {
    state.average = undefined;
    return;
  }
  const decay = averageDecay(ema, state.step);
  state.average ??= state.weights.map((layer) => layer.slice());
  state.average.forEach((average, l) => {
    const weights = state.weights[l]!;
    for (let i = 0; i < average.length; i++)
      average[i] = Math.fround(decay * average[i]! + (1 - decay) * weights[i]!);
  });
}
