import { expect, it } from 'vitest';
import { DEFAULT_NETWORK } from '../../model/network';
import { parseNetwork } from '../../model/validate';
import { POINT_PRESETS } from './point-presets';
import { pointNetwork } from '../../data/points/point-network';
import { PRESETS, presetMisfit, presetSettings, presetSpec } from './presets';

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

it('of points are networks of points, with names of their own', () => {
  const base = pointNetwork(2);
  for (const preset of POINT_PRESETS) {
    const spec = presetSpec(preset, base)!;
    expect(parseNetwork(spec)).toEqual(spec);
    expect(spec).toMatchObject({ input: base.input, layers: [...preset.hidden, 2] });
    expect(presetSettings(preset)).toMatchObject({ distort: 'none', seed: 1 });
  }
  expect(new Set(POINT_PRESETS.map((p) => p.name)).size).toBe(POINT_PRESETS.length);
});

it('are offered only where patches and convolutions fit the images', () => {
  for (const [width, height] of [
    [1, 1],
    [3, 3],
    [1, 64],
    [64, 1],
    [3, 64],
    [4, 4],
    [64, 64],
  ] as const) {
    const base = parseNetwork({ input: { width, height }, layers: [3] });
    const side = Math.min(width, height);
    const offered = PRESETS.filter((preset) => presetSpec(preset, base) !== null);
    // The convolutions of 5 x 5 leave room for those of 3 x 3 from a side of 9 on.
    const fits = PRESETS.filter((p) => p.coding.kernel <= side && (!p.convolutions || side >= 9));
    expect(offered.map((p) => p.name)).toEqual(fits.map((p) => p.name));
    expect(offered.length).toBeGreaterThan(0);
  }
  const small = parseNetwork({ input: { width: 3, height: 64 }, layers: [3] });
  expect(presetMisfit(PRESETS[3]!, small)).toBe(
    'Its patches of 4 x 4 pixels do not fit into images of 3 x 64.',
  );
});

it('keep the images and classes at hand', () => {
  const base = parseNetwork({ input: { width: 12, height: 10 }, layers: [7, 5] });
  expect(presetSpec(PRESETS[2]!, base)).toMatchObject({
    input: { width: 12, height: 10 },
    coding: { kernel: 2, stride: 2 },
    layers: [128, 5],
  });
});
