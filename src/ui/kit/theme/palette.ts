/** The tokens as canvases need them: resolved for the theme that is shown, with the two scales. */
import { useStore } from 'zustand';
import './theme.css';
import { css, mix, parseHex, signedScale, timeScale, type Rgb } from './colour';
import { contrast, themeStore } from './theme';

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
  /** The strength of what is drawn paler than the rest; where much contrast is asked for, it is never faint. */
  pale: (alpha: number) => number;
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

type Tokens = Record<(typeof TOKENS)[number], string>;

/** Ground and text in the system's colours, and shades between them; colours that are data stay, they are told by shapes as well. */
function forcedTokens(): Partial<Tokens> {
  const { color, backgroundColor } = getComputedStyle(document.body);
  const rgb = (value: string) => value.match(/\d+/g)!.slice(0, 3).map(Number) as unknown as Rgb;
  const shade = (share: number) => css(mix(rgb(backgroundColor), rgb(color), share));
  const [panel, ink] = [shade(0), shade(1)];
  return {
    ground: panel,
    panel,
    well: shade(0.1),
    ink,
    soft: ink,
    line: shade(0.4),
    edge: shade(0.7),
  };
}

function read(theme: 'light' | 'dark', asked: ReturnType<typeof contrast>): Palette {
  const style = getComputedStyle(document.documentElement);
  const tokens = Object.fromEntries(
    TOKENS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Tokens;
  if (asked === 'forced') Object.assign(tokens, forcedTokens());
  const strong = asked === 'forced' || asked === 'more';
  const time = timeScale(theme);
  const signed = signedScale(
    parseHex(tokens.inhibitory),
    parseHex(tokens.panel),
    parseHex(tokens.excitatory),
  );
  return {
    theme,
    ...tokens,
    pale: (alpha) => (strong ? Math.max(0.6, alpha) : alpha),
    font: getComputedStyle(document.body).fontFamily,
    timeColor: time.css,
    timeRgb: time.rgb,
    signedColor: signed.css,
    signedRgb: signed.rgb,
  };
}

const known = new Map<string, Palette>();

/** The palette of a theme, be it shown or not: what is saved in it has the page's own colours, also where the system forces others. */
export function paletteOf(theme: Palette['theme']): Palette {
  const here = contrast();
  const asked = here === 'forced' ? 'usual' : here;
  const key = `${theme} ${asked}`;
  let palette = known.get(key);
  if (!palette) {
    const { dataset } = document.documentElement;
    const shown = dataset.theme;
    // Styles are read at once, so that nothing is seen of it.
    dataset.theme = theme;
    palette = read(theme, asked);
    if (shown === undefined) delete dataset.theme;
    else dataset.theme = shown;
    known.set(key, palette);
  }
  return palette;
}

/** The palette of the theme that is shown; the same object until the theme changes. */
export function currentPalette(): Palette {
  const { shown } = themeStore.getState();
  const asked = contrast();
  const key = `${shown} ${asked}`;
  let palette = known.get(key);
  if (!palette) {
    palette = read(shown, asked);
    known.set(key, palette);
  }
  return palette;
}

/** The current palette; re-renders when the theme changes. */
export function usePalette(): Palette {
  useStore(themeStore);
  return currentPalette();
}
