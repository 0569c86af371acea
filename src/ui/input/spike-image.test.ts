import { describe, expect, it } from 'vitest';
import type { TrainCode } from '../../model/network';
import { parseNetwork } from '../../model/validate';
import type { Palette } from '../kit/theme/palette';
import {
  cellLayout,
  createSpikeImage,
  describeNeuron,
  drawSpikeImage,
  neuronAt,
  neuronBox,
} from './spike-image';

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

  it('has the paper of a pixel with two neurons in the middle of its ink', () => {
    const both = createSpikeImage()(parseNetwork({ coding: { polarity: 'both' } }), image);
    const ink = 2 * (3 * 28 + 6);
    expect(neuronBox(both, ink, 280, 280)).toEqual({ x: 60, y: 30, side: 10 });
    expect(neuronBox(both, ink + 1, 280, 280)).toEqual({ x: 63, y: 33, side: 4 });
    for (const neuron of [0, ink, ink + 1, 1567]) {
      const { x, y, side } = neuronBox(both, neuron, 280, 280);
      expect(neuronAt(both, x + side / 10, y + side / 10, 280, 280)).toBe(neuron);
    }
    // What is drawn last is on top: a grey pixel's paper, though it spiked before the ink around it.
    const drawn: number[] = [];
    const context = {
      fillRect: (_x: number, _y: number, side: number) => drawn.push(side),
    } as unknown as CanvasRenderingContext2D;
    const palette = { timeColor: () => '' } as unknown as Palette;
    drawSpikeImage(context, both, { width: 280, height: 280, palette }, null);
    expect(drawn.slice(0, 2)).toEqual([9.25, 9.25]);
    expect(drawn.slice(2)).toEqual(new Array(783).fill(3.25));
    expect(describeNeuron(both, ink)).toBe('ink at x 6, y 3: ink 0.20, t = 0.800');
    expect(describeNeuron(both, ink + 1)).toBe('paper at x 6, y 3: paper 0.80, t = 0.200');
    expect(describeNeuron(both, ink - 1)).toBe('paper at x 5, y 3: paper 0.00, silent');
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
