/** What a measurement of the GPU engine is given. */
import { createGpuEngine } from '../src/engine/gpu/engine';
import type { ImageSet } from '../src/data/image-set';
import type { Network } from '../src/engine/engine';
import type { Tuning } from '../src/engine/gpu/device/adapter';
import type { TrainingSettings } from '../src/model/training';

export interface Sets {
  train: ImageSet;
  test: ImageSet;
}

export interface Job extends Sets {
  device: GPUDevice;
  label: string;
  tuneFor: Tuning;
  network: Network;
  settings: TrainingSettings;
  /** Images of a whole epoch, which the seconds are scaled to where `train` is a part of them. */
  epoch: number;
}

/** The engine on a job's device, with its network and both its sets. */
export async function openEngine({
  device,
  label,
  tuneFor,
  network,
  settings,
  train,
  test,
}: Job): Promise<Awaited<ReturnType<typeof createGpuEngine>>> {
  const engine = await createGpuEngine({ device, label, tuneFor });
  await engine.setNetwork(network);
  await engine.setData('train', train);
  await engine.setData('test', test);
  await engine.configure(settings);
  return engine;
}
