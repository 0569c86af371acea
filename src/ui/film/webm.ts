/** A film as WebM: WebCodecs encodes, mediabunny writes the file. */
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Output,
  Quality,
  WebMOutputFormat,
} from 'mediabunny';
import type { FilmCanvas, FilmWriter } from './writers';

const REFUSED = 'The browser cannot encode a film of this size as WebM: choose GIF, or less width.';

export async function openWriter({ canvas }: FilmCanvas): Promise<FilmWriter> {
  const { width, height } = canvas;
  const quality = new Quality('very-high');
  const codec = await getFirstEncodableVideoCodec(['vp9', 'vp8'], { width, height, quality });
  if (!codec) throw new Error(REFUSED);
  const target = new BufferTarget();
  const format = new WebMOutputFormat();
  const output = new Output({ format, target });
  const source = new CanvasSource(canvas, { codec, quality });
  output.addVideoTrack(source);
  await output.start();
  let at = 0;
  return {
    async add(seconds) {
      await source.add(at, seconds);
      at += seconds;
    },
    async finish() {
      await output.finalize();
      return new Blob([target.buffer!], { type: format.mimeType });
    },
    cancel: () => output.cancel(),
  };
}
