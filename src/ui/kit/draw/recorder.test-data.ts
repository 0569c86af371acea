/** A canvas context that notes what is drawn, for tests of draw functions without a browser. */
import type { Palette } from '../theme/palette';

export interface Call {
  name: string;
  /** The stroke's style of what strokes, else the fill's. */
  style: string;
  alpha: number;
  args: unknown[];
}

export function recorder(): { ctx: CanvasRenderingContext2D; calls: Call[] } {
  const calls: Call[] = [];
  const state: Record<string, unknown> = { globalAlpha: 1 };
  const ctx = new Proxy(state, {
    get: (target, name: string) =>
      name in target && typeof target[name] !== 'function'
        ? target[name]
        : (...args: unknown[]) => {
            const style = name.startsWith('stroke') ? target.strokeStyle : target.fillStyle;
            calls.push({ name, style: String(style), alpha: Number(target.globalAlpha), args });
          },
    set: (target, name: string, value) => {
      target[name] = value;
      return true;
    },
  });
  return { ctx: ctx as unknown as CanvasRenderingContext2D, calls };
}

/** Rectangles filled in one colour, as [x, y, width, height]. */
export function filled(calls: readonly Call[], style: string): number[][] {
  return calls
    .filter((call) => call.name === 'fillRect' && call.style === style)
    .map(({ args }) => args as number[]);
}

/** Every colour by its name; the scales say what they were asked for. */
export const palette = {
  panel: 'panel',
  well: 'well',
  ink: 'ink',
  soft: 'soft',
  line: 'line',
  edge: 'edge',
  good: 'good',
  bad: 'bad',
  excitatory: 'exc',
  inhibitory: 'inh',
  pale: (alpha: number) => alpha,
  font: 'sans-serif',
  timeColor: (t: number) => `time ${Math.round(t * 1000) / 1000}`,
  signedColor: (x: number) => `signed ${x}`,
} as unknown as Palette;
