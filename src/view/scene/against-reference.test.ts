import { expect, test } from 'vitest';
import { imageAt, single } from '../../data/image-set';
import { createReferenceEngine } from '../../engine/reference/reference';
import { shapes } from '../../session/session.test-data';
import { smallWeights, testRandom } from '../../model/testing';
import { parseNetwork } from '../../model/validate';
import { againstReference, againstReferenceWords } from './against-reference';

async function ready() {
  const set = shapes(12, 7);
  const spec = parseNetwork({ input: { width: 8, height: 8 }, layers: [9, 3] });
  const weights = smallWeights(spec, testRandom(4)).map((w) => Float32Array.from(w));
  const image = imageAt(set, 0);
  const engine = createReferenceEngine();
  await engine.setNetwork({ spec, weights });
  const [run] = await engine.run(single(set, image));
  await engine.dispose();
  return { spec, weights, image, run: run! };
}

test('an engine that does as the model says differs by the rounding to float32 alone', async () => {
  const { spec, weights, image, run } = await ready();
  const found = againstReference(spec, weights, image, run);
  expect(found.other).toEqual([]);
  expect(found.spikes).toBeGreaterThan(10);
  const { engine, reference } = found.largest!;
  expect(Math.abs(engine - reference)).toBeLessThan(1e-6);
  expect(againstReferenceWords(spec, found)).toMatch(
    /^\d+ spikes in both, and the same neurons silent\. The largest difference: (hidden|output) \d at \d\.\d{8}, reference \d\.\d{8}, .*e-\d apart\.$/,
  );
});

test('a spike that is late is named with both times, one that is missing by its neuron', async () => {
  const { spec, weights, image, run } = await ready();
  const hidden = run.layers[1]!.times;
  const [late, gone] = [...hidden.keys()].filter((j) => hidden[j]! < Infinity);
  const was = hidden[late!]!;
  hidden[late!] = was + 0.25;
  hidden[gone!] = Infinity;
  const found = againstReference(spec, weights, image, run);
  expect(found.largest!.neuron).toEqual({ layer: 1, neuron: late });
  expect(found.largest!.reference).toBeCloseTo(was, 6);
  expect(found.other).toEqual([{ layer: 1, neuron: gone }]);
  const words = againstReferenceWords(spec, found);
  expect(words).toContain(`but hidden ${gone} spikes in one alone.`);
  expect(words).toContain(`The largest difference: hidden ${late} at `);
  expect(words).toContain('0.250 apart.');
});
