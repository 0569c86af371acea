import { describe, expect, it } from 'vitest';
import type { ImageSet } from '../../data/image-set';
import { parseNetwork } from '../../model/validate';
import { figuresOf } from './figures';

/** Two images: all lit, and one quarter lit. */
function set(): ImageSet {
  const images = new Uint8Array(2 * 784).fill(255, 0, 784 + 196);
  return { width: 28, height: 28, count: 2, images, labels: new Uint8Array(2), classes: 10 };
}

describe('figuresOf', () => {
  it('counts weights and what packing saves', () => {
    const plain = figuresOf(parseNetwork({ layers: [128, 10] }), null);
    expect(plain).toMatchObject({ inputs: 784, weights: 784 * 128 + 1280, weightShare: 1 });
    const packed = figuresOf(parseNetwork({ layers: [128, 10], coding: { kernel: 2 } }), null);
    expect(packed).toMatchObject({ inputs: 196, weights: 196 * 128 + 1280 });
    expect(packed.weightShare).toBeCloseTo((196 * 128 + 1280) / (784 * 128 + 1280), 12);
    expect(packed.operations).toBeNull();
  });

  it('measures the input spikes and bounds the synaptic operations', () => {
    const { inputSpikes, operations } = figuresOf(parseNetwork({ layers: [20, 30, 10] }), set());
    expect(inputSpikes).toBe((784 + 196) / 2);
    const most = 490 * 20 + 20 * 30 + 30 * 10;
    expect(operations).toEqual({ count: most, how: 'at most', share: 1 });
  });

  it('counts shared weights once, and the synapses that share them', () => {
    const spec = parseNetwork({
      convolutions: [{ channels: 4, kernel: 7, stride: 7 }],
      layers: [10],
    });
    const { neurons, weights, synapses, operations } = figuresOf(spec, set());
    expect(neurons).toBe(4 * 4 * 4 + 10);
    expect(weights).toBe(4 * 49 + 64 * 10);
    expect(synapses).toBe(16 * 4 * 49 + 64 * 10);
    // Each of the 490 input spikes lies in one patch, whose 4 channels it reaches.
    expect(operations?.count).toBeCloseTo(490 * 4 + 64 * 10, 9);
  });

  it('counts the spikes that the input emits', () => {
    const of = (train: string) => {
      const spec = parseNetwork({ layers: [10], coding: { kernel: 4, train } });
      const { inputSpikes, emittedSpikes } = figuresOf(spec, set());
      return [inputSpikes, emittedSpikes];
    };
    // All 49 patches of the first image, 14 of the second (7 rows of pixels lie in 2 rows of patches).
    expect(of('latency')).toEqual([63 / 2, 980 / 2]);
    expect(of('phase-first')).toEqual([63 / 2, 63 / 2]);
    expect(of('latency-mean')).toEqual([63 / 2, 63 / 2]);
  });

  it('takes the count of an evaluation, scaled for another network, and says which', () => {
    const spec = parseNetwork({ layers: [20, 10] });
    const counted = { spec, operations: 5000 };
    expect(figuresOf(spec, set(), 'adam', counted).operations).toEqual({
      count: 5000,
      how: 'counted',
      share: 1,
    });
    const wide = figuresOf(parseNetwork({ layers: [40, 10] }), set(), 'adam', counted).operations!;
    expect(wide.how).toBe('scaled');
    expect(wide.count).toBeCloseTo((5000 * (490 * 40 + 400)) / (490 * 20 + 200), 9);
    const packed = parseNetwork({ layers: [20, 10], coding: { kernel: 2, stride: 2 } });
    const { share } = figuresOf(packed, set(), 'adam', counted).operations!;
    const spikes = figuresOf(packed, set()).inputSpikes!;
    expect(share).toBeCloseTo((spikes * 20 + 200) / (490 * 20 + 200), 12);
  });

  it('estimates memory by the optimiser', () => {
    const spec = parseNetwork({ layers: [10] });
    expect(figuresOf(spec, null)).toMatchObject({ memory: 7840 * 16, file: 7840 * 4 });
    expect(figuresOf(spec, null, 'sgd').memory).toBe(7840 * 12);
  });

  it('does not measure images of another size', () => {
    const spec = parseNetwork({ input: { width: 20, height: 20 } });
    expect(figuresOf(spec, set()).inputSpikes).toBeNull();
  });
});
