/** A run of 1,000 steps, two epochs, for tests. */
import type { CurvePoint } from '../../session/training/series';
import type { RunCurve } from './run-curve';

export function curve(points: number, steps = 1): CurvePoint[] {
  return Array.from({ length: points }, (_, i) => {
    const step = (i + 1) * steps;
    return {
      step,
      steps,
      loss: 1 / (i + 1),
      accuracy: 1 - 0.9 / (i + 1),
      spikes: [130, 60 - i / points, 9],
      decisionTime: i === 0 ? NaN : 1 + 1 / (i + 1),
    };
  });
}

export const run: RunCurve = {
  curve: curve(100, 10),
  tests: [
    { step: 300, accuracy: 0.9, loss: 0.1 },
    { step: 1000, accuracy: 0.96, loss: 0.05 },
  ],
  epochSteps: 500,
  sizes: [784, 64, 10],
  norms: [100, 400, 1000].map((step) => ({ step, weights: [9, 4], errors: [0.2, 3 - step / 400] })),
};
