/** What each stage of a step takes, by the GPU's clock where it has one. */
import { createProfile } from '../src/engine/gpu/device/recorder';
import { createMachine } from '../src/engine/gpu/machine';
import { createTrainer } from '../src/engine/gpu/batch/training';
import { stagesByDifference } from './gpu-differences';
import type { Job } from './gpu-job';

/** Milliseconds of each stage a step: at first and later by timestamps, or, where the device has none, at first by differences. */
export async function kernelsOf(job: Job): Promise<Record<string, number>[]> {
  const timestamps = job.device.features.has('timestamp-query');
  return timestamps ? stagesOf(job) : [await stagesByDifference(job)];
}

/**
 * Milliseconds of each stage a step, the least of 20 submits (others may use the machine): the first ones, and 20 after 300. A software
 * adapter takes one step a submit; a real GPU up to 32, so that it need not wake up for each.
 */
async function stagesOf({
  device,
  tuneFor,
  network,
  settings,
  train,
}: Job): Promise<Record<string, number>[]> {
  const machine = createMachine(device, tuneFor);
  await machine.load(network);
  const profile = createProfile(device);
  const trainer = createTrainer(machine, train, {
    record: (encoder) => profile.record(encoder),
  });
  await trainer.prepare(settings);
  const most = machine.software ? 1 : 32;
  const found: Record<string, number>[] = [];
  for (const submits of [20, 300, 20]) {
    const seen = new Map<string, number[]>();
    for (let n = 0; n < submits; n++) {
      trainer.submit(settings, most);
      const steps = (await trainer.next()).length;
      if (submits !== 20) continue;
      for (const [stage, time] of await profile.read())
        seen.set(stage, [...(seen.get(stage) ?? []), time / steps]);
    }
    if (submits === 20)
      found.push(
        Object.fromEntries([...seen].map(([stage, times]) => [stage, Math.min(...times)])),
      );
  }
  trainer.destroy();
  return found;
}
