/** `mtspike evaluate` on imprecise hardware: what the options ask for, and a curve of accuracy against one imperfection. */
import type { Engine } from '../engine/engine';
import {
  curveLevels,
  perfect,
  robustness,
  type RobustnessPlan,
  type RobustnessPoint,
} from '../engine/robustness';
import { imprecisionProblem, type Imperfection, type Imprecision } from '../model/imprecise';
import { said } from '../model/said';
import { UsageError } from './errors';
import { unlessInterrupted } from './interrupt';
import type { Io } from './io';
import type { Values } from './options';
import type { EVALUATE } from './tables';

type Given = Pick<
  Values<typeof EVALUATE>,
  Imperfection | 'noise-seed' | 'noise-seeds' | 'curve' | 'levels'
>;

export function hardwareOf(values: Given): Imprecision {
  const { jitter, bits, dead, dropped, 'noise-seed': seed } = values;
  return { jitter, bits, dead, dropped, seed };
}

export function imprecisionJson({ seed, ...levels }: Imprecision): Record<string, number> {
  return { ...levels, noise_seed: seed };
}

/** The curve asked for, if one is. @throws UsageError */
export function curveOf(values: Given, base: Imprecision): RobustnessPlan | undefined {
  const { curve, levels: text, 'noise-seeds': repeats } = values;
  if (curve === undefined) {
    if (text !== undefined) throw new UsageError('--levels needs --curve.');
    return undefined;
  }
  const levels =
    text === undefined ? curveLevels(curve, perfect(curve)) : parseLevels(text, curve, base);
  return { imperfection: curve, levels, base, repeats };
}

function parseLevels(text: string, curve: Imperfection, base: Imprecision): number[] {
  const parts = text.split(',');
  const levels = parts.map((part) => (part.trim() === '' ? NaN : Number(part)));
  for (const level of levels) {
    if (!Number.isFinite(level)) {
      throw new UsageError(
        `--levels is "${said(text)}", but must be numbers with commas between them, like 0,0.1,0.2.`,
      );
    }
    const problem = imprecisionProblem({ ...base, [curve]: level });
    if (problem !== null) throw new UsageError(`--levels is "${said(text)}": ${problem}`);
  }
  const twice = levels.find((level, at) => levels.indexOf(level) !== at);
  if (twice !== undefined) {
    throw new UsageError(
      `--levels is "${said(text)}", which has ${twice} twice: commas stand between levels, and fractions have a point, like 0,0.1,0.2.`,
    );
  }
  return levels;
}

/** A line a level as it is worked out: JSON, or a table for a person at a terminal. */
export async function writeCurve(
  engine: Engine,
  plan: RobustnessPlan,
  network: string,
  io: Io,
  readable: boolean,
): Promise<void> {
  if (readable) await io.write(head(plan, network));
  const points = robustness(engine, plan);
  for (let done = 0; ; done++) {
    const { value: point } = await unlessInterrupted(
      io.signal,
      () => points.next(),
      () => `only ${done} of ${plan.levels.length} levels were worked out`,
    );
    if (!point) return;
    const line = readable ? row(point) : JSON.stringify(json(plan.imperfection, point));
    await io.write(`${line}\n`);
  }
}

function json(imperfection: Imperfection, point: RobustnessPoint): Record<string, unknown> {
  const { level, accuracy, lowest, highest, accuracies, seeds, noOutputSpike, images } = point;
  return {
    imperfection,
    level,
    accuracy,
    lowest,
    highest,
    accuracies,
    noise_seeds: seeds,
    no_output_spike: noOutputSpike * images,
    images,
  };
}

function head({ imperfection }: RobustnessPlan, network: string): string {
  const columns = [imperfection.padStart(8), ...['mean %', 'lowest', 'highest'].map(padded)];
  return `${network}: accuracy against ${imperfection}\n${columns.join('')}${'no output spike'.padStart(18)}\n`;
}

function row({ level, accuracy, lowest, highest, noOutputSpike, images }: RobustnessPoint): string {
  const percents = [accuracy, lowest, highest].map((a) => padded((100 * a).toFixed(2)));
  const silent = (noOutputSpike * images).toFixed(1).padStart(18);
  return `${String(level).padStart(8)}${percents.join('')}${silent}`;
}

const padded = (text: string): string => text.padStart(10);
