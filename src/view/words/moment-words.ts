/** How far the run was at a moment, in words. */
import type { TrainingState } from '../../session/training/training-state';
import { formatPercent, formatCount } from '../../words/numbers';

/** "Training 92.1 %, last tested 93.4 %." Empty before the first step. */
export function momentWords(
  { curve, tests }: Pick<TrainingState, 'curve' | 'tests'>,
  step: number,
): string {
  // A point is the mean of the steps up to its own: the first that reaches the moment covers it.
  const point = curve.find((p) => p.step >= step) ?? curve[curve.length - 1];
  const test = tests.findLast((t) => t.step <= step);
  const parts = [
    step > 0 && point ? `training ${formatPercent(point.accuracy, 1)}` : '',
    test ? `tested ${formatPercent(test.accuracy, 1)} at step ${formatCount(test.step)}` : '',
  ].filter(Boolean);
  const text = parts.join(', ');
  return text && `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
