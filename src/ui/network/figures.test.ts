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
    expect(operations).toBe(490 * 20 + 20 * 30 + 30 * 10);
  });

  it('does not measure images of another size', () => {
    const spec = parseNetwork({ input: { width: 20, height: 20 } });
    expect(figuresOf(spec, set()).inputSpikes).toBeNull();
  });
});
