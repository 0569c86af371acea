/** What an engine refuses: one sentence each, and what was loaded stays. */
import { expect, test } from 'vitest';
import { slice } from '../../data/image-set';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import type { Network } from '../engine';
import { settingsOf, trainFor, type Context } from './context';
import { learnable, load, TEST, TRAIN } from './fixture';
import { shapeSet } from './samples';

export function errorTests(context: Context): void {
  const ignore = (): void => undefined;

  test('nothing works without a network, and training not without data', async () => {
    const engine = await context.create();
    const refused = /no network yet/;
    await expect(engine.run(slice(TEST, 0, 1))).rejects.toThrow(refused);
    await expect(engine.train(1, ignore)).rejects.toThrow(refused);
    await expect(engine.evaluate('test')).rejects.toThrow(refused);
    await expect(engine.readWeights()).rejects.toThrow(refused);
    await expect(engine.snapshot()).rejects.toThrow(refused);
    await engine.setNetwork(learnable());
    await expect(engine.train(1, ignore)).rejects.toThrow(/no training data yet/);
    await expect(engine.evaluate('test')).rejects.toThrow(/no test data yet/);
    await engine.setData('train', TRAIN);
    await engine.configure(settingsOf({ epochs: 9 }));
    expect((await trainFor(engine, 1)).end.reason).toBe('steps');
    await engine.dispose();
  });

  test('data that does not fit the network', async () => {
    const { engine } = context;
    await load(context, learnable());
    await engine.setData('train', shapeSet(8, 9, 4, 20, 1));
    await expect(engine.train(1, ignore)).rejects.toThrow(
      /training images are 8 x 9 pixels, but the network takes 9 x 9/,
    );
    await engine.setData('train', shapeSet(9, 9, 6, 20, 1));
    await expect(engine.train(1, ignore)).rejects.toThrow(
      /training data has 6 classes, but the network tells only 4 apart/,
    );
    await engine.setData('test', shapeSet(5, 5, 2, 20, 1));
    await expect(engine.evaluate('test')).rejects.toThrow(/test images are 5 x 5 pixels/);
    await load(context, learnable());
    await engine.configure(DEFAULT_TRAINING);
    expect((await trainFor(engine, 1)).end.reason).toBe('steps');
  });

  test('images of another size, also where their bytes would divide evenly', async () => {
    const { engine } = context;
    await engine.setNetwork(learnable());
    const large = { width: 18, height: 18, count: 1, images: new Uint8Array(4 * 81) };
    await expect(engine.run(large)).rejects.toThrow(
      /The images are 18 x 18 pixels, but the network takes 9 x 9/,
    );
    await expect(engine.run({ ...slice(TEST, 0, 4), width: 3, height: 27 })).rejects.toThrow(
      /3 x 27 pixels/,
    );
    await expect(engine.run({ ...TEST, count: 3 })).rejects.toThrow(/not 3 images of 9 x 9 pixels/);
    expect(await engine.run(slice(TEST, 0, 4))).toHaveLength(4);
  });

  test.each<[string, (network: Network) => Network, RegExp]>([
    [
      'a layer missing',
      ({ spec, weights }) => ({ spec, weights: weights.slice(1) }),
      /needs 2 layers of weights, but 1 were given/,
    ],
    [
      'a layer too short',
      ({ spec, weights }) => ({ spec, weights: [weights[0]!, weights[1]!.slice(1)] }),
      /Layer 2 of the network 81-23-4 needs 92 weights, but 91 were given/,
    ],
    [
      'a weight that is no number',
      ({ spec, weights }) => ({ spec, weights: [weights[0]!.fill(NaN, 5, 6), weights[1]!] }),
      /Layer 1 holds a weight that is not a finite number/,
    ],
    [
      'a weight that is infinite',
      ({ spec, weights }) => ({ spec, weights: [weights[0]!, weights[1]!.fill(Infinity, 5, 6)] }),
      /Layer 2 holds a weight that is not a finite number/,
    ],
  ])('a network with %s; the one before stays', async (_, spoil, message) => {
    const { engine } = context;
    const network = learnable();
    await engine.setNetwork(network);
    const before = await engine.readWeights();
    await expect(engine.setNetwork(spoil(learnable({}, 2)))).rejects.toThrow(message);
    expect(await engine.readWeights()).toEqual(before);
  });

  test.each<[Partial<TrainingSettings>, RegExp]>([
    [{ epochs: 0 }, /number of epochs must be a whole number from 1 to 10000/],
    [{ batch: 0 }, /batch must be a whole number from 1 to 1024/],
    [{ batch: 1025 }, /batch must be/],
    [{ batch: 2.5 }, /batch must be/],
    [{ learningRate: -1 }, /learning rate must be/],
    [{ learningRate: NaN }, /learning rate must be/],
    [{ epochs: 10_001 }, /number of epochs must be/],
    [{ margin: 0 }, /margin must be a number above 0, at most 100/],
    [{ temperature: 0 }, /temperature must be a number above 0, at most 100/],
    [{ ema: 1 }, /running average must be a number from 0 to below 1/],
  ])('the settings %o', async (changes, message) => {
    const { engine } = context;
    await load(context, learnable());
    await engine.configure(settingsOf({ learningRate: 0.003 }));
    await expect(engine.configure(settingsOf(changes))).rejects.toThrow(message);
    const { reports } = await trainFor(engine, 1);
    expect(reports[0]!.learningRate).toBeCloseTo(0.003, 8);
  });

  test('while training: another training, a network, training data, an evaluation', async () => {
    const { engine } = context;
    await load(context, learnable());
    await engine.configure(settingsOf({ epochs: 10_000 }));
    const first = engine.train(Infinity, ignore);
    await expect(engine.train(1, ignore)).rejects.toThrow(/already under way/);
    await expect(engine.setNetwork(learnable())).rejects.toThrow(/pause it to load a network/);
    await expect(engine.setData('train', TEST)).rejects.toThrow(/pause it to load training data/);
    await expect(engine.evaluate('test')).rejects.toThrow(/pause it to evaluate/);
    await engine.stop();
    expect((await first).reason).toBe('stopped');
  });
}
