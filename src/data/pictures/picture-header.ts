/** What a picture's first bytes say of it, before anything is unpacked: how large it is, how it is turned, whether it moves. */
import type { ImageSize } from '../image-set';

export type PictureFormat = 'PNG' | 'JPEG' | 'WebP' | 'GIF' | 'BMP' | 'AVIF' | 'HEIC' | 'TIFF';

export interface PictureHeader extends ImageSize {
  format: PictureFormat;
  /** EXIF's orientation, 1 to 8: how the stored rows become the picture; 1 is as stored. `width` and `height` are as stored. */
  orientation: number;
  /** Whether it has more frames than one. */
  animated: boolean;
}

/** So many bytes hold all that is looked for, unless a camera put whole pictures before it. */
export const HEADER_BYTES = 2 ** 18;

const text = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCodePoint(...bytes.subarray(at, at + length));

/** What kind of picture it is, by its magic number; null for anything else. */
export function pictureFormat(head: Uint8Array): PictureFormat | null {
  const start = text(head, 0, 12);
  if (start.startsWith('\x89PNG')) return 'PNG';
  if (start.startsWith('\xff\xd8\xff')) return 'JPEG';
  if (start.startsWith('GIF8')) return 'GIF';
  if (start.startsWith('RIFF') && start.slice(8) === 'WEBP') return 'WebP';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'TIFF';
  if (start.slice(4, 8) === 'ftyp') {
    const brand = text(head, 8, 4);
    if (/^avi[fs]$/.test(brand)) return 'AVIF';
    if (/^(hei[cmsx]|hev[cx]|mif1|msf1)$/.test(brand)) return 'HEIC';
  }
  // Two letters alone also begin texts: its own length and the offset of its pixels stand in the header, too.
  if (start.startsWith('BM') && head.length > 26 && viewOf(head).getUint32(14, true) < 256)
    return 'BMP';
  return null;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

type Found = Omit<PictureHeader, 'format'>;

/**
 * @param head the first HEADER_BYTES of a file, or all of it
 * @returns null where it is no picture; a width of 0 where the header is cut off or says no size
 */
export function pictureHeader(head: Uint8Array): PictureHeader | null {
  const format = pictureFormat(head);
  if (format === null) return null;
  const none: Found = { width: 0, height: 0, orientation: 1, animated: false };
  try {
    return { format, ...none, ...READERS[format](head, viewOf(head)) };
  } catch (error) {
    // Cut off within a number.
    if (!(error instanceof RangeError)) throw error;
    return { format, ...none };
  }
}

const READERS: Record<PictureFormat, (head: Uint8Array, view: DataView) => Partial<Found>> = {
  PNG(head, view) {
    // Chunks: length, type, contents, checksum; acTL, of animated ones, stands before the pixels.
    let animated = false;
    for (let at = 8; at + 8 <= head.length;) {
      const type = text(head, at + 4, 4);
      if (type === 'acTL') animated = at + 12 <= head.length && view.getUint32(at + 8) > 1;
      if (type === 'acTL' || type === 'IDAT') break;
      at += 12 + view.getUint32(at);
    }
    return { width: view.getUint32(16), height: view.getUint32(20), animated };
  },
  JPEG: readJpeg,
  GIF(head, view) {
    // The extension by which a GIF says how often it is repeated; one picture alone has nothing to repeat.
    const animated = text(head.subarray(0, 4096), 0, 4096).includes('NETSCAPE2.0');
    return { width: view.getUint16(6, true), height: view.getUint16(8, true), animated };
  },
  WebP(head, view) {
    const chunk = text(head, 12, 4);
    if (chunk === 'VP8X') {
      const side = (at: number) => 1 + (view.getUint32(at, true) & 0xffffff);
      return { width: side(24), height: side(27), animated: (head[20]! & 2) !== 0 };
    }
    if (chunk === 'VP8L') {
      const bits = view.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    const side = (at: number) => view.getUint16(at, true) & 0x3fff;
    return chunk === 'VP8 ' ? { width: side(26), height: side(28) } : {};
  },
  BMP: (_, view) => ({
    width: Math.abs(view.getInt32(18, true)),
    height: Math.abs(view.getInt32(22, true)),
  }),
  AVIF: readBoxes,
  HEIC: readBoxes,
  TIFF: () => ({}),
};

/** Segments, each with a marker and its length; the frame's says the size, EXIF's how the camera was held. */
function readJpeg(head: Uint8Array, view: DataView): Partial<Found> {
  let orientation = 1;
  for (let at = 2; at + 4 <= head.length;) {
    if (head[at] !== 0xff) return { orientation };
    const marker = head[at + 1]!;
    // Filling, and markers that stand alone.
    if (marker === 0xff || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) return { orientation };
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { orientation, height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const length = view.getUint16(at + 2);
    if (marker === 0xe1 && text(head, at + 4, 4) === 'Exif')
      orientation = exifOrientation(head.subarray(at + 10, at + 2 + length)) ?? orientation;
    at += 2 + length;
  }
  return { orientation };
}

/** The orientation among the entries of EXIF's first directory; null where it is not said. @param tiff EXIF as TIFF has it */
function exifOrientation(tiff: Uint8Array): number | null {
  if (tiff.length < 8) return null;
  const view = viewOf(tiff);
  const little = tiff[0] === 0x49;
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return null;
  const entries = view.getUint16(first, little);
  for (let n = 0, at = first + 2; n < entries && at + 12 <= tiff.length; n++, at += 12) {
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** The largest size that is named: tiles and thumbnails have theirs, too. */
function readBoxes(head: Uint8Array, view: DataView): Partial<Found> {
  let [width, height] = [0, 0];
  for (let at = 0; at + 16 <= head.length; at++) {
    if (head[at] !== 0x69 || text(head, at, 4) !== 'ispe') continue;
    const [wide, high] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (wide * high > width * height) [width, height] = [wide, high];
  }
  return { width, height, animated: text(head, 8, 4) === 'avis' };
}
