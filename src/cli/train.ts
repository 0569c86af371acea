/** `mtspike train`. */
import { breathe } from '../engine/shared/breathe';
import { slice, type ImageSet } from '../data/image-set';
import type { Engine, Evaluation, StepReport } from '../engine/engine';
import { writeModel } from '../files/model-file';
import { initialise, measureInputSpikes } from '../model/initialise';
import { networkName, weightCount, type NetworkSpec } from '../model/network';
import { defaultLearningRate, stepsPerEpoch, type TrainingSettings } from '../model/training';
import { isNamed, readMnist, readPair, type FilePair } from './data';
import { createEngine } from './engines';
import { CommandError, Interrupted, UsageError } from './errors';
import type { Io } from './io';
import { openTarget } from './model';
import { parseOptions, type Values } from './options';
import { createProgress, seconds, type Progress } from './progress';
import { networkFor } from './spec';
import { TRAIN } from './tables';

type TrainValues = Values<typeof TRAIN>;

const MNIST = { width: 28, height: 28, classes: 10 };

export async function train(args: string[], io: Io): Promise<void> {
  const values = parseOptions('train', TRAIN, args);
  const { training, spec } = await loadTraining(values, io);
  const held = values['hold-out'];
  if (held >= training.count) {
    throw new UsageError(
      `--hold-out is ${held}, but there are only ${training.count} training images: leave some to train on.`,
    );
  }
  const target = await openTarget(io.cwd, values.out);
  const test = await loadTest(values, io, spec);
  const settings = settingsOf(values);
  const used = slice(training, 0, training.count - held);
  const engine = await createEngine(values);
  try {
    const weights = initialise(
      spec,
      values.seed,
      measureInputSpikes(spec, used.images),
      values.spread,
    );
    await engine.setNetwork({ spec, weights });
    await engine.setData('train', used);
    await engine.configure(settings);
    const started = performance.now();
    await runEpochs(engine, settings, used.count, io);
    const trainSeconds = (performance.now() - started) / 1000;
    const average = settings.ema > 0;
    const heldOut =
      held > 0
        ? await evaluate(engine, slice(training, used.count, training.count), average)
        : undefined;
    const tested = test && (await evaluate(engine, test, average));
    const snapshot = await engine.snapshot();
    if (io.signal.aborted) throw new Interrupted();
    const description = { ...settings, spread: values.spread, images: used.count };
    await target.write(
      writeModel({
        spec,
        weights: (average ? snapshot.average : undefined) ?? snapshot.weights,
        metadata: { training: JSON.stringify(description) },
      }),
    );
    const result = { spec, settings, values, trainSeconds, heldOut, tested, count: used.count };
    await io.write(values.json ? `${JSON.stringify(summary(result))}\n` : sentence(result));
  } finally {
    await engine.dispose();
  }
}

/** The training images and the network for them; for MNIST the network is checked before anything is read. */
async function loadTraining(
  values: TrainValues,
  io: Io,
): Promise<{ training: ImageSet; spec: NetworkSpec }> {
  const { images, labels } = values;
  isNamed(testPair(values));
  if (!isNamed({ images, labels, options: ['images', 'labels'] })) {
    const spec = networkFor(values, MNIST);
    return { training: await readMnist('train'), spec };
  }
  const training = await readPair(io.cwd, images!, labels!);
  return { training, spec: networkFor(values, training) };
}

function testPair(values: TrainValues): FilePair {
  return {
    images: values['test-images'],
    labels: values['test-labels'],
    options: ['test-images', 'test-labels'],
  };
}

/** The test images; none with images of one's own and no test images named. */
async function loadTest(
  values: TrainValues,
  io: Io,
  { input, layers }: NetworkSpec,
): Promise<ImageSet | undefined> {
  const pair = testPair(values);
  if (!isNamed(pair)) return values.images === undefined ? readMnist('test') : undefined;
  const test = await readPair(io.cwd, pair.images!, pair.labels!, layers.at(-1)!);
  if (test.width !== input.width || test.height !== input.height) {
    throw new CommandError(
      `${pair.images} holds images of ${test.width} x ${test.height} pixels, but the training images are ${input.width} x ${input.height}.`,
    );
  }
  return test;
}

function settingsOf(values: TrainValues): TrainingSettings {
  const { epochs, batch, loss, margin, temperature, optimizer, distort, ema, seed } = values;
  const learningRate = values['learning-rate'] ?? defaultLearningRate(epochs);
  return { epochs, batch, learningRate, loss, margin, temperature, optimizer, distort, ema, seed };
}

/** Trains to the end of the plan, an epoch at a time. @throws Interrupted, CommandError */
async function runEpochs(
  engine: Engine,
  settings: TrainingSettings,
  images: number,
  io: Io,
): Promise<void> {
  const steps = stepsPerEpoch(images, settings.batch);
  const progress: Progress = createProgress(io, settings.epochs, steps);
  const stop = (): void => void engine.stop();
  io.signal.addEventListener('abort', stop);
  try {
    for (;;) {
      // Epochs of a few images do not let signals in by themselves.
      await breathe();
      if (io.signal.aborted) throw new Interrupted();
      const end = await engine.train(steps, (reports: StepReport[]) => progress.reports(reports));
      if (end.reason === 'not-finite') {
        throw new CommandError(
          `Training broke at step ${end.step}: a weight is no longer a finite number, so nothing was written; try a smaller --learning-rate.`,
        );
      }
      if (end.reason === 'stopped' || io.signal.aborted) throw new Interrupted();
      progress.epoch();
      if (end.reason === 'plan') return;
    }
  } finally {
    io.signal.removeEventListener('abort', stop);
    progress.end();
  }
}

async function evaluate(engine: Engine, set: ImageSet, average: boolean): Promise<Evaluation> {
  await engine.setData('test', set);
  return engine.evaluate('test', { average });
}

interface Result {
  spec: NetworkSpec;
  settings: TrainingSettings;
  values: TrainValues;
  trainSeconds: number;
  count: number;
  heldOut: Evaluation | undefined;
  tested: Evaluation | undefined;
}

/** The line of --json. What was not measured is null. */
function summary({
  spec,
  settings,
  values,
  trainSeconds,
  count,
  heldOut,
  tested,
}: Result): Record<string, unknown> {
  const measured = tested ?? heldOut;
  return {
    network: networkName(spec),
    epochs: settings.epochs,
    seed: settings.seed,
    test_accuracy: tested?.accuracy ?? null,
    train_seconds: Number(trainSeconds.toFixed(3)),
    spikes_per_image: measured?.spikesPerImage ?? null,
    ...(heldOut && { hold_out_accuracy: heldOut.accuracy }),
    synaptic_operations: measured?.synapticOperations ?? null,
    decision_time: measured?.decisionTime ?? null,
    no_output_spike: measured?.noOutputSpike ?? null,
    images_per_second: Math.round((count * settings.epochs) / trainSeconds),
    weights: weightCount(spec),
    learning_rate: settings.learningRate,
    engine: values.engine,
    out: values.out,
  };
}

function sentence({ spec, values, trainSeconds, heldOut, tested }: Result): string {
  const share = ({ accuracy, images }: Evaluation): string =>
    `${(100 * accuracy).toFixed(2)} % of ${images.toLocaleString('en')}`;
  const results = [
    tested && `${share(tested)} test images right`,
    heldOut && `${share(heldOut)} held-out images right`,
    `trained in ${seconds(trainSeconds)}`,
    `written to ${values.out}`,
  ];
  return `${networkName(spec)}: ${results.filter(Boolean).join(', ')}.\n`;
}
