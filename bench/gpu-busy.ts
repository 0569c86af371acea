/** How much of an epoch the GPU is at work, by its own clock, and how long it waits between two submits. */
import { createTimestamps } from '../src/engine/gpu/device/timestamps';
import { onePass } from '../src/engine/gpu/device/recorder';
import { createMachine } from '../src/engine/gpu/machine';
import { createTrainer } from '../src/engine/gpu/batch/training';
import { stepsPerEpoch } from '../src/model/training';
import type { Job } from './gpu-job';

/** Submits of an epoch at most. */
const MOST_SUBMITS = 2048;

export interface BusyEpoch {
  /** Of the images trained on, not scaled. */
  seconds: number;
  steps: number;
  submits: number;
  /** Milliseconds a step in which the processor writes steps down and submits them; the GPU works meanwhile. */
  writing: number;
  /** What follows needs timestamps. Share of the seconds in which the GPU is in a compute pass. */
  busy?: number;
  /** Milliseconds a step in a pass. */
  passes?: number;
  /** Milliseconds from the end of a pass to the beginning of the next: together, and the longest. */
  idle?: { total: number; longest: number };
}

/** Epochs as the engine trains them, with two timestamps a submit where the device has them. */
export async function busyOf({
  device,
  tuneFor,
  network,
  settings,
  train,
}: Job): Promise<BusyEpoch[]> {
  const machine = createMachine(device, tuneFor);
  await machine.load(network);
  const timestamps = device.features.has('timestamp-query')
    ? createTimestamps(device, MOST_SUBMITS)
    : undefined;
  const trainer = createTrainer(machine, train, {
    record: (encoder) => onePass(encoder, 'Bench.steps', timestamps?.next()),
  });
  await trainer.prepare(settings);
  const steps = stepsPerEpoch(train.count, settings.batch);
  const found: BusyEpoch[] = [];
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    timestamps?.reset();
    let left = steps;
    let submits = 0;
    let writing = 0;
    const start = performance.now();
    while (left > 0 || trainer.pending > 0) {
      if (left > 0 && trainer.free) {
        const before = machine.network!.step;
        const began = performance.now();
        trainer.submit(settings, left);
        writing += performance.now() - began;
        left -= machine.network!.step - before;
        submits++;
      } else {
        await trainer.next();
      }
    }
    const seconds = (performance.now() - start) / 1000;
    const made = { seconds, steps, submits, writing: writing / steps };
    if (!timestamps) {
      found.push(made);
      continue;
    }
    const encoder = device.createCommandEncoder({ label: 'Bench.resolve' });
    timestamps.resolve(encoder);
    device.queue.submit([encoder.finish()]);
    const spans = await timestamps.read();
    const passes = spans.reduce((sum, { begin, end }) => sum + end - begin, 0);
    const gaps = spans.slice(1).map(({ begin }, n) => Math.max(0, begin - spans[n]!.end));
    found.push({
      ...made,
      busy: passes / 1000 / seconds,
      passes: passes / steps,
      idle: { total: gaps.reduce((sum, gap) => sum + gap, 0), longest: Math.max(0, ...gaps) },
    });
  }
  trainer.destroy();
  return found;
}
