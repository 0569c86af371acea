import { describe, expect, it } from 'vitest';
import { chartOf } from './chart';
import { MEASURES } from './run-curve';
import { curve, run } from './run.test-data';
import { OVERLAYS } from './strokes';

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
