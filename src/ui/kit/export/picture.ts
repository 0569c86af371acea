/** A picture of a view: its own draw functions on paper with a title and captions, as SVG or PNG. */
import type { Frame } from '../use-canvas';
import type { Palette } from '../theme/palette';
import { SvgContext } from './svg-context';

export interface Picture {
  width: number;
  height: number;
  /** What screen readers say in place of the picture. */
  title: string;
  /** When a film of it ends, where that is before the end of the time axis. */
  filmEnd?: number;
  /** Draws all of it, paper included. */
  draw: (ctx: CanvasRenderingContext2D, palette: Palette) => void;
}

/** A part of a picture drawn at a place of it, as on a canvas of its own. */
export function drawPart(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  place: { x: number; y: number; width: number; height: number },
  draw: (ctx: CanvasRenderingContext2D, frame: Frame) => void,
): void {
  ctx.save();
  ctx.translate(place.x, place.y);
  ctx.globalAlpha = 1;
  draw(ctx, { width: place.width, height: place.height, ratio: 1, palette });
  ctx.restore();
  ctx.globalAlpha = 1;
}

export function toSvg({ width, height, title, draw }: Picture, palette: Palette): string {
  const context = new SvgContext();
  // It has all that the views use of a canvas context; tests draw every view through it.
  draw(context as unknown as CanvasRenderingContext2D, palette);
  return context.toSvg(width, height, title);
}

/** @param scale pixels a CSS pixel. @throws where the browser gives no canvas or no file */
export async function toPng(
  { width, height, draw }: Picture,
  palette: Palette,
  scale = 2,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to draw on: close other pages.');
  context.scale(scale, scale);
  draw(context, palette);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('The browser could not make the picture.')),
    );
  });
}

/** Paper and headline of every picture; returns where the view begins. */
export function drawPaper(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { width, height }: { width: number; height: number },
  headline: string,
  detail: string,
): number {
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette.panel;
  ctx.fillRect(0, 0, width, height);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  ctx.fillStyle = palette.ink;
  ctx.font = `600 14px ${palette.font}`;
  ctx.fillText(headline, MARGIN, 12);
  ctx.fillStyle = palette.soft;
  ctx.font = `12px ${palette.font}`;
  ctx.fillText(detail, MARGIN, 32);
  return 58;
}

/** Pixels around a picture's content. */
export const MARGIN = 16;

/** The scale of time in the legend, and the room for the word behind it. */
const RAMP = { width: 72, height: 9, steps: 36, word: 30 };

/** In the upper right corner: which end of the scale of time is early. Light and dark begin at different ends of the colours. */
export function drawTimeLegend(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  width: number,
): void {
  const left = width - MARGIN - RAMP.word - RAMP.width;
  const step = RAMP.width / RAMP.steps;
  for (let n = 0; n < RAMP.steps; n++) {
    ctx.fillStyle = palette.timeColor(n / (RAMP.steps - 1));
    ctx.fillRect(left + n * step, 15, step + (n < RAMP.steps - 1 ? 0.5 : 0), RAMP.height);
  }
  drawNote(ctx, palette, 'late', width - MARGIN, 13);
  drawNote(ctx, palette, 'early', left - 6, 13);
}

/** Words that end at a place. */
export function drawNote(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  words: string,
  right: number,
  top: number,
): void {
  ctx.fillStyle = palette.soft;
  ctx.font = `11px ${palette.font}`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'top';
  ctx.fillText(words, right, top);
}
