/** maps() is run(), input by input, turned round: what a neuron does over all inputs. */
import { expect, test } from 'vitest';
import { imageAt, slice, type Images } from '../../data/image-set';
import { layerSizes } from '../../model/network';
import type { Engine, SpikeMaps } from '../engine';
import { yieldToEventLoop } from '../shared/yield-to-event-loop';
import { bytesOf, settingsOf, trainFor, type Context } from './context';
import { learnable, load, TEST, TRAIN } from './fixture';
import { networkCases } from './networks';

/** Networks of every shape there is, by their names: how each fires is tested with run(). */
const SHAPES = /three hidden|kernel 3|twice|convolution|pixel alone|two classes/;

/** The same out of single runs. */
async function mapsOfRuns(engine: Engine, images: Images): Promise<SpikeMaps> {
  const runs = await engine.run(images);
  const { count } = images;
  const layers = runs[0]!.layers.map((_, l) => {
    const sizes = runs[0]!.layers[l]!.times.length;
    return Float32Array.from({ length: sizes * count }, (__, k) => {
      return runs[k % count]!.layers[l]!.times[Math.floor(k / count)]!;
    });
  });
  return { count, layers };
}

/** How many entries of two layers are not the same: quicker than `toEqual`, of many. */
function differing(a: Float32Array, b: Float32Array): number {
  let count = Math.abs(a.length - b.length);
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) count++;
  return count;
}

/** The inputs `times` times over. */
function repeated(images: Images, times: number): Images {
  const all = new Uint8Array(images.images.length * times);
  for (let k = 0; k < times; k++) all.set(images.images, k * images.images.length);
  return { ...images, count: images.count * times, images: all };
}

export function mapsTests(context: Context): void {
  const networks = networkCases(true).filter(({ name }) => SHAPES.test(name));
  test.each(networks)('of $name', async (network) => {
    const { engine } = context;
    await engine.setNetwork(network);
    const { spec } = network;
    const size = spec.input.width * spec.input.height;
    const images = { ...spec.input, count: network.images.length / size, images: network.images };
    const maps = await engine.maps(images);
    expect(maps).toEqual(await mapsOfRuns(engine, images));
    expect(maps.layers.map(({ length }) => length)).toEqual(
      layerSizes(spec).map((neurons) => neurons * images.count),
    );
  });

  test('of more inputs than a batch, or a pass, has room for', async () => {
    const { engine } = context;
    await engine.setNetwork(learnable());
    const many = repeated(TRAIN, 3);
    const [once, thrice] = [await engine.maps(TRAIN), await engine.maps(many)];
    expect(thrice.count).toBe(3 * TRAIN.count);
    thrice.layers.forEach((layer, l) => {
      for (let from = 0; from < layer.length; from += TRAIN.count) {
        const neuron = Math.floor(from / many.count) * TRAIN.count;
        const wanted = once.layers[l]!.subarray(neuron, neuron + TRAIN.count);
        expect(differing(layer.subarray(from, from + TRAIN.count), wanted)).toBe(0);
      }
    });
    const alone = { ...TRAIN, count: 1, images: imageAt(TRAIN, 7).slice() };
    const first = await engine.maps(alone);
    expect(first.layers[2]).toEqual(once.layers[2]!.filter((_, k) => k % TRAIN.count === 7));
  });

  test('by other weights than the network has, which stay', async () => {
    const { engine } = context;
    const [one, other] = [learnable({}, 1), learnable({}, 2)];
    await engine.setNetwork(other);
    const wanted = await engine.maps(TEST);
    await engine.setNetwork(one);
    const own = await engine.maps(TEST);
    const asked = await engine.maps(TEST, { weights: other.weights });
    expect(asked.layers[0]).toEqual(wanted.layers[0]);
    // A GPU has the processor do it: rounding differs, what it is of does not.
    const apart = asked.layers[1]!.filter((t, k) => {
      const w = wanted.layers[1]![k]!;
      return t !== w && !(Math.abs(t - w) < 1e-4);
    });
    expect(apart.length).toBeLessThan(0.002 * own.layers[1]!.length);
    expect(asked.layers[1]).not.toEqual(own.layers[1]);
    expect(bytesOf((await engine.readWeights()).weights)).toEqual(bytesOf(one.weights));
    expect(await engine.maps(TEST)).toEqual(own);
    await expect(engine.maps(TEST, { weights: one.weights.slice(1) })).rejects.toThrow(
      /needs 2 layers of weights, but 1 were given/,
    );
  });

  test('into the room of earlier ones, where it is large enough', async () => {
    const { engine } = context;
    await engine.setNetwork(learnable());
    const whole = await engine.maps(TEST);
    const few = slice(TEST, 5, 25);
    const wanted = await engine.maps(few);
    const room = (await engine.maps(TEST)).layers[0]!.buffer;
    const again = await engine.maps(few, { room });
    expect(again).toEqual(wanted);
    expect(again.layers[0]!.buffer.byteLength).toBe(whole.layers[0]!.buffer.byteLength);
    expect(await engine.maps(TEST, { room: wanted.layers[0]!.buffer })).toEqual(whole);
  });

  test('of no inputs, of inputs of another size, and without a network', async () => {
    const { engine } = context;
    await engine.setNetwork(learnable());
    const none = await engine.maps(slice(TEST, 0, 0));
    expect(none.layers.map(({ length }) => length)).toEqual([0, 0, 0]);
    await expect(engine.maps({ ...slice(TEST, 0, 4), width: 3, height: 27 })).rejects.toThrow(
      /The images are 3 x 27 pixels/,
    );
    const fresh = await context.create();
    await expect(fresh.maps(TEST)).rejects.toThrow(/no network yet/);
    await fresh.dispose();
  });

  test('between the steps of a training, which they do not change', async () => {
    const { engine } = context;
    const settings = settingsOf({ epochs: 10, batch: 20 });
    await load(context, learnable());
    await engine.configure(settings);
    await trainFor(engine, 40);
    const undisturbed = bytesOf((await engine.readWeights()).weights);
    await load(context, learnable());
    const before = await engine.maps(TEST);
    let over = false;
    const training = trainFor(engine, 40).finally(() => (over = true));
    let asked = 0;
    while (!over) {
      const maps = await engine.maps(TEST, asked % 2 ? { weights: learnable().weights } : {});
      expect(differing(maps.layers[0]!, before.layers[0]!)).toBe(0);
      asked++;
      // An engine in this thread answers at once, and training wants its turn too.
      await yieldToEventLoop();
    }
    expect((await training).end.step).toBe(40);
    expect(asked).toBeGreaterThan(0);
    expect(bytesOf((await engine.readWeights()).weights)).toEqual(undisturbed);
    expect((await engine.maps(TEST)).layers[1]).not.toEqual(before.layers[1]);
  });
}
