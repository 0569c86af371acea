/** Training steps against the reference engine, loss by loss. */
import { expect, test } from 'vitest';
import type { NetworkSpec } from '../../model/network';
import { stepsPerEpoch, type TrainingSettings } from '../../model/training';
import type { StepReport } from '../engine';
import { createReferenceEngine } from '../reference/reference';
import { settingsOf, trainFor, type Context } from './context';
import { learnable, load, TRAIN } from './fixture';

const STEPS = 20;

interface Plan {
  name: string;
  spec?: Partial<NetworkSpec>;
  settings: Partial<TrainingSettings>;
}

const PLANS: Plan[] = [
  { name: 'Adam, heuristic loss', settings: { batch: 24 } },
  {
    name: 'SGD, cross-entropy, exponential, two hidden layers',
    spec: { response: 'exponential', layers: [23, 17, 4] },
    settings: { batch: 16, optimizer: 'sgd', learningRate: 2e-4, loss: 'cross-entropy' },
  },
  {
    name: 'packed, distorted, averaged',
    spec: { coding: { kernel: 2, stride: 1, train: 'phase' } },
    settings: { batch: 24, distort: 'affine+elastic', ema: 0.9 },
  },
  {
    name: 'two convolutions, averaged',
    spec: {
      convolutions: [
        { channels: 6, kernel: 3, stride: 1 },
        { channels: 8, kernel: 3, stride: 2 },
      ],
      layers: [11, 4],
    },
    settings: { batch: 24, ema: 0.9, learningRate: 4e-3 },
  },
  {
    name: 'ink and paper, mirrored',
    spec: {
      coding: { kernel: 1, stride: 1, train: 'latency', polarity: 'both' },
      layers: [11, 4],
    },
    settings: { batch: 24, distort: 'flip+shift', learningRate: 1e-2 },
  },
];

export function traceTests(context: Context): void {
  for (const { name, spec, settings: changes } of PLANS) {
    test(`a trace of ${STEPS} steps from one seed: ${name}`, async () => {
      const settings = settingsOf({ epochs: 4, seed: 5, ...changes });
      const reference = createReferenceEngine();
      const network = learnable(spec);
      for (const engine of [reference, context.engine]) {
        await load({ ...context, engine }, network);
        await engine.configure(settings);
      }
      const wanted = (await trainFor(reference, STEPS)).reports;
      const { reports, end } = await trainFor(context.engine, STEPS);
      expect(end).toEqual({ step: STEPS, reason: 'steps' });
      expect(reports.reduce((sum, report) => sum + report.steps, 0)).toBe(STEPS);
      expect(wanted[STEPS - 1]!.loss).toBeLessThan(0.9 * wanted[0]!.loss);
      let made = 0;
      for (const report of reports) {
        made += report.steps;
        expect(report.step).toBe(made);
        // Rounding feeds back, so the traces part slowly; step by step below they must not.
        compare(
          report,
          mean(wanted.slice(made - report.steps, made)),
          settings.batch,
          2e-3 * context.tolerance,
        );
      }
      await reference.dispose();
    });

    test(`each of ${STEPS} steps from the reference's weights: ${name}`, async () => {
      const settings = settingsOf({ epochs: 4, seed: 5, ...changes });
      const reference = createReferenceEngine();
      await load({ ...context, engine: reference }, learnable(spec));
      await load(context, learnable(spec));
      await reference.configure(settings);
      await context.engine.configure(settings);
      let jumps = 0;
      for (let step = 0; step < STEPS; step++) {
        await context.engine.setNetwork(await reference.snapshot());
        const [wanted] = (await trainFor(reference, 1)).reports;
        const [actual] = (await trainFor(context.engine, 1)).reports;
        expect(actual!.step).toBe(step + 1);
        expect(actual!.imagesPerSecond).toBeGreaterThan(0);
        compare(actual!, wanted!, settings.batch, 0.01);
        const error = Math.abs(actual!.loss - wanted!.loss) / (1e-3 + Math.abs(wanted!.loss));
        if (error > context.tolerance * 1e-5) jumps++;
      }
      // A step whose loss differs by more than rounding holds a spike that jumps: rare.
      expect(jumps).toBeLessThanOrEqual(2);
      await reference.dispose();
    });
  }

  test('the plan ends training, and more steps are refused until it is longer', async () => {
    const { engine } = context;
    await load(context, learnable());
    const settings = settingsOf({ epochs: 2, batch: 50 });
    await engine.configure(settings);
    const planned = 2 * stepsPerEpoch(TRAIN.count, 50);
    const first = await trainFor(engine, 3);
    expect(first.end).toEqual({ step: 3, reason: 'steps' });
    const rest = await trainFor(engine, Infinity);
    expect(rest.end).toEqual({ step: planned, reason: 'plan' });
    const rates = [...first.reports, ...rest.reports].map((report) => report.learningRate);
    expect(rates[0]).toBeCloseTo(settings.learningRate, 9);
    expect(rates[rates.length - 1]).toBeLessThan(0.1 * settings.learningRate);
    expect((await trainFor(engine, 5)).end).toEqual({ step: planned, reason: 'plan' });
    await engine.configure({ ...settings, epochs: 3 });
    expect((await trainFor(engine, 1)).end).toEqual({ step: planned + 1, reason: 'steps' });
  });
}

/** @param relative allowed difference of the loss */
function compare(actual: StepReport, wanted: StepReport, batch: number, relative: number): void {
  const share = 2 / batch;
  expect(Math.abs(actual.loss - wanted.loss)).toBeLessThanOrEqual(
    relative * (0.05 + Math.abs(wanted.loss)),
  );
  expect(Math.abs(actual.accuracy - wanted.accuracy)).toBeLessThanOrEqual(share);
  expect(actual.spikes).toHaveLength(wanted.spikes.length);
  expect(actual.spikes[0]).toBeCloseTo(wanted.spikes[0]!, 4);
  actual.spikes.forEach((spikes, l) => {
    expect(Math.abs(spikes - wanted.spikes[l]!)).toBeLessThanOrEqual(2 * share);
  });
  expect(Math.abs(actual.decisionTime - wanted.decisionTime)).toBeLessThanOrEqual(0.01);
  expect(actual.learningRate).toBeCloseTo(wanted.learningRate, 8);
}

function mean(reports: StepReport[]): StepReport {
  const of = (value: (report: StepReport) => number): number =>
    reports.reduce((sum, report) => sum + value(report), 0) / reports.length;
  return {
    ...reports[reports.length - 1]!,
    steps: reports.length,
    loss: of((r) => r.loss),
    accuracy: of((r) => r.accuracy),
    spikes: reports[0]!.spikes.map((_, l) => of((r) => r.spikes[l]!)),
    decisionTime: of((r) => r.decisionTime),
    learningRate: of((r) => r.learningRate),
  };
}
