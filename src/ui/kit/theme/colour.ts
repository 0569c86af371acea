/** Colour arithmetic for the canvases: hex tokens, mixing, the time scale and the diverging scale. */
import { viridis } from './viridis';

export type Rgb = readonly [red: number, green: number, blue: number];

/** @param hex `#rgb` or `#rrggbb` */
export function parseHex(hex: string): Rgb {
  const digits = hex.trim().replace('#', '');
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const value = Number.parseInt(long, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** As `#rrggbb`, which every program that reads SVG understands: CSS's newer `rgb(1 2 3)` is black in some. */
export function css(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** Relative luminance (WCAG 2), 0 black to 1 white. */
export function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((c) => {
    const x = c / 255;
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** The colour brought to a luminance, with black or white. */
function ofLuminance(colour: Rgb, asked: number): Rgb {
  const end: Rgb = luminance(colour) > asked ? [0, 0, 0] : [255, 255, 255];
  let [low, high] = [0, 1];
  for (let n = 0; n < 10; n++) {
    const middle = (low + high) / 2;
    if (luminance(mix(colour, end, middle)) > asked === (end[0] === 0)) low = middle;
    else high = middle;
  }
  return mix(colour, end, high);
}

const STEPS = 256;

function table(scale: (x: number) => Rgb): Rgb[] {
  return Array.from({ length: STEPS }, (_, i) => scale(i / (STEPS - 1)));
}

/** Position in a table: below 0 and above 1 are the ends, NaN the first. */
function pick<T>(from: T[], x: number): T {
  const at = Math.round(x * (STEPS - 1));
  return from[at > 0 ? Math.min(at, STEPS - 1) : 0]!;
}

/** Luminance of the latest spikes: 3:1 against the ground that marks stand on, the theme's --well. */
const LATEST = { light: 0.25, dark: 0.152 };

/**
 * One scale of time for every view: viridis, early at the end that stands out from the ground. From the middle on its lightness changes
 * less than viridis' own, so that the latest spikes are seen as well; it still changes one way, which is seen without colours.
 */
export function timeScale(theme: 'light' | 'dark'): {
  rgb: (t: number) => Rgb;
  css: (t: number) => string;
} {
  const at = (t: number) => parseHex(viridis(theme === 'light' ? t * 0.9 : 1 - t * 0.86));
  const middle = Math.cbrt(luminance(at(0.5)));
  const last = Math.cbrt(LATEST[theme]);
  const colours = table((t) =>
    t < 0.5 ? at(t) : ofLuminance(at(t), (middle + (last - middle) * (2 * t - 1)) ** 3),
  );
  const strings = colours.map(css);
  return { rgb: (t) => pick(colours, t), css: (t) => pick(strings, t) };
}

/** -1 inhibitory, 0 the middle, +1 excitatory. */
export function signedScale(
  inhibitory: Rgb,
  middle: Rgb,
  excitatory: Rgb,
): { rgb: (x: number) => Rgb; css: (x: number) => string } {
  const colours = table((u) => {
    const x = u * 2 - 1;
    return mix(middle, x < 0 ? inhibitory : excitatory, Math.abs(x));
  });
  const strings = colours.map(css);
  return { rgb: (x) => pick(colours, (x + 1) / 2), css: (x) => pick(strings, (x + 1) / 2) };
}
