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

const STEPS = 256;

function table(scale: (x: number) => Rgb): Rgb[] {
  return Array.from({ length: STEPS }, (_, i) => scale(i / (STEPS - 1)));
}

/** Position in a table: below 0 and above 1 are the ends, NaN the first. */
function pick<T>(from: T[], x: number): T {
  const at = Math.round(x * (STEPS - 1));
  return from[at > 0 ? Math.min(at, STEPS - 1) : 0]!;
}

/** One scale of time for every view: viridis, early at the end that stands out from the ground. */
export function timeScale(theme: 'light' | 'dark'): {
  rgb: (t: number) => Rgb;
  css: (t: number) => string;
} {
  // The end nearest the ground's own lightness is left out: a late spike is still seen.
  const at = (x: number) => parseHex(viridis(x));
  const colours = table((t) => at(theme === 'light' ? t * 0.9 : 1 - t * 0.86));
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
