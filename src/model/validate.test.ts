import { describe, expect, test } from 'vitest';
import { DEFAULT_NETWORK } from './network';
import { NetworkError, parseNetwork } from './validate';

describe('a description that is good', () => {
  test('an empty one is the default', () => {
    expect(parseNetwork({})).toEqual(DEFAULT_NETWORK);
    expect(parseNetwork(undefined)).toEqual(DEFAULT_NETWORK);
  });

  test('the stride is the kernel unless it is given', () => {
    expect(parseNetwork({ coding: { kernel: 4 } }).coding).toEqual({
      kernel: 4,
      stride: 4,
      train: 'latency',
    });
  });

  test('names of classes are kept as they can be seen, where there is one for each class', () => {
    const named = (classNames: unknown) => parseNetwork({ layers: [3], classNames }).classNames;
    expect(named([' A', '☺', 'a\u0000b'])).toEqual(['A', '☺', 'a␀b']);
    expect(named(['A', 'B', 'x'.repeat(30)])![2]).toBe(`${'x'.repeat(23)}…`);
    for (const none of [['A', 'B'], ['A', 'B', ' '], undefined]) {
      expect(parseNetwork({ layers: [3], classNames: none })).not.toHaveProperty('classNames');
    }
    for (const wrong of ['ABC', [1, 2, 3], null]) expect(() => named(wrong)).toThrow(NetworkError);
  });

  test('unknown keys are kept, everywhere', () => {
    const parsed = parseNetwork({ note: 'a', input: { unit: 'px' }, coding: { by: 'me' } });
    expect(parsed).toMatchObject({ note: 'a', input: { unit: 'px' }, coding: { by: 'me' } });
  });

  test('ink alone is no key, both polarities are one', () => {
    expect(parseNetwork({ coding: { polarity: 'ink' } })).toEqual(DEFAULT_NETWORK);
    expect(parseNetwork({ coding: { polarity: 'both' } }).coding).toEqual({
      ...DEFAULT_NETWORK.coding,
      polarity: 'both',
    });
  });

  test('the ends of every range are in it', () => {
    for (const good of [
      { input: { width: 1, height: 64, cut: 0 } },
      { input: { width: 64, height: 1, cut: 0.999 }, threshold: 100, deadline: 100 },
      { coding: { kernel: 8, stride: 1, train: 'phase' }, threshold: 1e-6, deadline: 1e-6 },
      { layers: [2] },
      { layers: [1, 1024, 1024, 64], response: 'exponential' },
    ]) {
      expect(parseNetwork(good)).toMatchObject(good);
    }
  });

  test('what comes back shares nothing with the defaults', () => {
    parseNetwork({}).layers.push(3);
    expect(DEFAULT_NETWORK.layers).toEqual([128, 10]);
  });
});

test.each<[unknown, string]>([
  [null, 'The network description must be an object.'],
  [[], 'The network description must be an object.'],
  ['784-128-10', 'The network description must be an object.'],
  [{ input: 28 }, 'input must be an object.'],
  [{ coding: [] }, 'coding must be an object.'],
  [{ input: { width: '28' } }, 'input.width must be a number.'],
  [{ input: { width: NaN } }, 'input.width must be a number.'],
  [{ input: { width: 0 } }, 'input.width is 0, but must be from 1 to 64.'],
  [{ input: { height: 65 } }, 'input.height is 65, but must be from 1 to 64.'],
  [{ input: { height: 7.5 } }, 'input.height must be a whole number.'],
  [{ input: { cut: -0.1 } }, 'input.cut is -0.1, but must be from 0 to 1.'],
  [{ input: { cut: 1 } }, 'input.cut must be below 1, or no pixel would ever spike.'],
  [{ coding: { kernel: 9 } }, 'coding.kernel is 9, but must be from 1 to 8.'],
  [{ coding: { kernel: 1.5 } }, 'coding.kernel must be a whole number.'],
  [{ coding: { polarity: 'paper' } }, 'coding.polarity must be "ink" or "both".'],
  [
    { coding: { polarity: 'both', kernel: 2 } },
    'coding.polarity is "both", which needs a kernel of 1, but coding.kernel is 2: patches have ink alone.',
  ],
  [
    { input: { width: 28, height: 3 }, coding: { kernel: 4 } },
    'coding.kernel is 4, larger than the image (28 x 3).',
  ],
  [{ coding: { kernel: 2, stride: 3 } }, 'coding.stride is 3, but must be from 1 to 2.'],
  [{ coding: { stride: 0 } }, 'coding.stride is 0, but must be from 1 to 1.'],
  [
    { coding: { train: 'rate' } },
    'coding.train must be "latency", "phase", "latency-first", "latency-mean", "phase-first" or "phase-mean".',
  ],
  [{ response: 'lif' }, 'response must be "average-delay" or "exponential".'],
  [{ layers: 10 }, 'layers must be a list of layer sizes.'],
  [
    { layers: [] },
    'A network has 0 to 3 hidden layers and an output layer, but layers lists 0 sizes.',
  ],
  [
    { layers: [9, 9, 9, 9, 10] },
    'A network has 0 to 3 hidden layers and an output layer, but layers lists 5 sizes.',
  ],
  [{ layers: [0, 10] }, 'The size of hidden layer 1 is 0, but must be from 1 to 1024.'],
  [{ layers: [9, 1025, 10] }, 'The size of hidden layer 2 is 1025, but must be from 1 to 1024.'],
  [{ layers: [9.5, 10] }, 'The size of hidden layer 1 must be a whole number.'],
  [{ layers: [null, 10] }, 'The size of hidden layer 1 is missing.'],
  [{ layers: [9, '10'] }, 'The number of classes must be a number.'],
  [{ layers: [1] }, 'The number of classes is 1, but must be from 2 to 64.'],
  [{ layers: [65] }, 'The number of classes is 65, but must be from 2 to 64.'],
  [{ threshold: 0 }, 'threshold must be greater than 0.'],
  [{ threshold: 1e-46 }, "threshold is 1e-46, which is 0 in the engines' float32: make it larger."],
  [
    { author: JSON.parse('['.repeat(3000) + ']'.repeat(3000)) as unknown },
    'The network description holds lists nested too deeply, or too much besides the network: take out what no network needs.',
  ],
  [{ threshold: -1 }, 'threshold is -1, but must be from 0 to 100.'],
  [{ threshold: Infinity }, 'threshold must be a number.'],
  [{ deadline: 0 }, 'deadline must be greater than 0.'],
  [{ deadline: 101 }, 'deadline is 101, but must be from 0 to 100.'],
])('%o is refused: %s', (value, message) => {
  expect(() => parseNetwork(value)).toThrow(new NetworkError(message));
});
