/** What browsers keep between visits: the run that can be gone on with, and the list of runs. */
import { initialise } from '../../src/model/initialise';
import type { Random } from '../../src/model/random';
import { DEFAULT_TRAINING } from '../../src/model/training';
import { parseNetwork } from '../../src/model/validate';
import { changes, runName, saving, type Run } from '../../src/session/runs/runs';
import { runsCsv, runsJson } from '../../src/session/runs/runs-export';
import { readRun, sameRun, storedRun } from '../../src/session/runs/runs-storage';
import { describeRun, readSavedRun, type SavedRun } from '../../src/session/runs/saved-run';
import type { Stored } from '../../src/session/runs/stored';
import { changedValue } from './change-value';
import { chance } from './dice';
import { require, requireSentence, type Target } from './target';

const spec = parseNetwork({ input: { width: 4, height: 4 }, layers: [5, 3] });
const weights = initialise(spec, 1, 6);
const point = { step: 8, loss: 0.5, accuracy: 0.75, spikes: [4, 3, 2], decisionTime: 0.8 };
const training = {
  settings: DEFAULT_TRAINING,
  curve: [{ ...point, steps: 1, learningRate: 0.001, imagesPerSecond: 100 }],
  tests: [{ ...point, noOutputSpike: 0 }],
  norms: [],
};

const SAVED: SavedRun = {
  format: 1,
  savedAt: 1.7e12,
  running: false,
  snapshot: { spec, weights, step: 8, first: weights, second: weights.map((w) => w.map(() => 1)) },
  origin: { kind: 'new', name: '16-5-3', birth: { seed: 1, threshold: 1, drive: 6 } },
  training: { ...training, testAccuracy: 0.75, end: null },
  data: 'MNIST',
  link: 'v=1&seed=2',
} as unknown as SavedRun;

const STORED = storedRun({
  id: 1.7e12,
  name: '16-5-3',
  from: 'page',
  data: 'MNIST',
  spec,
  ...training,
  step: 8,
  epochSteps: 4,
  accuracy: 0.75,
  figures: {
    images: 30,
    loss: 0.5,
    decisionTime: 0.8,
    synapticOperations: 120,
    spikesPerImage: { input: 6, hidden: [4], output: 3 },
    noOutputSpike: 0,
  },
  end: 'plan',
  weights: null,
  stored: true,
} as unknown as Run);

const sound = <T>(found: Stored<T>): T | null => (found.kind === 'sound' ? found.value : null);

/** What the page does with a list of runs as soon as it shows them. */
function show(run: Run): void {
  const list = [sound(readRun(STORED))!, run];
  runName(run.spec);
  changes(list[0]!, run);
  changes(run, list[0]!);
  saving(list, run.data);
  sameRun(list, run);
  runsCsv(list);
  runsJson(list);
  for (const figure of [run.step, run.epochSteps]) figure.toLocaleString('en-US');
  run.accuracy?.toFixed(2);
  run.figures?.spikesPerImage.hidden.reduce((sum, n) => sum + n, 0).toFixed(0);
  for (const { step, accuracy } of run.tests)
    require(step >= 0 && !accuracy.toFixed(2).includes('x'), 'A test of no step.');
  for (const { step, loss } of run.curve)
    require(step >= 0 && loss.toFixed(3) !== '', 'A point of no step.');
}

function goOn(run: SavedRun): void {
  const text = describeRun(run, 1.7e12 + 1000);
  requireSentence(text);
  require(!/NaN|null/.test(text), `A sentence that says nothing: ${text}`);
  structuredClone(run);
}

const made = new WeakMap<object, unknown>();

export const runs: Target = {
  name: 'runs',
  make(random: Random) {
    const value = changedValue(random, chance(random, 0.5) ? SAVED : STORED);
    const input = { 'run.txt': describeValue(value) };
    made.set(input, value);
    return input;
  },
  attempt(input) {
    const value = made.get(input);
    const saved = sound(readSavedRun(value));
    if (saved) goOn(saved);
    const run = sound(readRun(value));
    if (run) show(run);
  },
};

function describeValue(value: unknown): string {
  const seen = new Set<unknown>();
  return JSON.stringify(
    value,
    (_, of: unknown) => {
      if (typeof of === 'bigint' || typeof of === 'undefined') return `(${String(of)})`;
      if (typeof of === 'number' && !Number.isFinite(of)) return `(${of})`;
      if (ArrayBuffer.isView(of)) return `(${of.constructor.name} ${of.byteLength} bytes)`;
      if (typeof of === 'string') return of.slice(0, 200);
      if (typeof of !== 'object' || of === null) return of;
      if (seen.has(of)) return '(again)';
      seen.add(of);
      return of;
    },
    1,
  ).slice(0, 20_000);
}
