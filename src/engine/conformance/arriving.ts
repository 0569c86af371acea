/** Tests for every engine that trains while images are still coming. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createArriving, type Arriving } from '../../data/arrival';
import type { ImageSet } from '../../data/image-set';
import { epochOrder, type TrainingSettings } from '../../model/training';
import { parseNetwork } from '../../model/validate';
import type { Engine } from '../engine';
import { yieldToEventLoop } from '../shared/yield-to-event-loop';
import { bytesOf, settingsOf, trainFor } from './context';
import { randomNetwork } from './networks';
import { shapeSet } from './samples';

const SIDE = 9;
const COUNT = 203;
const whole = shapeSet(SIDE, SIDE, 4, COUNT, 51, 29);
const spec = parseNetwork({ input: { width: SIDE, height: SIDE }, layers: [12, 4] });
const network = randomNetwork(spec, 3, whole.images);
/** The order in which the images come: that of the first epoch of seed 1. */
const order = epochOrder(COUNT, 1, 0);
/** Two epochs and a half, in batches that do not divide the images. */
const PLAN = settingsOf({ batch: 20, epochs: 3, seed: 1 });
const STEPS = 28;

/** A set of which nothing is there yet, and how `there` of its images come. */
function coming(): { set: ImageSet; arriving: Arriving; come: (there: number) => void } {
  const set = { ...whole, images: new Uint8Array(whole.images.length) };
  const arriving = createArriving(order);
  const size = SIDE * SIDE;
  return {
    set,
    arriving,
    come(there) {
      for (const image of order.subarray(arriving.there, there))
        set.images.set(whole.images.subarray(image * size, (image + 1) * size), image * size);
      arriving.come(there);
    },
  };
}

const learned = async (engine: Engine) => {
  const { step, weights, first, second, average = [] } = await engine.snapshot();
  return { step, layers: bytesOf([...weights, ...first, ...second, ...average]) };
};

const plans: [string, Partial<TrainingSettings>][] = [
  ['in the order of the file', {}],
  ['by another seed', { seed: 2 }],
  ['distorted and averaged', { distort: 'affine', ema: 0.9 }],
];

/** @param create a fresh engine, which all tests share */
export function arrivingConformance(name: string, create: () => Promise<Engine>): void {
  describe(`images that are still coming: ${name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await create();
    });
    afterAll(() => engine.dispose());

    async function begin(settings: TrainingSettings): Promise<void> {
      await engine.setNetwork(network);
      await engine.configure(settings);
    }

    /** What is learned from the whole set, in so many steps by each of the settings. */
    async function wanted(...parts: [TrainingSettings, number][]): Promise<unknown> {
      await begin(PLAN);
      await engine.setData('train', whole);
      for (const [settings, steps] of parts) {
        await engine.configure(settings);
        await trainFor(engine, steps);
      }
      return learned(engine);
    }

    test.each(plans)(
      'the same network whatever the pace at which images come: %s',
      async (_, changes) => {
        const settings = { ...PLAN, ...changes };
        const known = await wanted([settings, STEPS]);
        expect(known).toMatchObject({ step: STEPS });
        // In one go; one by one; in odd pieces, some of them within a batch.
        for (const pieces of [
          [COUNT],
          Array.from({ length: COUNT }, (_none, n) => n + 1),
          [3, 20, 59, 61, 140, 202, 203],
        ]) {
          await begin(settings);
          const { set, arriving, come } = coming();
          await engine.setData('train', set, arriving);
          const training = trainFor(engine, STEPS);
          for (const there of pieces) {
            for (let turn = 0; turn < 4; turn++) await yieldToEventLoop();
            come(there);
          }
          expect((await training).end).toEqual({ step: STEPS, reason: 'steps' });
          expect(await learned(engine)).toEqual(known);
        }
      },
    );

    test('trains on what is there and waits for more; a pause, steps and settings are heeded meanwhile', async () => {
      // Smaller batches have their images sooner.
      const smaller = { ...PLAN, batch: 10 };
      const known = await wanted([PLAN, 3], [smaller, 2]);
      await begin(PLAN);
      const { set, arriving, come } = coming();
      await engine.setData('train', set, arriving);
      come(45);
      const reports: number[] = [];
      const training = engine.train(STEPS, (some) => reports.push(...some.map(({ step }) => step)));
      while (reports.at(-1) !== 2) await yieldToEventLoop();
      // 40 of the 45 are learned from, and said; the third step waits.
      await engine.stop();
      expect(await training).toEqual({ step: 2, reason: 'stopped' });
      const third = engine.train(1, () => undefined);
      come(60);
      expect(await third).toEqual({ step: 3, reason: 'steps' });
      const rest = engine.train(2, () => undefined);
      await engine.configure(smaller);
      come(COUNT);
      await rest;
      expect(await learned(engine)).toEqual(known);
    });

    test('training ends where the images do not come, and goes on when they do after all', async () => {
      const known = await wanted([PLAN, STEPS]);
      await begin(PLAN);
      const { set, arriving, come } = coming();
      await engine.setData('train', set, arriving);
      come(100);
      const training = trainFor(engine, STEPS);
      arriving.fail(new Error('the connection failed'));
      expect((await training).end).toEqual({ step: 5, reason: 'no-images' });
      await expect(engine.evaluate('train')).rejects.toThrow('the connection failed');
      await engine.setData('train', whole);
      await trainFor(engine, STEPS - 5);
      expect(await learned(engine)).toEqual(known);
    });
  });
}
