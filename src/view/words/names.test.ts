import { expect, test } from 'vitest';
import { pointNetwork } from '../../data/points/point-network';
import { DEFAULT_NETWORK } from '../../model/network';
import { neuronName, shortName } from './names';
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

test('a sample is called what it is', () => {
  expect(sampleName(pointNetwork(2).input, 'test', 12, 1)).toBe('test point 13 (label 1)');
  expect(sampleName(DEFAULT_NETWORK.input, 'train', 0)).toBe('training image 1');
});
