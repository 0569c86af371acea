import { describe, expect, it } from 'vitest';
import type { CurvePoint } from '../../session/training/series';
import {
  axisEnd,
  chartOf,
  condense,
  MEASURES,
  OVERLAYS,
  readAt,
  readingParts,
  readingWords,
  summary,
  thin,
  ticks,
  type RunCurve,
} from './curves';

function curve(points: number, steps = 1): CurvePoint[] {
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

const run: RunCurve = {
  curve: curve(100, 10),
  tests: [
    { step: 300, accuracy: 0.9, loss: 0.1 },
    { step: 1000, accuracy: 0.96, loss: 0.05 },
  ],
  epochSteps: 500,
  sizes: [784, 64, 10],
  norms: [100, 400, 1000].map((step) => ({ step, weights: [9, 4], errors: [0.2, 3 - step / 400] })),
};

describe('chartOf', () => {
  it('puts steps on an axis of epochs, as long as the plan', () => {
    const { x, rows } = chartOf('accuracy', run, 3);
    expect(x).toMatchObject({ end: 2, epochs: true });
    expect(rows[rows.length - 1]).toMatchObject({ x: 2, test: 0.96 });
    expect(chartOf('accuracy', { ...run, epochSteps: 0 }, 3).x).toMatchObject({
      end: 1000,
      epochs: false,
    });
  });

  it('has training and test at one step in one row', () => {
    const row = chartOf('accuracy', run, 3).rows.find((r) => r.x === 0.6);
    expect(row).toEqual({ x: 0.6, batch: run.curve[29]!.accuracy, test: 0.9 });
  });

  it('draws a line a layer, each with a stroke of its own', () => {
    const { lines } = chartOf('spikes', run, 3);
    expect(lines.map((l) => l.label)).toEqual(['input', 'hidden', 'output']);
    const deep = { ...run, curve: run.curve.map((p) => ({ ...p, spikes: [130, 60, 50, 40, 9] })) };
    const five = chartOf('spikes', deep, 3).lines;
    expect(five.map((l) => l.label)).toEqual([
      'input',
      'hidden 1',
      'hidden 2',
      'hidden 3',
      'output',
    ]);
    // Told apart without colour, too.
    expect(new Set(five.map((l) => l.dash)).size).toBe(5);
    expect(new Set(OVERLAYS.map((l) => l.dash)).size).toBe(OVERLAYS.length);
  });

  it('draws silent shares and norms a layer, without the input', () => {
    const silent = chartOf('silent', run, 3);
    expect(silent.lines.map((l) => l.label)).toEqual(['hidden', 'output']);
    expect(silent.rows.at(-1)).toMatchObject({ layer2: 1 - 9 / 10 });
    expect(silent.rows.at(-1)!.layer1).toBeCloseTo(1 - run.curve[99]!.spikes[1]! / 64, 12);
    const errors = chartOf('errors', run, 3);
    expect(errors.rows).toEqual([
      { x: 0.2, layer1: 0.2, layer2: 2.75 },
      { x: 0.8, layer1: 0.2, layer2: 2 },
      { x: 2, layer1: 0.2, layer2: 0.5 },
    ]);
    expect(chartOf('weights', { ...run, norms: undefined }, 3).rows).toEqual([]);
  });

  it('leaves out what is no number', () => {
    const { rows } = chartOf('decision', run, 3);
    expect(rows).toHaveLength(99);
    expect(rows[0]!.x).toBe(0.04);
  });

  it('lays epochs of another run over epochs, whatever its batch', () => {
    const other = { ...run, epochSteps: 250, tests: [{ step: 250, accuracy: 0.8, loss: 1 }] };
    const { rows, lines } = chartOf('accuracy', run, 3, [{ id: 7, name: 'small', ...other }]);
    expect(rows.find((r) => r.run7 !== undefined)).toMatchObject({ x: 1, run7: 0.8 });
    expect(lines[0]).toMatchObject({ key: 'run7', label: 'small', dots: true });
  });

  it('stays under 700 points with everything on it, however long the run', () => {
    const norms = curve(600, 3).map(({ step }) => ({ step, weights: [1, 1], errors: [1, 1] }));
    const long = { curve: curve(2000, 7), tests: curve(500, 5), epochSteps: 997, norms };
    const overlays = [1, 2, 3].map((id) => ({
      id,
      name: '',
      ...long,
      tests: curve(500, 3 + id),
    }));
    for (const measure of MEASURES) {
      expect(chartOf(measure, long, 3, overlays).rows.length).toBeLessThanOrEqual(700);
    }
  });

  it('has round ticks from one end of the y axis to the other, and the late values between', () => {
    for (const measure of MEASURES) {
      const { y, rows, lines } = chartOf(measure, run, 3);
      expect(y.ticks[0]).toBe(y.low);
      expect(y.ticks.at(-1)).toBe(y.high);
      expect(y.ticks.length).toBeLessThanOrEqual(7);
      const last = rows[rows.length - 1]!;
      for (const { key } of lines) {
        expect(last[key]).toBeGreaterThanOrEqual(y.low);
        expect(last[key]).toBeLessThanOrEqual(y.high);
      }
    }
    expect(chartOf('accuracy', run, 3).y.high).toBe(1);
  });

  it('can draw nothing', () => {
    const none = chartOf('loss', { curve: [], tests: [], epochSteps: 0 }, 3);
    expect(none.rows).toEqual([]);
    expect(none.y.high).toBeGreaterThan(none.y.low);
  });
});

describe('axes', () => {
  it('have at most five round ticks', () => {
    expect(ticks(3)).toEqual([0, 1, 2, 3]);
    expect(ticks(2)).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(ticks(100)).toEqual([0, 50, 100]);
    expect(ticks(0.5)).toEqual([0, 0.2, 0.4]);
  });

  it('grow in few jumps up to the plan, and past it when the run does', () => {
    expect(axisEnd(0.03, 3)).toBe(0.1);
    expect(axisEnd(0.4, 3)).toBe(0.5);
    expect(axisEnd(2.4, 3)).toBe(3);
    expect(axisEnd(6, 7)).toBe(7);
    expect(axisEnd(6.5, 3)).toBe(6.5);
  });
});

describe('readAt', () => {
  it('reads all measures at the step nearest to the pointer', () => {
    expect(readAt(run, 0.601)).toEqual({
      step: 300,
      accuracy: run.curve[29]!.accuracy,
      testAccuracy: 0.9,
      testStep: 300,
      loss: 1 / 30,
      testLoss: 0.1,
      spikes: run.curve[29]!.spikes,
      silent: run.curve[29]!.spikes.map((n, l) => 1 - n / [784, 64, 10][l]!),
      decisionTime: 1 + 1 / 30,
      norms: run.norms![0],
    });
  });

  it('says every measure, each once', () => {
    expect(
      readingParts(readAt(run, 0.601)!)
        .map(({ measure }) => measure)
        .toSorted(),
    ).toEqual(MEASURES.toSorted());
    expect(readingWords(readAt(run)!)).toBe(
      '99.1 % (test 96.0 %), loss 0.0100 (test 0.0500), spikes 130/59/9, t 1.01, silent 8/10 %, ‖w‖ 9.00/4.00, ‖δ‖ 0.200/0.500',
    );
  });

  it('says at which step the test set was measured, where that is another', () => {
    expect(readingWords(readAt(run, 0.651)!)).toContain('% (test 90.0 % at step 300), loss');
    expect(readingWords(readAt(run, 0.601)!)).toContain('% (test 90.0 %), loss');
  });

  it('foretells no evaluation', () => {
    expect(readAt(run, 0.58)!.testAccuracy).toBeNull();
    expect(readAt(run)).toMatchObject({ step: 1000, testAccuracy: 0.96 });
    expect(readAt({ ...run, curve: [] })).toBeNull();
  });
});

it('thins with both ends kept, and condenses to means', () => {
  const list = Array.from({ length: 101 }, (_, i) => i);
  expect(thin(list, 5)).toEqual([0, 25, 50, 75, 100]);
  const all = curve(1500);
  const few = condense(all);
  const mean = (points: CurvePoint[]) =>
    points.reduce((sum, p) => sum + p.loss * p.steps, 0) / points.at(-1)!.step;
  expect(few.length).toBeLessThanOrEqual(280);
  expect(mean(few)).toBeCloseTo(mean(all), 12);
});

it('says in words what the chart shows', () => {
  expect(summary('accuracy', run)).toBe(
    'Accuracy over 1,000 steps: training from 10.0 % to 99.1 %, test from – to 96.0 %.',
  );
  expect(summary('loss', { ...run, curve: [] })).toBe('No step has been made yet.');
});
