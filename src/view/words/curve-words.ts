/** The curves in words: values as they are written, a reading, and what the chart shows. */
import { linesOf } from '../curves/lines';
import { lineValue, readAt, type Reading } from '../curves/reading';
import { isShare, type Measure, type RunCurve } from '../curves/run-curve';
import { formatCount as count, formatNumber, plural } from '../../words/numbers';
import { DASH, figure, percent } from './figures';

/** How a value of a measure is written. */
export function showValue(measure: Measure, value: number | null | undefined): string {
  if (value == null || !Number.isFinite(value)) return DASH;
  if (isShare(measure)) return percent(value, 1);
  if (measure === 'spikes') return formatNumber(value, value >= 100 ? 0 : 1);
  return figure(value);
}

/** " at step 938": the test set is measured now and then, seldom at the very step that is read. Empty where it was. */
export function testWhen({ step, testStep }: Pick<Reading, 'step' | 'testStep'>): string {
  return testStep === null || testStep === step ? '' : ` at step ${count(testStep)}`;
}

/** Every measure of a reading in a few words; layers after one another, separated by strokes. */
export function readingParts(reading: Reading): { measure: Measure; text: string }[] {
  const { accuracy, testAccuracy, loss, testLoss, spikes, silent, decisionTime, norms } = reading;
  const when = testWhen(reading);
  const beside = (measure: Measure, a: number, test: number | null) =>
    showValue(measure, a) + (test === null ? '' : ` (test ${showValue(measure, test)}${when})`);
  const parts: { measure: Measure; text: string }[] = [
    { measure: 'accuracy', text: beside('accuracy', accuracy, testAccuracy) },
    { measure: 'loss', text: `loss ${beside('loss', loss, testLoss)}` },
    { measure: 'spikes', text: `spikes ${spikes.map((s) => formatNumber(s, 0)).join('/')}` },
    { measure: 'decision', text: `t ${showValue('decision', decisionTime)}` },
  ];
  const known = silent.slice(1).filter((s) => !Number.isNaN(s));
  if (known.length > 0) {
    const shares = known.map((s) => formatNumber(s * 100, 0)).join('/');
    parts.push({ measure: 'silent', text: `silent ${shares} %` });
  }
  if (norms) {
    const list = (values: number[]) => values.map(figure).join('/');
    parts.push({ measure: 'weights', text: `‖w‖ ${list(norms.weights)}` });
    parts.push({ measure: 'errors', text: `‖δ‖ ${list(norms.errors)}` });
  }
  return parts;
}

export function readingWords(reading: Reading): string {
  return readingParts(reading)
    .map(({ text }) => text)
    .join(', ');
}

/** What the chart shows, for those who cannot see it. */
export function summary(measure: Measure, run: RunCurve): string {
  const last = readAt(run);
  const first = readAt(run, 0);
  if (!last || !first) return 'No step has been made yet.';
  const way = (key: string, label: string) => {
    const [a, b] = [lineValue(measure, key, first), lineValue(measure, key, last)];
    return `${label} from ${showValue(measure, a)} to ${showValue(measure, b)}`;
  };
  const parts = linesOf(measure, last.spikes.length, run).map(({ line }) =>
    way(line.key, line.label),
  );
  const names: Record<Measure, string> = {
    accuracy: 'Accuracy',
    loss: 'Loss',
    spikes: 'Spikes a sample',
    silent: 'Share of silent neurons a layer',
    decision: 'Time of the first output spike',
    weights: 'Norm of the weights a layer',
    errors: 'Norm of the temporal error a layer',
  };
  return `${names[measure]} over ${plural(last.step, 'step')}: ${parts.join(', ')}.`;
}
