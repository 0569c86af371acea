/** Pictures on their way from a file to pixels, in the page and in the commands alike. */
import { said } from '../../model/said';
import { formatNumber } from '../../words/numbers';
import type { ByteSource } from '../byte-source';
import { DataError } from '../data-error';
import { HEADER_BYTES, pictureHeader, type PictureHeader } from './picture-header';
import type { Pixels } from './pixels';

export interface Decoded {
  pixels: Pixels;
  /** Of several frames these are the first's. */
  animated: boolean;
}

/** Decodes a picture, no larger than it is looked at (`lookSize`) and turned as it was held. @throws DataError */
export type Decode = (file: ByteSource, name: string) => Promise<Decoded>;

/** A file of so many bytes is no picture of a drawing. */
const MOST_BYTES = 1e8;

/**
 * What a picture's header says, where it can be decoded.
 * @param most pixels that may be unpacked
 * @throws DataError where it is no picture, damaged or too large
 */
export async function headerOf(
  file: ByteSource,
  name: string,
  most: number,
): Promise<PictureHeader> {
  const header = pictureHeader(await file.read(0, Math.min(file.size, HEADER_BYTES)));
  if (!header) throw new DataError(`${said(name)} is no picture: choose a PNG, JPEG or WebP.`);
  const { width, height, format } = header;
  if (format !== 'TIFF' && !(width > 0 && height > 0)) throw damaged(name, format);
  if (width * height > most || file.size > MOST_BYTES) {
    const size =
      width * height > most
        ? `${millions(width * height)} megapixels`
        : millions(file.size) + ' MB';
    const room = width * height > most ? millions(most) : `${millions(MOST_BYTES)} MB`;
    throw new DataError(
      `${said(name)} has ${size}, but at most ${room} are read: make it smaller, or cut out what is drawn.`,
    );
  }
  return header;
}

const millions = (count: number): string => formatNumber(count / 1e6, 0);

export function damaged(name: string, format: string, cause?: unknown): DataError {
  return new DataError(
    `${said(name)} is a damaged ${format} picture: get it again, or save it anew in the program that made it.`,
    { cause },
  );
}

/** A format that is known, but not read here. @param here what reads which formats, as a sentence begins */
export function unread(name: string, format: string, here: string): DataError {
  return new DataError(`${here} ${said(name)}, a ${format} picture: save it as PNG or JPEG.`);
}

/** Formats that keep every pixel as it was. WebP and AVIF may, but do not say so at their beginning. */
export const isLossless = (format: PictureHeader['format']): boolean =>
  ['PNG', 'GIF', 'BMP'].includes(format);
