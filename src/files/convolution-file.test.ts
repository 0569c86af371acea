import { expect, test } from 'vitest';
import { layerPlans } from '../model/layers';
import { parseNetwork } from '../model/validate';
import { readModel, writeModel } from './model-file';
import { readSafetensors, writeSafetensors } from './safetensors';

const spec = parseNetwork({
  input: { width: 9, height: 8 },
  convolutions: [{ channels: 3, kernel: 3, stride: 2 }],
  layers: [5, 4],
});
const weights = layerPlans(spec).map((plan, l) =>
  Float32Array.from({ length: plan.weights }, (_, i) => l + i / 64),
);

test('a network with convolutions comes back, written in version 2', () => {
  const file = writeModel({ spec, weights });
  const { tensors, metadata } = readSafetensors(file);
  expect(metadata.format_version).toBe('2');
  expect(JSON.parse(metadata.network!)).toMatchObject({
    convolutions: [{ channels: 3, kernel: 3, stride: 2 }],
    layers: [5, 4],
  });
  expect(tensors.get('layers.0.weight')!.shape).toEqual([3, 3, 3, 1]);
  expect(tensors.get('layers.1.weight')!.shape).toEqual([5, 4 * 3 * 3]);
  const read = readModel(file);
  expect(read.spec).toEqual(spec);
  expect(read.weights).toEqual(weights);
});

test('a convolution looks at ink and paper as two channels', () => {
  const both = parseNetwork({ ...spec, coding: { polarity: 'both' } });
  const file = writeModel({
    spec: both,
    weights: [new Float32Array(54), weights[1]!, weights[2]!],
  });
  const { tensors, metadata } = readSafetensors(file);
  expect(metadata.format_version).toBe('3');
  expect(tensors.get('layers.0.weight')!.shape).toEqual([3, 3, 3, 2]);
  expect(readModel(file).spec).toEqual(both);
});

test('a convolution of another shape is refused', () => {
  const file = readSafetensors(writeModel({ spec, weights }));
  file.tensors.get('layers.0.weight')!.shape = [3, 9];
  expect(() => readModel(writeSafetensors(file))).toThrow(
    'The tensor layers.0.weight has the shape [3, 9], but the network 72-3c3s2-5-4 needs [3, 3, 3, 1].',
  );
});

test('without convolutions the version stays 1', () => {
  const dense = parseNetwork({ input: { width: 2, height: 2 }, layers: [2] });
  const file = writeModel({ spec: dense, weights: [new Float32Array(8)] });
  expect(readSafetensors(file).metadata.format_version).toBe('1');
});
