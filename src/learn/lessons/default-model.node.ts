/** What the model that the page opens with makes of MNIST's test images: most lessons' figures are of it. For tests. */
import { imageAt, slice, type ImageSet } from '../../data/image-set';
import { volleyFrom } from '../../engine/shared/layer-spikes';
import { encode } from '../../model/encode';
import { explainNeuron, type Explanation } from '../../model/explain';
import { runEdited, type Course, type Edit } from '../../model/explain-what-if';
import { readout, type Readout } from '../../model/readout';
import { layerSettings } from '../../model/step';
import { engineWith, mnist, shippedNetwork } from './testing.node';

export const DEFAULT_MODEL = shippedNetwork('784-128-10');

/** Images that the engine takes at a time. */
const AT_ONCE = 500;

/** The [height * width] bytes of a test image, and what digit it is. @param number from 1, as the page counts */
export async function testImage(number: number): Promise<{ image: Uint8Array; label: number }> {
  const set = await mnist('test');
  return { image: imageAt(set, number - 1), label: set.labels[number - 1]! };
}

/** A test image's way through the model, under what-ifs. @param number from 1, as the page counts */
export async function course(number: number, edits: readonly Edit[] = []): Promise<Course> {
  const { spec, weights } = DEFAULT_MODEL;
  const { image } = await testImage(number);
  return runEdited(spec, weights, encode(spec, image), edits);
}

/** Why a neuron fired when it did. @param layer 1 the hidden one, 2 the output */
export function why(
  { spec, weights, input, layers }: Course,
  layer: number,
  neuron: number,
): Explanation {
  const before = [input, ...layers.map((trace) => trace.volley)][layer - 1]!;
  const row = neuron * before.times.length;
  return explainNeuron(before, weights[layer - 1]!, row, layerSettings(spec, layer));
}

/** The what-if that keeps a neuron silent, of the hidden layer where no other is said. */
export const silence = (neuron: number, layer = 1): Edit => ({ kind: 'silence', layer, neuron });

/** A number as the page shows it, rounded to `decimals`; times and potentials have three. */
export const shown = (x: number, decimals = 3): number => Number(x.toFixed(decimals));

/** What the model says of a test image. */
export interface Outcome extends Readout {
  label: number;
  /** Pixels that spike. */
  inputSpikes: number;
}

let all: Promise<Outcome[]> | null = null;

/** Of all 10,000 test images, in their order. The CPU engine takes a second or two, once for all tests of a worker. */
export function outcomes(): Promise<Outcome[]> {
  all ??= runAll();
  return all;
}

async function runAll(): Promise<Outcome[]> {
  const set = await mnist('test');
  const engine = await engineWith(DEFAULT_MODEL);
  const found: Outcome[] = [];
  for (let from = 0; from < set.count; from += AT_ONCE) {
    const part: ImageSet = slice(set, from, Math.min(from + AT_ONCE, set.count));
    for (const [n, { layers, potential }] of (await engine.run(part)).entries()) {
      const inputSpikes = volleyFrom(layers[0]!).order.length;
      const answer = readout(layers.at(-1)!.times, potential, inputSpikes === 0);
      found.push({ ...answer, label: part.labels[n]!, inputSpikes });
    }
  }
  await engine.dispose();
  return found;
}
