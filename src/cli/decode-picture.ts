/** Decodes pictures in Node: PNG and JPEG, as scanners and cameras write them. */
import { decode as decodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { ByteSource } from '../data/byte-source';
import { shrink } from '../data/normalise';
import { damaged, headerOf, isLossless, unread, type Decoded } from '../data/pictures/decoded';
import { lookSize, type Pixels } from '../data/pictures/pixels';

/** Pixels that may be unpacked: without a browser's decoder it takes more memory. */
const MOST_PIXELS = 25e6;
/** Megabytes that a JPEG may take on its way. */
const MOST_MEMORY = 450;

type Decoder = (bytes: Uint8Array<ArrayBuffer>) => Pixels;

const DECODERS: Record<string, Decoder> = {
  PNG: (bytes) => PNG.sync.read(Buffer.from(bytes.buffer)),
  JPEG: (bytes) =>
    decodeJpeg(bytes, {
      useTArray: true,
      tolerantDecoding: false,
      maxResolutionInMP: MOST_PIXELS / 1e6,
      maxMemoryUsageInMB: MOST_MEMORY,
    }),
};

/** As `Decode` says. @throws DataError */
export async function decodePicture(file: ByteSource, name: string): Promise<Decoded> {
  const { format, animated, orientation } = await headerOf(file, name, MOST_PIXELS);
  const decoder = DECODERS[format];
  if (!decoder) throw unread(name, format, 'The commands do not read');
  // Bytes of its own: what is decoded takes the whole buffer.
  const bytes = (await file.read(0, file.size)).slice();
  let pixels: Pixels;
  try {
    pixels = decoder(bytes);
  } catch (cause) {
    throw damaged(name, format, cause);
  }
  const small = reduced(turned(pixels, orientation));
  return {
    pixels: { ...small, lossless: small.lossless === true && isLossless(format) },
    animated,
  };
}

/** A picture as the camera was held (EXIF's orientation). */
function turned({ width, height, data }: Pixels, orientation: number): Pixels {
  if (orientation === 1) return { width, height, data };
  const swapped = orientation > 4;
  const [wide, high] = swapped ? [height, width] : [width, height];
  // Of the stored picture's columns and rows, which run backwards.
  const backColumns = [2, 3, 7, 8].includes(orientation);
  const backRows = [3, 4, 6, 7].includes(orientation);
  const result = new Uint8Array(data.length);
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const [column, row] = swapped ? [y, x] : [x, y];
      const from =
        (backRows ? height - 1 - row : row) * width + (backColumns ? width - 1 - column : column);
      for (let c = 0; c < 4; c++) result[4 * (y * wide + x) + c] = data[4 * from + c]!;
    }
  }
  return { width: wide, height: high, data: result };
}

/** No larger than it is looked at, by the mean of what falls together. */
function reduced(pixels: Pixels): Pixels {
  const { width, height, data } = pixels;
  const size = lookSize(pixels);
  if (size.width === width) return { width, height, data, lossless: true };
  const result = new Uint8Array(size.width * size.height * 4);
  const box = { left: 0, top: 0, right: width, bottom: height };
  for (let c = 0; c < 4; c++) {
    const channel = Uint8Array.from({ length: width * height }, (_, i) => data[4 * i + c]!);
    const small = shrink(channel, width, box, size.width, size.height);
    small.forEach((value, i) => (result[4 * i + c] = Math.round(value)));
  }
  return { ...size, data: result };
}
