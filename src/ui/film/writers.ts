/** What makes a file of frames; each in a file of its own with its library, fetched when it is asked for. */
import { repeatable } from '../kit/repeatable';

export interface FilmWriter {
  /** Appends what is on the canvas now. @param seconds how long it is seen */
  add: (seconds: number) => Promise<void>;
  /** @throws where the browser's encoder fails */
  finish: () => Promise<Blob>;
  cancel: () => Promise<void>;
}

export interface FilmCanvas {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
  /** Draws the frame at a share of the film's length, for writers that have to see some in advance. */
  preview: (share: number) => void;
}

export type FilmFormat = 'webm' | 'gif';

type Open = (film: FilmCanvas) => Promise<FilmWriter>;

const loads: Record<FilmFormat, () => Promise<{ openWriter: Open }>> = {
  webm: repeatable(() => import('./webm')),
  gif: repeatable(() => import('./gif')),
};

export async function openWriter(format: FilmFormat, film: FilmCanvas): Promise<FilmWriter> {
  return (await loads[format]()).openWriter(film);
}

/**
 * Whether this browser writes WebM. It knows by MediaRecorder; what is recorded with that has the times of a clock on the wall,
 * and a slow machine would make a slow film: the frames are encoded by WebCodecs, each with the time it is meant for.
 */
function writesWebm(): boolean {
  return (
    'MediaRecorder' in globalThis &&
    MediaRecorder.isTypeSupported('video/webm') &&
    'VideoEncoder' in globalThis
  );
}

/** The formats that can be written here, the better one first. */
export function filmFormats(): FilmFormat[] {
  return writesWebm() ? ['webm', 'gif'] : ['gif'];
}
