/**
 * A film of a view that plays once, frame by frame from the time cursor: however long a frame takes to be drawn, the film is the
 * same. Its last frame is the picture at the end of the axis.
 */
import { createFilmView } from '../../view/scene/film-view';
import type { View } from '../../view/view';
import type { Film } from '../kit/export/film';
import type { Palette } from '../kit/theme/palette';
import { openWriter, type FilmFormat } from './writers';

/** Frames a second; a GIF counts in hundredths. */
const FRAMES = 25;
/** Seconds that the last frame stays. */
const REST = 1.5;

export interface FilmSettings {
  format: FilmFormat;
  /** Pixels. */
  width: number;
  palette: Palette;
  /** Model time a second. */
  speed: number;
}

/** Seconds that a film of as many frames lasts. */
export const filmSeconds = (frames: number): number => (frames - 1) / FRAMES + REST;

/** How many frames show `end` units of model time: the first at 0, the last at the end. */
export function frameCount(end: number, speed: number): number {
  return Math.ceil((end / speed) * FRAMES - 1e-9) + 1;
}

/** Pixels of a frame: even ones, which every codec takes. */
export function frameSize(picture: { width: number; height: number }, width: number) {
  const even = (pixels: number) => 2 * Math.max(1, Math.round(pixels / 2));
  return { width: even(width), height: even((picture.height * width) / picture.width) };
}

/**
 * @param onProgress told the share of frames that are done
 * @throws the signal's reason; where the browser gives no canvas or does not encode, in a sentence
 */
export async function makeFilm(
  page: View,
  film: Film,
  { format, width: asked, palette, speed }: FilmSettings,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Blob> {
  const { view, end: axisEnd, playTo } = createFilmView(page);
  const picture = await film.picture(view);
  const end = Math.min(picture.filmEnd ?? axisEnd, axisEnd);
  const { width, height } = frameSize(picture, asked);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: format === 'gif' });
  if (!context) throw new Error('The browser gives no canvas to film on: choose less width.');
  const show = (t: number) => {
    playTo(Math.min(t, end), t < end);
    context.setTransform(width / picture.width, 0, 0, height / picture.height, 0, 0);
    picture.draw(context, palette);
  };
  const preview = (share: number) => show(share * end);
  const writer = await openWriter(format, { canvas, context, preview });
  const frames = frameCount(end, speed);
  try {
    for (let frame = 0; frame < frames; frame++) {
      const last = frame === frames - 1;
      show(last ? end : (frame * speed) / FRAMES);
      await writer.add(last ? REST : 1 / FRAMES);
      signal.throwIfAborted();
      onProgress((frame + 1) / frames);
    }
    return await writer.finish();
  } catch (error) {
    await writer.cancel();
    throw error;
  }
}
