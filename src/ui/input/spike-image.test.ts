import { describe, expect, it } from 'vitest';
import type { TrainCode } from '../../model/network';
import { parseNetwork } from '../../model/validate';
import { cellLayout, createSpikeImage, describeNeuron, neuronAt } from './spike-image';

const image = new Uint8Array(28 * 28);
image[3 * 28 + 5] = 255;
image[3 * 28 + 6] = 51;

describe('the image as spike times', () => {
  const plain = createSpikeImage()(parseNetwork({}), image);
  const packed = createSpikeImage()(parseNetwork({ coding: { kernel: 4 } }), image);

  it('keeps its encoding while neither image nor coding changes', () => {
    const make = createSpikeImage();
    const spec = parseNetwork({});
    const first = make(spec, image);
    expect(make(spec, image)).toBe(first);
    expect(make(spec, image.slice())).not.toBe(first);
  });

  it('finds the neuron under the pointer, and none outside', () => {
    expect(neuronAt(plain, 5.5, 3.5, 28, 28)).toBe(3 * 28 + 5);
    expect(neuronAt(packed, 47, 1, 280, 280)).toBe(1);
    expect(neuronAt(plain, -1, 3, 28, 28)).toBeNull();
    expect(neuronAt(plain, 5, 28.5, 28, 28)).toBeNull();
  });

  it('centres square cells in an area of another shape', () => {
    expect(cellLayout(2, 4, 100, 100)).toEqual({ cell: 25, left: 25, top: 0 });
  });

  it('describes pixels and patches', () => {
    expect(describeNeuron(plain, 3 * 28 + 5)).toBe('pixel x 5, y 3: ink 1.00, t = 0.000');
    expect(describeNeuron(plain, 3 * 28 + 6)).toBe('pixel x 6, y 3: ink 0.20, t = 0.800');
    expect(describeNeuron(plain, 0)).toBe('pixel x 0, y 0: ink 0.00, silent');
    expect(describeNeuron(packed, 1)).toBe(
      'patch x 1, y 0: 2 of 16 pixels hold ink, on average at t = 0.400',
    );
    expect(describeNeuron(packed, 0)).toBe('patch x 0, y 0: silent');
    const one = (train: TrainCode) => {
      const spec = { ...packed.spec, coding: { ...packed.spec.coding, train } };
      return describeNeuron(createSpikeImage()(spec, packed.image), 1);
    };
    expect(one('latency-first')).toBe(
      'patch x 1, y 0: 2 of 16 pixels hold ink, one spike, the first, at t = 0.000',
    );
    expect(one('latency-mean')).toBe(
      'patch x 1, y 0: 2 of 16 pixels hold ink, one spike, at their mean, at t = 0.400',
    );
  });
});
