/** Training's progress on standard error: a bar on a terminal, a line an epoch elsewhere. */
import type { Noun } from '../data/noun';
import type { StepReport } from '../engine/engine';
import type { Io } from './io';

export interface Progress {
  reports(reports: StepReport[]): void;
  /** An epoch is over. */
  epoch(): void;
  /** Takes the bar away, so that what comes next starts on a line of its own. */
  end(): void;
}

const BAR = 24;

/** @param from steps that an earlier training made; the noun names what is trained on */
export function createProgress(
  io: Io,
  epochs: number,
  stepsPerEpoch: number,
  from: number,
  { many }: Noun,
): Progress {
  const started = performance.now();
  let step = from;
  let sum = { steps: 0, loss: 0, accuracy: 0 };
  let rate = 0;
  const show = io.noteColumns > 0 ? bar : undefined;

  function bar(): void {
    const total = epochs * stepsPerEpoch;
    const filled = Math.round((BAR * step) / total);
    const left = ((performance.now() - started) * (total - step)) / Math.max(step - from, 1) / 1000;
    const epoch = Math.min(epochs, Math.floor(step / stepsPerEpoch) + 1);
    const line = `epoch ${epoch}/${epochs} [${'#'.repeat(filled).padEnd(BAR, '.')}] ${figures()}, ${seconds(left)} left`;
    io.note(`\r${line.slice(0, io.noteColumns - 1)}\u001B[K`);
  }

  function figures(): string {
    const n = Math.max(sum.steps, 1);
    const accuracy = ((100 * sum.accuracy) / n).toFixed(2);
    return `loss ${(sum.loss / n).toFixed(4)}, accuracy ${accuracy} %, ${Math.round(rate).toLocaleString('en')} ${many}/s`;
  }

  return {
    reports(reports) {
      for (const report of reports) {
        step = report.step;
        sum.steps += report.steps;
        sum.loss += report.loss * report.steps;
        sum.accuracy += report.accuracy * report.steps;
        rate = report.imagesPerSecond;
      }
      show?.();
    },
    epoch() {
      if (!show) io.note(`epoch ${Math.round(step / stepsPerEpoch)}/${epochs}: ${figures()}\n`);
      sum = { steps: 0, loss: 0, accuracy: 0 };
    },
    end() {
      if (show) io.note('\r\u001B[K');
    },
  };
}

export function seconds(value: number): string {
  if (value < 90) return `${value.toFixed(value < 10 ? 1 : 0)} s`;
  return `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`;
}
