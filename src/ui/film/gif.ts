/** A film as GIF that plays once: one table of colours, and of every frame what is another than before. */
import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import { yieldToEventLoop } from '../../engine/shared/yield-to-event-loop';
import type { FilmCanvas, FilmWriter } from './writers';

/** The last place of the table means: as before. */
const COLOURS = 255;
const SAME = COLOURS;
/** Frames that the colours are taken from, and how many pixels of each at most. */
const SAMPLES = { frames: 5, pixels: 400_000 };

type Pixels = Uint8ClampedArray;

export async function openWriter(film: FilmCanvas): Promise<FilmWriter> {
  const { canvas, context } = film;
  const { width, height } = canvas;
  const pixels = (): Pixels => context.getImageData(0, 0, width, height).data;
  const colours = quantize(await sampled(film, pixels), COLOURS);
  const gif = GIFEncoder();
  let before: Uint8Array | null = null;
  return {
    async add(seconds) {
      const now = applyPalette(pixels(), colours);
      gif.writeFrame(before ? changes(before, now) : now, width, height, {
        ...(before === null && { palette: colours, repeat: -1 }),
        delay: seconds * 1000,
        transparent: before !== null,
        transparentIndex: SAME,
        dispose: 1,
      });
      before = now;
      await yieldToEventLoop();
    },
    async finish() {
      gif.finish();
      return new Blob([gif.bytes()], { type: 'image/gif' });
    },
    cancel: async () => undefined,
  };
}

/** Pixels of frames all over the film. */
async function sampled({ preview }: FilmCanvas, pixels: () => Pixels): Promise<Uint8ClampedArray> {
  const parts: Uint32Array[] = [];
  for (let n = 0; n < SAMPLES.frames; n++) {
    preview(n / (SAMPLES.frames - 1));
    const all = new Uint32Array(pixels().buffer);
    const stride = Math.ceil(all.length / SAMPLES.pixels);
    parts.push(all.filter((_, i) => i % stride === 0));
    await yieldToEventLoop();
  }
  const joined = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return new Uint8ClampedArray(joined.buffer);
}

function changes(before: Uint8Array, now: Uint8Array): Uint8Array {
  return now.map((colour, i) => (colour === before[i] ? SAME : colour));
}
