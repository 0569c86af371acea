import { expect, it } from 'vitest';
import { DEFAULT_NETWORK } from '../model/network';
import { parseNetwork } from '../model/validate';
import { PRESETS, presetSettings, presetSpec } from './presets';

it('are networks that can be made, with names of their own', () => {
  for (const preset of PRESETS) {
    const spec = presetSpec(preset, DEFAULT_NETWORK);
    expect(parseNetwork(spec)).toEqual(spec);
    const { epochs, learningRate, seed } = presetSettings(preset);
    expect(epochs).toBeGreaterThan(0);
    expect(learningRate).toBeGreaterThan(0);
    expect(seed).toBe(1);
  }
  expect(new Set(PRESETS.map((p) => p.name)).size).toBe(PRESETS.length);
});

it('keep the images and classes at hand', () => {
  const base = parseNetwork({ input: { width: 12, height: 10 }, layers: [7, 5] });
  expect(presetSpec(PRESETS[2]!, base)).toMatchObject({
    input: { width: 12, height: 10 },
    coding: { kernel: 2, stride: 2 },
    layers: [128, 5],
  });
});
