import { expect, test } from 'vitest';
import { pointNetwork } from '../../data/points/point-network';
import { DEFAULT_NETWORK } from '../../model/network';
import { parseNetwork } from '../../model/validate';
import { inputSentence } from './input-words';
import { neuronName, placeOf, shortName } from './names';
import { sampleName } from './stimulus-name';

const inputs = [0, 1, 2, 3, 4].map((neuron) => ({ layer: 0, neuron }));

test('inputs of a network that reads points are called what they say, those of images by their place', () => {
  const points = pointNetwork(3);
  const names = inputs.map((ref) => neuronName(points, ref));
  expect(names).toEqual(['input x', 'input 1 - x', 'input y', 'input 1 - y', 'bias']);
  expect(inputs.map((ref) => shortName(points, ref))).toEqual(['x', '1 - x', 'y', '1 - y', 'bias']);
  expect(neuronName(points, { layer: 1, neuron: 3 })).toBe('hidden 3');
  expect(neuronName(DEFAULT_NETWORK, inputs[3]!)).toBe('pixel x 3, y 0');
  expect(shortName(DEFAULT_NETWORK, inputs[3]!)).toBe('x3 y0');
});

test('of a pixel with two neurons one is called ink, the other paper', () => {
  const both = parseNetwork({ coding: { polarity: 'both' } });
  const paper = { layer: 0, neuron: 2 * (9 * 28 + 12) + 1 };
  expect(neuronName(both, paper)).toBe('paper at x 12, y 9');
  expect(neuronName(both, { ...paper, neuron: paper.neuron - 1 })).toBe('ink at x 12, y 9');
  expect(shortName(both, paper)).toBe('x12 y9 paper');
  expect(placeOf(both, paper)).toEqual({ x: 12, y: 9, channel: 1 });
});

test('what an input neuron of paper says is of paper, in a whole sentence', () => {
  const both = parseNetwork({ coding: { polarity: 'both' } });
  const image = new Uint8Array(784);
  image[5] = 51;
  const says = (neuron: number) =>
    inputSentence(both, image, neuron, false)
      .map((piece) => (typeof piece === 'string' ? piece : piece.words))
      .join('');
  expect(says(10)).toBe(
    'Ink at x 5, y 0 spiked at 0.800: it holds 0.200 of full ink, and ink is early: t = 1 − 0.200.',
  );
  expect(says(11)).toBe(
    'Paper at x 5, y 0 spiked at 0.200: it holds 0.800 of full paper, 1 less its ink, and much paper is early: t = 1 − 0.800.',
  );
  expect(says(0)).toBe(
    'Ink at x 0, y 0 holds no more ink than the cut, 0.1. It never spikes, and nothing has to be computed for it.',
  );
});

test('a sample is called what it is', () => {
  expect(sampleName(pointNetwork(2).input, 'test', 12, '1')).toBe('test point 13 (label 1)');
  expect(sampleName(DEFAULT_NETWORK.input, 'train', 0)).toBe('training image 1');
});
