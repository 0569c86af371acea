/** Trains as the page does: new weights of a seed, MNIST, the settings that it begins with. For tests. */
import type { Engine, StepReport } from '../../engine/engine';
import { initialise, measureInputSpikes } from '../../model/initialise';
import type { NetworkSpec } from '../../model/network';
import { DEFAULT_TRAINING } from '../../model/training';
import { engineWith, mnist } from './testing.node';

export async function freshEngine(spec: NetworkSpec): Promise<Engine> {
  const train = await mnist('train');
  const drive = measureInputSpikes(spec, train.images);
  const engine = await engineWith({
    spec,
    weights: initialise(spec, DEFAULT_TRAINING.seed, drive),
  });
  await engine.setData('train', train);
  await engine.setData('test', await mnist('test'));
  await engine.configure(DEFAULT_TRAINING);
  return engine;
}

/** Trains for so many steps, or to the end of the plan. */
export async function trained(engine: Engine, steps = Infinity): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  await engine.train(steps, (more) => void reports.push(...more));
  return reports;
}
