import { describe, expect, it } from 'vitest';
import { css, mix, parseHex, signedScale, timeScale, type Rgb } from './colour';

/** Contrast of two colours (WCAG 2), from 1. */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = (colour: Rgb) => {
    const [r, g, bl] = colour.map((c) => {
      const x = c / 255;
      return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * bl!;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe('colours', () => {
  it('reads both kinds of hex, as a minifier may shorten them', () => {
    expect(parseHex('#c2570c')).toEqual([194, 87, 12]);
    expect(parseHex(' #fff')).toEqual([255, 255, 255]);
    expect(css(mix([0, 0, 0], [255, 255, 255], 0.5))).toBe('#808080');
  });

  it.each([
    ['light', '#f0f0ec'],
    ['dark', '#1d232a'],
  ] as const)(
    'early spikes stand out most from the %s ground, late ones are still seen',
    (theme, ground) => {
      const { rgb } = timeScale(theme);
      const against = (t: number) => contrast(rgb(t), parseHex(ground));
      expect(against(0)).toBeGreaterThan(8);
      expect(against(0)).toBeGreaterThan(against(0.5));
      expect(against(0.5)).toBeGreaterThan(3);
      expect(against(1)).toBeGreaterThan(1.25);
      expect(rgb(-1)).toEqual(rgb(0));
      expect(rgb(7)).toEqual(rgb(1));
    },
  );

  it('has excitatory at one end, inhibitory at the other, nothing in between', () => {
    const { rgb } = signedScale([0, 0, 200], [250, 250, 250], [200, 0, 0]);
    expect(rgb(1)).toEqual([200, 0, 0]);
    expect(rgb(-1)).toEqual([0, 0, 200]);
    expect(rgb(-5)).toEqual([0, 0, 200]);
    for (const channel of rgb(0)) expect(channel).toBeGreaterThan(248);
  });
});
