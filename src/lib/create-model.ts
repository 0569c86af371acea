/** A model at work, on an engine that is started when it is first needed. */
import { single } from '../data/image-set';
import type { Engine, SampleRun } from '../engine/engine';
import type { StartedEngine } from '../engine/start';
import { writeModel, type ModelFile } from '../files/model-file';
import { initialise, measureInputSpikes } from '../model/initialise';
import { classCount } from '../model/network';
import { readout } from '../model/readout';
import { stepsPerEpoch } from '../model/training';
import { imageOf, type Picture } from './ink';
import type { Model } from './model';
import { settingsOf } from './settings';
import { readTrainingData } from './training-data';

type Given = Pick<ModelFile, 'spec' | 'metadata'> & Partial<Pick<ModelFile, 'weights'>>;

/** @param start an engine of its own; asked for when it is first needed */
export function createModel(
  { spec, weights, metadata }: Given,
  start: () => Promise<StartedEngine>,
): Model {
  let started: Promise<StartedEngine> | undefined;
  let reason: string | undefined;
  let training = false;
  let over = false;

  async function open(): Promise<Engine> {
    if (over) throw new Error('The model was disposed of: load it again.');
    started ??= start().then(async (ready) => {
      if (weights) await ready.engine.setNetwork({ spec, weights });
      reason = ready.reason;
      return ready;
    });
    const tried = started;
    try {
      return (await tried).engine;
    } catch (error) {
      // The next call tries again.
      if (started === tried) started = undefined;
      throw error;
    }
  }

  async function run(picture: Picture): Promise<SampleRun> {
    if (!weights) throw new Error('The network is new: train it before it is asked for anything.');
    const image = imageOf(picture, spec.input);
    const engine = await open();
    const [first] = await engine.run(single(spec.input, image));
    return first!;
  }

  return {
    network: spec,
    get engine() {
      return reason;
    },
    async classify(picture) {
      const { layers, potential } = await run(picture);
      const blank = layers[0]!.times.every((time) => time === Infinity);
      return readout(layers.at(-1)!.times, potential, blank);
    },
    async spikeTimes(picture) {
      return (await run(picture)).layers.map(({ times }) => times);
    },
    async train(images, labels, given = {}, onProgress = () => undefined) {
      if (training) throw new Error('The network is being trained already: stop that first.');
      training = true;
      try {
        const settings = settingsOf(given);
        const set = await readTrainingData(images, labels, spec.input, classCount(spec));
        const engine = await open();
        await engine.configure(settings);
        // New weights follow from the images; those that are there are gone on from.
        const before =
          weights ?? initialise(spec, settings.seed, measureInputSpikes(spec, set.images));
        await engine.setNetwork({ spec, weights: before });
        await engine.setData('train', set);
        weights = before;
        const steps = settings.epochs * stepsPerEpoch(set.count, settings.batch);
        const end = await engine.train(steps, (reports) => reports.forEach(onProgress));
        const learned = await engine.snapshot();
        // Of a training that broke nothing is kept.
        if (end.reason !== 'not-finite') weights = learned.average ?? learned.weights;
        await engine.setNetwork({ spec, weights });
        return end.reason === 'steps' ? { ...end, reason: 'plan' } : end;
      } finally {
        training = false;
      }
    },
    async stop() {
      if (training && started) await (await open()).stop();
    },
    async save() {
      if (!weights)
        throw new Error('The network is new: there is nothing to save before it is trained.');
      const bytes = writeModel({ spec, weights, ...(metadata && { metadata }) });
      return new Blob([bytes], { type: 'application/octet-stream' });
    },
    async dispose() {
      if (over) return;
      over = true;
      const opened = await started?.catch(() => undefined);
      await opened?.engine.dispose();
    },
  };
}
