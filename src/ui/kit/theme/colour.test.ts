import { describe, expect, it } from 'vitest';
import { css, luminance, mix, parseHex, signedScale, timeScale } from './colour';
import { contrast } from './contrast.test-data';

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
      expect(against(1)).toBeGreaterThan(3);
      // Lightness goes one way, the whole way: time is read without colours, too.
      const light = Array.from({ length: 41 }, (_, n) => luminance(rgb(n / 40)));
      const ordered = light.toSorted((a, b) => (theme === 'light' ? a - b : b - a));
      expect(light).toEqual(ordered);
      expect(new Set(light).size).toBe(41);
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
