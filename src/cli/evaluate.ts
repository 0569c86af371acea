/** `mtspike evaluate`. */
import { slice, type ImageSet } from '../data/image-set';
import { from1Words } from '../data/labels';
import { nounOf } from '../data/noun';
import type { Evaluation } from '../engine/engine';
import type { ModelFile } from '../files/model-file';
import { isPrecise } from '../model/imprecise';
import { classCount, networkName, type NetworkSpec } from '../model/network';
import { said } from '../model/said';
import { nameOf, requireSize } from './classify';
import { isNamed, readImageFile, readNamed } from './data';
import { openModel } from './described';
import { createEngine } from './engines';
import { CommandError } from './errors';
import { curveOf, hardwareOf, imprecisionJson, writeCurve } from './imprecise';
import { unlessInterrupted } from './interrupt';
import type { Io } from './io';
import { parseOptions } from './options';
import { testPoints } from './points';
import { EVALUATE } from './tables';

export async function evaluate(args: string[], io: Io): Promise<void> {
  const values = parseOptions('evaluate', EVALUATE, args);
  const hardware = hardwareOf(values);
  const plan = curveOf(values, hardware);
  const points = testPoints('evaluate', values);
  await isNamed(io.cwd, {
    images: values.images,
    labels: values.labels,
    options: ['images', 'labels'],
  });
  const { spec, weights, all } = await unlessInterrupted(io.signal, async () => {
    const model = await openModel(
      io,
      values,
      async () => points ?? readImageFile(io.cwd, values.images!, {}),
    );
    if (points) return { ...model, all: points };
    const { set: all, notes } = await readNamed(io.cwd, values.images!, values.labels, 'test', {
      classes: classCount(model.spec),
      ...(trainedFrom1(model) && { first: 1 }),
      classNames: model.spec.classNames,
      size: model.spec.input,
      transpose: values.transpose,
    });
    for (const note of notes) io.note(`${note}\n`);
    return { ...model, all };
  });
  if (all.firstLabel) io.note(`${from1Words(all.classes)}\n`);
  requireSize(all, spec, nameOf(values));
  requireClasses(all, spec, nameOf(values));
  const engine = await createEngine(values);
  try {
    await engine.setNetwork({ spec, weights });
    await engine.setData('test', slice(all, 0, Math.min(all.count, values.limit ?? Infinity)));
    const readable = io.writesToTerminal && !values.json;
    if (plan) {
      await writeCurve(engine, plan, networkName(spec), io, readable);
      return;
    }
    const precise = isPrecise(hardware);
    const result = await unlessInterrupted(io.signal, () =>
      precise ? engine.evaluate('test') : engine.evaluateImprecise('test', hardware),
    );
    const json = {
      ...summary(spec, result),
      ...(!precise && { imprecision: imprecisionJson(hardware) }),
    };
    await io.write(readable ? table(spec, result) : `${JSON.stringify(json)}\n`);
  } finally {
    await engine.dispose();
  }
}

/** Labels of files are read by the network's classes; points have their own. @throws CommandError */
function requireClasses({ classes }: ImageSet, spec: NetworkSpec, name: string): void {
  if (classes <= classCount(spec)) return;
  throw new CommandError(
    `${said(name)} has ${classes} classes, but the network tells ${classCount(spec)} apart.`,
  );
}

/** Whether the labels that the model was trained with counted from 1 (`train` writes it down). */
function trainedFrom1({ metadata }: ModelFile): boolean {
  try {
    const training: unknown = JSON.parse(metadata?.training ?? '');
    return (training as { first_label?: unknown } | null)?.first_label === 1;
  } catch {
    return false;
  }
}

function summary(spec: NetworkSpec, result: Evaluation): Record<string, unknown> {
  return {
    images: result.images,
    accuracy: result.accuracy,
    no_output_spike: result.noOutputSpike,
    confusion: rows(spec, result),
    spikes_per_image: result.spikesPerImage,
    synaptic_operations: result.synapticOperations,
    decision_time: result.decisionTime,
    network: networkName(spec),
  };
}

function rows(spec: NetworkSpec, { confusion }: Evaluation): number[][] {
  const classes = classCount(spec);
  return Array.from({ length: classes }, (_, c) => confusion.slice(c * classes, (c + 1) * classes));
}

/** The same for a person at a terminal. */
function table(spec: NetworkSpec, result: Evaluation): string {
  const { images, accuracy, noOutputSpike, spikesPerImage, decisionTime } = result;
  const { input, hidden, output } = spikesPerImage;
  const confusion = rows(spec, result);
  const width = Math.max(4, ...result.confusion.map((n) => String(n).length)) + 1;
  const line = (title: string, cells: (string | number)[]): string =>
    title.padStart(6) + cells.map((cell) => String(cell).padStart(width)).join('');
  return [
    `${networkName(spec)}: ${(100 * accuracy).toFixed(2)} % of ${images.toLocaleString('en')} ${nounOf(spec.input).many} right, ${noOutputSpike} without an output spike`,
    `spikes an image: ${[input, ...hidden, output].map((n) => n.toFixed(1)).join(' - ')}`,
    `synaptic operations an image: ${Math.round(result.synapticOperations).toLocaleString('en')}`,
    `mean time of decision: ${decisionTime === null ? 'none' : decisionTime.toFixed(4)}`,
    'confusion (a row a true class, a column an answer):',
    line('', [...confusion.keys()]),
    ...confusion.map((row, c) => line(String(c), row)),
    '',
  ].join('\n');
}
