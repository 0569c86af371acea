/** The tokens as canvases need them: resolved for the theme that is shown, with the two scales. */
import { useStore } from 'zustand';
import './theme.css';
import { parseHex, signedScale, timeScale, type Rgb } from './colour';
import { themeStore } from './theme';

export interface Palette {
  theme: 'light' | 'dark';
  ground: string;
  panel: string;
  /** Slightly set off from the panel: what is drawn on. */
  well: string;
  ink: string;
  soft: string;
  line: string;
  edge: string;
  excitatory: string;
  inhibitory: string;
  good: string;
  bad: string;
  /** The page's typeface, for `ctx.font = `11px ${font}``. */
  font: string;
  /** Colour of a time, 0 early to 1 late, on the one scale of time that all views share. */
  timeColor: (t01: number) => string;
  timeRgb: (t01: number) => Rgb;
  /** Diverging: -1 inhibitory, 0 the panel's colour, +1 excitatory. */
  signedColor: (x: number) => string;
  signedRgb: (x: number) => Rgb;
}

const TOKENS = [
  'ground',
  'panel',
  'well',
  'ink',
  'soft',
  'line',
  'edge',
  'excitatory',
  'inhibitory',
  'good',
  'bad',
] as const;

function read(theme: 'light' | 'dark'): Palette {
  const style = getComputedStyle(document.documentElement);
  const tokens = Object.fromEntries(
    TOKENS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Record<(typeof TOKENS)[number], string>;
  const time = timeScale(theme);
  const signed = signedScale(
    parseHex(tokens.inhibitory),
    parseHex(tokens.panel),
    parseHex(tokens.excitatory),
  );
  return {
    theme,
    ...tokens,
    font: getComputedStyle(document.body).fontFamily,
    timeColor: time.css,
    timeRgb: time.rgb,
    signedColor: signed.css,
    signedRgb: signed.rgb,
  };
}

const known = new Map<string, Palette>();

/** The palette of a theme, be it shown or not. */
export function paletteOf(theme: Palette['theme']): Palette {
  let palette = known.get(theme);
  if (!palette) {
    const { dataset } = document.documentElement;
    const shown = dataset.theme;
    // Styles are read at once, so that nothing is seen of it.
    dataset.theme = theme;
    palette = read(theme);
    if (shown === undefined) delete dataset.theme;
    else dataset.theme = shown;
    known.set(theme, palette);
  }
  return palette;
}

/** The palette of the theme that is shown; the same object until the theme changes. */
export function currentPalette(): Palette {
  const { shown } = themeStore.getState();
  let palette = known.get(shown);
  if (!palette) {
    palette = read(shown);
    known.set(shown, palette);
  }
  return palette;
}

/** The current palette; re-renders when the theme changes. */
export function usePalette(): Palette {
  useStore(themeStore);
  return currentPalette();
}
