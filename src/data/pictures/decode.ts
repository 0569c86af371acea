/** Decodes what the browser can: PNG, JPEG, WebP and whatever else it knows; on the page and in workers. */
import type { ByteSource } from '../byte-source';
import { damaged, headerOf, isLossless, unread, type Decoded } from './decoded';
import { createQueue } from './in-turn';
import type { PictureFormat, PictureHeader } from './picture-header';
import { lookSize } from './pixels';

/** Pixels that may be unpacked, 4 bytes each: cameras of phones have up to 50 million. */
const MOST_PIXELS = 64e6;

/**
 * Of more pixels than these a browser holds several megabytes while it decodes them, 48 of a camera's twelve megapixels: two at a
 * time, however many there are.
 */
const LARGE = 1e6;
const inTurn = createQueue(2);

/** Formats that every browser reads. */
const COMMON: readonly PictureFormat[] = ['PNG', 'JPEG', 'WebP', 'GIF', 'BMP'];

/** As `Decode` says. Of a moving picture the first frame. */
export async function decodePicture(file: ByteSource, name: string): Promise<Decoded> {
  const header = await headerOf(file, name, MOST_PIXELS);
  const work = (): Promise<Decoded> => decode(file, name, header);
  return header.width * header.height > LARGE ? inTurn(work) : work();
}

async function decode(
  file: ByteSource,
  name: string,
  { format, animated, orientation, ...stored }: PictureHeader,
): Promise<Decoded> {
  const turned = orientation > 4;
  const size = turned ? { width: stored.height, height: stored.width } : stored;
  const { width, height } = lookSize(size);
  const same = width === size.width && height === size.height;
  // Some browsers go by the type, which comes from the file's name otherwise.
  const blob = new Blob([await file.read(0, file.size)], { type: `image/${format.toLowerCase()}` });
  const bitmap = await createImageBitmap(
    blob,
    same ? {} : { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' },
  ).catch((cause: unknown) => {
    throw COMMON.includes(format)
      ? damaged(name, format, cause)
      : unread(name, format, 'This browser does not read');
  });
  try {
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return { pixels: { width, height, data, lossless: same && isLossless(format) }, animated };
  } finally {
    bitmap.close();
  }
}
