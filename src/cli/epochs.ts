/** The epochs of `train`: to the end of the plan, with progress shown and, where asked for, checkpoints kept. */
import { nounOf, type Noun } from '../data/noun';
import type { Engine } from '../engine/engine';
import { yieldToEventLoop } from '../engine/shared/yield-to-event-loop';
import { stepsPerEpoch, type TrainingSettings } from '../model/training';
import { said } from '../model/said';
import type { Checkpoint, Fingerprint } from './checkpoint';
import { CommandError, Interrupted } from './errors';
import type { Io } from './io';
import { createProgress } from './progress';

const INTERVAL = 30_000;

export interface Course {
  settings: TrainingSettings;
  /** Number of training images. */
  images: number;
  /** What they are called; images without. */
  noun?: Noun;
  /** Where an earlier training stopped: steps made and seconds taken. */
  from: { step: number; seconds: number };
  /** Where to keep the state, and what names the training. */
  keep?: { checkpoint: Pick<Checkpoint, 'name' | 'write'>; fingerprint: Fingerprint } | undefined;
  /** Milliseconds between two checkpoints within an epoch; 30 s without. */
  interval?: number;
}

/**
 * Trains to the end of the plan, an epoch at a time.
 * @returns seconds of training, the earlier ones included
 * @throws Interrupted, CommandError
 */
export async function runEpochs(
  engine: Engine,
  { settings, images, noun = nounOf(null), from, keep, interval = INTERVAL }: Course,
  io: Io,
): Promise<number> {
  const perEpoch = stepsPerEpoch(images, settings.batch);
  const steps = settings.epochs * perEpoch;
  const progress = createProgress(io, settings.epochs, perEpoch, from.step, noun);
  const started = performance.now();
  const elapsed = (): number => from.seconds + (performance.now() - started) / 1000;
  const save = async (): Promise<void> => {
    if (!keep) return;
    const snapshot = await engine.snapshot();
    await keep.checkpoint.write(snapshot, elapsed(), keep.fingerprint);
  };
  const saver = createSaver(save, interval);
  const stop = (): void => void engine.stop();
  io.signal.addEventListener('abort', stop);
  try {
    for (let { step } = from; ;) {
      // An epoch of a few images ends before the event loop has had a turn, so Ctrl-C would not be noticed.
      await yieldToEventLoop();
      if (io.signal.aborted) throw interrupted(step);
      const end = await engine.train(perEpoch - (step % perEpoch), (reports) => {
        progress.reports(reports);
        saver.tick();
      });
      await saver.settled();
      if (end.reason === 'not-finite') {
        throw new CommandError(
          `Training broke at step ${end.step}: a weight is no longer a finite number, so nothing was written; try a smaller --learning-rate.`,
        );
      }
      ({ step } = end);
      await save();
      if (end.reason === 'stopped' || io.signal.aborted) throw interrupted(step);
      progress.epoch();
      if (end.reason === 'plan') return elapsed();
    }
  } finally {
    io.signal.removeEventListener('abort', stop);
    progress.end();
  }

  function interrupted(step: number): Interrupted {
    if (!keep || step === 0) return new Interrupted();
    const name = said(keep.checkpoint.name);
    return new Interrupted(left(`${name} keeps the training up to step ${step} of ${steps}`));
  }
}

/** What an interrupted training leaves. @param what "state keeps the trained state" */
export const left = (what: string): string =>
  `no model was written, but ${what}; the same command goes on from there`;

interface Saver {
  /** Begins to save where it is time to. Training goes on meanwhile: the engine takes its snapshot between two steps. */
  tick(): void;
  /** Waits for what is being saved, and throws what went wrong with it. */
  settled(): Promise<void>;
}

function createSaver(save: () => Promise<void>, interval: number): Saver {
  let due = performance.now() + interval;
  let failure: { error: unknown } | undefined;
  let saving: Promise<void> | undefined;
  return {
    tick() {
      if (performance.now() < due || saving) return;
      due = Infinity;
      saving = save()
        .catch((error: unknown) => void (failure = { error }))
        .finally(() => {
          saving = undefined;
          due = performance.now() + interval;
        });
    },
    async settled() {
      await saving;
      if (failure) throw failure.error;
    },
  };
}
