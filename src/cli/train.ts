/** `mtspike train`. */
import { holdOut } from '../data/hold-out';
import { sameSize, type ImageSet } from '../data/image-set';
import { from1Words } from '../data/labels';
import { nounOf } from '../data/noun';
import { makeHalf } from '../data/points/make-points';
import { POINT_SIZE } from '../data/points/point';
import { hiddenFor, POINT_CUT, pointNetwork, POINT_SETTINGS } from '../data/points/point-network';
import { classesOf } from '../data/points/points-spec';
import type { Engine, Evaluation, Network } from '../engine/engine';
import { writeModel } from '../files/model-file';
import { initialise, measureInputSpikes } from '../model/initialise';
import { DEFAULT_NETWORK, networkName, weightCount, type NetworkSpec } from '../model/network';
import { DEFAULT_TRAINING, defaultLearningRate, type TrainingSettings } from '../model/training';
import { said } from '../model/said';
import { digest, openCheckpoint, type Fingerprint } from './checkpoint';
import { isNamed, mnistFiles, readMnist, readNamed, type FilePair } from './data';
import { createEngine } from './engines';
import { left, runEpochs } from './epochs';
import { CommandError, UsageError } from './errors';
import { unlessInterrupted } from './interrupt';
import type { Io } from './io';
import { parseOptions, type Values } from './options';
import { bothNamed, POINT_OPTIONS, pointsOf } from './points';
import { isSamePlace, placeOf, requireApart, type NamedFile } from './place';
import { seconds } from './progress';
import { networkFor } from './spec';
import { openTarget } from './target';
import { TRAIN } from './tables';

type Given = Values<typeof TRAIN>;

/** What the options give once the data's own defaults stand in for what was not said. */
type TrainValues = Given & {
  [K in 'epochs' | 'cut' | 'loss' | 'temperature']: NonNullable<Given[K]>;
};

/** The options that name what is read. */
const DATA = ['images', 'labels', 'test-images', 'test-labels'] as const;

const MNIST = { width: 28, height: 28, classes: 10 };

export async function train(args: string[], io: Io): Promise<void> {
  const values = withDefaults(parseOptions('train', TRAIN, args));
  const { signal } = io;
  const { target, checkpoint, training, spec, test } = await unlessInterrupted(signal, () =>
    prepare(values, io),
  );
  const held = values['hold-out'];
  const settings = settingsOf(values);
  const { train: used, held: kept } = holdOut(training, held);
  if (training.firstLabel) io.note(`${from1Words(training.classes)}\n`);
  const keep = checkpoint && {
    checkpoint,
    fingerprint: fingerprintOf(values, spec, settings, used),
  };
  const resumed = await unlessInterrupted(signal, async () =>
    keep?.checkpoint.read(keep.fingerprint),
  );
  const engine = await createEngine(values);
  try {
    await engine.setNetwork(resumed?.snapshot ?? newNetwork(values, spec, used));
    await engine.setData('train', used);
    await engine.configure(settings);
    const from = { step: resumed?.snapshot.step ?? 0, seconds: resumed?.seconds ?? 0 };
    const course = { settings, images: used.count, noun: nounOf(used), from, keep };
    const trainSeconds = await runEpochs(engine, course, io);
    const average = settings.ema > 0;
    const evaluated = (set: ImageSet): Promise<Evaluation> =>
      unlessInterrupted(
        signal,
        () => evaluate(engine, set, average),
        () => checkpoint && left(`${said(checkpoint.name)} keeps the trained state`),
      );
    const heldOut = held > 0 ? await evaluated(kept) : undefined;
    const tested = test && (await evaluated(test));
    const snapshot = await engine.snapshot();
    const description = {
      ...settings,
      spread: values.spread,
      images: used.count,
      ...(training.firstLabel && { first_label: training.firstLabel }),
    };
    await target.write(
      writeModel({
        spec,
        weights: (average ? snapshot.average : undefined) ?? snapshot.weights,
        metadata: { training: JSON.stringify(description) },
      }),
    );
    await checkpoint?.remove();
    const result = { spec, settings, values, trainSeconds, heldOut, tested, count: used.count };
    await io.write(values.json ? `${JSON.stringify(summary(result))}\n` : sentence(result));
  } finally {
    await engine.dispose();
  }
}

/** Points are learned with settings of their own. */
function withDefaults(given: Given): TrainValues {
  const usual = given.points === undefined ? DEFAULT_TRAINING : POINT_SETTINGS;
  const rate = given.points === undefined ? undefined : usual.learningRate;
  const cut = given.points === undefined ? DEFAULT_NETWORK.input.cut : POINT_CUT;
  return {
    ...given,
    epochs: given.epochs ?? usual.epochs,
    loss: given.loss ?? usual.loss,
    temperature: given.temperature ?? usual.temperature,
    cut: given.cut ?? cut,
    'learning-rate': given['learning-rate'] ?? rate,
  };
}

/** Where to write, and all that is read: what is wrong with any of it is said before the work begins. */
async function prepare(values: TrainValues, io: Io) {
  await requirePlaces(values, io);
  const { training, inside, spec } = await loadTraining(values, io);
  const held = values['hold-out'];
  if (held >= training.count) {
    throw new UsageError(
      `--hold-out is ${held}, but there are only ${training.count} training ${nounOf(training).many}: leave some to train on.`,
    );
  }
  const target = await openTarget(io.cwd, values.out);
  const checkpoint =
    values.checkpoint === undefined ? undefined : await openCheckpoint(io.cwd, values.checkpoint);
  const test = await loadTest(values, io, spec, training, inside);
  return { target, checkpoint, training, spec, test };
}

/** No file that is written is one that is read, nor are the two that are written one. @throws CommandError, UsageError */
async function requirePlaces(values: TrainValues, { cwd }: Io): Promise<void> {
  const { out, checkpoint } = values;
  const [model, state] = await Promise.all([
    placeOf(cwd, out),
    checkpoint === undefined ? undefined : placeOf(cwd, checkpoint),
  ]);
  if (state && isSamePlace(model, state)) {
    throw new UsageError('--checkpoint and --out name the same file: give each a name of its own.');
  }
  const named = (option: 'out' | 'checkpoint' | (typeof DATA)[number]): NamedFile => ({
    what: `--${option}`,
    name: values[option],
  });
  const readsMnist = values.images === undefined && values.points === undefined;
  const mnist = readsMnist ? mnistFiles() : [];
  await requireApart(
    cwd,
    [named('out'), named('checkpoint')],
    [...DATA.map(named), ...mnist.map((name) => ({ what: 'MNIST', name }))],
  );
}

/** The training images and the network for them; for MNIST and points the network is checked before anything is read. */
async function loadTraining(
  values: TrainValues,
  io: Io,
): Promise<{ training: ImageSet; inside?: ImageSet | undefined; spec: NetworkSpec }> {
  const { images, labels } = values;
  await isNamed(io.cwd, testPair(values));
  const points = pointsOf(values);
  if (points) {
    if (images !== undefined || labels !== undefined) throw bothNamed();
    if (values.distort !== 'none') {
      throw new UsageError(
        '--distort is for images, and a point moved is another point: leave it out.',
      );
    }
    const { layers } = pointNetwork(classesOf(points), hiddenFor(points.set));
    const data = { ...POINT_SIZE, classes: layers.at(-1)! };
    const spec = networkFor(values, data, layers.slice(0, -1));
    return { training: makeHalf(points, 'train'), spec };
  }
  if (!(await isNamed(io.cwd, { images, labels, options: ['images', 'labels'] }))) {
    const spec = networkFor(values, MNIST);
    return { training: await readMnist('train'), spec };
  }
  const { transpose } = values;
  const reading = { transpose };
  const { set, test, notes } = await readNamed(io.cwd, images!, labels, 'train', reading);
  for (const note of notes) io.note(`${note}\n`);
  return { training: set, inside: test, spec: networkFor(values, set) };
}

function testPair(values: TrainValues): FilePair {
  return {
    images: values['test-images'],
    labels: values['test-labels'],
    options: ['test-images', 'test-labels'],
  };
}

/** The test images; none with images of one's own and no test images named. @param inside those that came with the training images */
async function loadTest(
  values: TrainValues,
  io: Io,
  { input, layers }: NetworkSpec,
  { firstLabel, classNames }: Pick<ImageSet, 'firstLabel' | 'classNames'>,
  inside?: ImageSet,
): Promise<ImageSet | undefined> {
  const pair = testPair(values);
  if (!(await isNamed(io.cwd, pair))) {
    const points = pointsOf(values);
    if (points) return makeHalf(points, 'test');
    if (values.images === undefined) return readMnist('test');
    return inside && requireLike(inside, { input, layers }, values.images);
  }
  const { set: test, notes } = await readNamed(io.cwd, pair.images!, pair.labels, 'test', {
    classes: layers.at(-1)!,
    first: firstLabel ?? 0,
    classNames,
    size: input,
    transpose: values.transpose,
  });
  for (const note of notes) io.note(`${note}\n`);
  return requireLike(test, { input, layers }, pair.images!);
}

/** Test images, with the network's classes. @throws CommandError where they are not as those trained with */
function requireLike(
  test: ImageSet,
  { input, layers }: Pick<NetworkSpec, 'input' | 'layers'>,
  name: string,
): ImageSet {
  if (!sameSize(test, input)) {
    throw new CommandError(
      `${name} holds images of ${test.width} x ${test.height} pixels, but the training images are ${input.width} x ${input.height}.`,
    );
  }
  const classes = layers.at(-1)!;
  if (test.classes > classes) {
    throw new CommandError(
      `${name} has test images of ${test.classes} classes, but the network tells ${classes} apart.`,
    );
  }
  return { ...test, classes };
}

function settingsOf(values: TrainValues): TrainingSettings {
  const { epochs, batch, loss, margin, temperature, optimizer, distort, ema, seed } = values;
  const learningRate = values['learning-rate'] ?? defaultLearningRate(epochs);
  return { epochs, batch, learningRate, loss, margin, temperature, optimizer, distort, ema, seed };
}

function newNetwork(values: TrainValues, spec: NetworkSpec, { images }: ImageSet): Network {
  const inputSpikes = measureInputSpikes(spec, images);
  return { spec, weights: initialise(spec, values.seed, inputSpikes, values.spread) };
}

/** Options that leave the weights as they are; what the images and labels hold is looked at instead of their names. */
const WITHOUT_EFFECT = new Set<string>([
  'out',
  'checkpoint',
  'threads',
  'json',
  'help',
  'transpose',
  ...DATA,
  ...POINT_OPTIONS,
] satisfies (keyof TrainValues)[]);

/** All that shapes the weights, by the names of the options. */
function fingerprintOf(
  values: TrainValues,
  spec: NetworkSpec,
  settings: TrainingSettings,
  used: ImageSet,
): Fingerprint {
  const shaping = Object.entries(values).filter(([option]) => !WITHOUT_EFFECT.has(option));
  return {
    ...Object.fromEntries(shaping),
    network: networkName(spec),
    stride: spec.coding.stride,
    'learning-rate': settings.learningRate,
    'the data': digest(used),
  };
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
  const { many } = nounOf(spec.input);
  const share = ({ accuracy, images }: Evaluation): string =>
    `${(100 * accuracy).toFixed(2)} % of ${images.toLocaleString('en')}`;
  const results = [
    tested && `${share(tested)} test ${many} right`,
    heldOut && `${share(heldOut)} held-out ${many} right`,
    `trained in ${seconds(trainSeconds)}`,
    `written to ${said(values.out)}`,
  ];
  return `${networkName(spec)}: ${results.filter(Boolean).join(', ')}.\n`;
}
