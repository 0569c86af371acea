/** The runs as a table for a spreadsheet (CSV) and as they are kept (JSON), without weights: these travel as model files. */
import { csv, type Cell } from '../../files/csv';
import { networkName, weightCount } from '../../model/network';
import { knownWords } from '../data/tested';
import { changes, type Run } from './runs';

const COLUMNS: [name: string, value: (run: Run, before: Run | undefined) => Cell][] = [
  ['name', (r) => r.name],
  ['started', (r) => new Date(r.id).toISOString()],
  ['data', (r) => r.data],
  ['network', (r) => networkName(r.spec)],
  ['kernel', (r) => r.spec.coding.kernel],
  ['stride', (r) => r.spec.coding.stride],
  ['weights', (r) => weightCount(r.spec)],
  ['loss_function', (r) => r.settings.loss],
  ['optimizer', (r) => r.settings.optimizer],
  ['learning_rate', (r) => r.settings.learningRate],
  ['batch', (r) => r.settings.batch],
  ['distort', (r) => r.settings.distort],
  ['seed', (r) => r.settings.seed],
  ['steps', (r) => r.step],
  ['epochs', (r) => (r.epochSteps > 0 ? r.step / r.epochSteps : null)],
  ['end', (r) => r.end],
  ['test_accuracy', (r) => r.accuracy],
  ['test_loss', (r) => r.figures?.loss ?? null],
  ['synaptic_operations', (r) => r.figures?.synapticOperations ?? null],
  ['decision_time', (r) => r.figures?.decisionTime ?? null],
  ['hidden_spikes', (r) => r.figures?.spikesPerImage.hidden.reduce((sum, n) => sum + n, 0) ?? null],
  ['no_output_spike', (r) => r.figures?.noOutputSpike ?? null],
  ['changed', (r, before) => (before ? changes(before, r).join('; ') : '')],
  // Of which step's weights the figures of the test set are.
  ['test_step', (r) => r.tests[r.tests.length - 1]?.step ?? null],
  // Where that is no test: the network has learned from them.
  ['tested_on_known', (r) => (r.known ? knownWords(r.spec) : '')],
];

/** A header line and a line a run. @param all the list they are of, for what each changed */
export function runsCsv(runs: readonly Run[], all: readonly Run[] = runs): string {
  const rows = runs.map((run) => {
    const before = all[all.findIndex((r) => r.id === run.id) - 1];
    return COLUMNS.map(([, value]) => value(run, before));
  });
  return csv(
    COLUMNS.map(([name]) => name),
    rows,
  );
}

/** Everything but the weights, curves included; a number that is none is null. */
export function runsJson(runs: readonly Run[]): string {
  const plain = runs.map(({ weights: _weights, stored: _stored, id, ...run }) => ({
    ...run,
    started: new Date(id).toISOString(),
  }));
  return JSON.stringify({ format: 'mt-spike-runs', format_version: 1, runs: plain }, null, 1);
}
