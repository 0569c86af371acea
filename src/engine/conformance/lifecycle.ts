/** What goes on beside training: stopping it, changing its settings, looking at samples and weights. */
import { expect, test } from 'vitest';
import { slice } from '../../data/image-set';
import type { Engine, StepReport, TrainEnd } from '../engine';
import { learningRateAt } from '../shared/plan';
import { settingsOf, trainFor, type Context } from './context';
import { learnable, load, TEST, TRAIN } from './fixture';

/** A training under way; `next` is its next report (of those wanted), and fails where training ends before. */
interface UnderWay {
  reports: StepReport[];
  next(wanted?: (report: StepReport) => boolean): Promise<StepReport>;
  end: Promise<TrainEnd>;
}

const endless = settingsOf({ epochs: 10_000, batch: 20 });

function start(engine: Engine): UnderWay {
  const reports: StepReport[] = [];
  const waiting: ((report: StepReport) => void)[] = [];
  const end = engine.train(Infinity, (batch) => {
    reports.push(...batch);
    for (const report of batch) for (const tell of waiting) tell(report);
  });
  return {
    reports,
    end,
    next: (wanted = () => true) =>
      new Promise((resolve, reject) => {
        waiting.push((report) => {
          if (wanted(report)) resolve(report);
        });
        // Fails at once, and not when the test's time is over.
        end.then(({ reason }) => reject(new Error(`training ended (${reason})`)), reject);
      }),
  };
}

export function lifecycleTests(context: Context): void {
  test('stop() ends training after a step, and training can go on', async () => {
    const { engine } = context;
    await load(context, learnable());
    await engine.configure(endless);
    const training = start(engine);
    await training.next();
    await engine.stop();
    const { step, reason } = await training.end;
    expect(reason).toBe('stopped');
    expect(step).toBeGreaterThan(0);
    expect((await engine.snapshot()).step).toBe(step);
    expect(training.reports.reduce((sum, report) => sum + report.steps, 0)).toBe(step);
    expect((await trainFor(engine, 2)).end).toEqual({ step: step + 2, reason: 'steps' });
  });

  test('stop() without training does nothing', async () => {
    await context.engine.stop();
    await load(context, learnable());
    await context.engine.configure(endless);
    expect((await trainFor(context.engine, 1)).end.reason).toBe('steps');
  });

  test('settings take effect while training', async () => {
    const { engine } = context;
    await load(context, learnable());
    await engine.configure(endless);
    const training = start(engine);
    const before = await training.next();
    expect(before.learningRate).toBeCloseTo(endless.learningRate, 6);
    const changed = { ...endless, learningRate: 5e-4, batch: 33, loss: 'cross-entropy' as const };
    await engine.configure(changed);
    const after = await training.next((report) => report.learningRate < 6e-4);
    const rate = learningRateAt(changed, after.step - 1, TRAIN.count);
    expect(after.learningRate).toBeCloseTo(rate, 6);
    await engine.stop();
    expect((await training.end).reason).toBe('stopped');
  });

  test('samples, weights and a snapshot can be had while training', async () => {
    const { engine } = context;
    const network = learnable();
    await load(context, network);
    await engine.configure(endless);
    const images = slice(TEST, 0, 3);
    const [initial] = await engine.run(images);
    const training = start(engine);
    await training.next();
    const runs = await engine.run(images);
    const moment = await engine.readWeights([0]);
    const [first] = moment.weights;
    const snapshot = await engine.snapshot();
    const later = await training.next((report) => report.step > snapshot.step);
    await engine.stop();
    const { step, reason } = await training.end;
    expect(reason).toBe('stopped');
    expect(step).toBeGreaterThanOrEqual(later.step);
    expect(moment.step).toBeGreaterThan(0);
    expect(snapshot.step).toBeGreaterThanOrEqual(moment.step);
    expect(runs).toHaveLength(3);
    expect(runs[0]!.layers[0]).toEqual(initial!.layers[0]);
    expect(first).toHaveLength(network.weights[0]!.length);
    expect(first).not.toEqual(network.weights[0]);
    // What was read while training is a whole state: it answers as the engine would have.
    await engine.setNetwork(snapshot);
    expect(await engine.readWeights()).toEqual({ step: snapshot.step, weights: snapshot.weights });
  });

  test('an evaluation can be ended early, and the next one is whole', async () => {
    const { engine } = context;
    await load(context, learnable());
    const whole = await engine.evaluate('test');
    // These sets are small: in a worker the first of many may be over before it hears of it.
    const asked = Array.from({ length: 30 }, () => engine.evaluate('test'));
    const interruption = engine.interrupt();
    const outcomes = await Promise.allSettled(asked);
    await interruption;
    const reasons = outcomes.flatMap((o) => (o.status === 'rejected' ? [String(o.reason)] : []));
    expect(reasons.length).toBeGreaterThan(0);
    expect(new Set(reasons)).toEqual(
      new Set(['EngineError: The evaluation was ended before it was over.']),
    );
    expect(await engine.evaluate('test')).toEqual(whole);
  });

  test('results belong to the caller', async () => {
    const { engine } = context;
    await load(context, learnable());
    const images = slice(TEST, 0, 2);
    const [a] = await engine.run(images);
    const kept = Array.from(a!.layers[1]!.times);
    a!.layers[0]!.times.fill(-1);
    const [b] = await engine.run(images);
    expect(Array.from(b!.layers[1]!.times)).toEqual(kept);
    expect(Array.from(a!.layers[1]!.times)).toEqual(kept);
  });

  test('networks of other sizes, and other data, can be loaded in turn', async () => {
    const { engine } = context;
    for (const layers of [[4], [130, 4], [7, 5, 3, 4], [23, 4]]) {
      await load(context, learnable({ layers }));
      await engine.configure(settingsOf({ batch: 64 }));
      const { reports } = await trainFor(engine, 2);
      expect(reports[0]!.spikes).toHaveLength(layers.length + 1);
      expect(reports.every((report) => Number.isFinite(report.loss))).toBe(true);
    }
    await engine.setData('train', TEST);
    expect((await trainFor(engine, 1)).end.reason).toBe('steps');
  });
}
