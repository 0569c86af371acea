/** Pictures: PNG, JPEG and the headers of others, with bytes changed; read as the commands read them, and their headers as the page does. */
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { decodePicture } from '../../src/cli/decode-picture';
import { sourceOf } from '../../src/data/byte-source';
import { DataError } from '../../src/data/data-error';
import { kindOf } from '../../src/data/file-kind';
import { KIND_BYTES } from '../../src/data/kind-bytes';
import { pictureHeader } from '../../src/data/pictures/picture-header';
import { inkOf } from '../../src/data/pictures/ink';
import { toImage } from '../../src/data/pictures/to-image';
import type { Random } from '../../src/model/random';
import { changeBytes } from './change-bytes';
import { between, chance, pick } from './dice';
import { require, requireSentence, type Target } from './target';

type Bytes = Uint8Array<ArrayBuffer>;

const SIZE = { width: 28, height: 28 };

/** Grey noise of some size, now and then as large as a photograph. */
function pixels(random: Random): { width: number; height: number; data: Buffer } {
  const most = chance(random, 0.02) ? 800 : 40;
  const [width, height] = [between(random, 1, most), between(random, 1, most)];
  const data = Buffer.alloc(width * height * 4);
  const alpha = chance(random, 0.2) ? 100 : 255;
  for (let i = 0; i < data.length; i++) data[i] = i % 4 === 3 ? alpha : random.below(256);
  return { width, height, data };
}

function png(random: Random): Bytes {
  const { width, height, data } = pixels(random);
  const picture = new PNG({ width, height });
  picture.data = data;
  const colorType = pick(random, [0, 2, 4, 6] as const);
  return new Uint8Array(PNG.sync.write(picture, { colorType, inputHasAlpha: true }));
}

const EXIF = 'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0';

function jpeg(random: Random): Bytes {
  const { data } = encode(pixels(random), between(random, 5, 100));
  if (chance(random, 0.5)) return new Uint8Array(data);
  const exif = Buffer.from(EXIF, 'latin1');
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return new Uint8Array(Buffer.concat([data.subarray(0, 2), marker, exif, data.subarray(2)]));
}

/** Beginnings of other formats, followed by anything. */
const HEADS = [
  'GIF89a\x10\0\x10\0\xf0\0\0',
  'RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x0f\0\0\x0f\0\0',
  'RIFF\x40\0\0\0WEBPVP8L\x08\0\0\0\x2f\x0f\xc0\x03\0',
  'RIFF\x40\0\0\0WEBPVP8 \x18\0\0\0\0\0\0\x9d\x01\x2a\x10\0\x10\0',
  'BM\x40\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x10\0\0\0\x10\0\0\0',
  '\0\0\0\x18ftypavif\0\0\0\0ispe\0\0\0\0\0\0\0\x10\0\0\0\x10',
  'II*\0\x08\0\0\0',
];

function other(random: Random): Bytes {
  const head = Buffer.from(pick(random, HEADS), 'latin1');
  const rest = Buffer.from(Uint8Array.from({ length: random.below(80) }, () => random.below(256)));
  return new Uint8Array(Buffer.concat([head, rest]));
}

export const pictures: Target = {
  name: 'pictures',
  make(random) {
    const file = pick(random, [png, png, jpeg, jpeg, other])(random);
    return { picture: chance(random, 0.9) ? changeBytes(random, file) : file };
  },
  async attempt({ picture }) {
    const bytes = picture as Bytes;
    const header = pictureHeader(bytes);
    require((kindOf(bytes.subarray(0, KIND_BYTES)).kind === 'picture') ===
      (header !== null), 'Its kind and its header do not agree.');
    if (header) {
      const { width, height, orientation } = header;
      const isSize = [width, height].every((side) => Number.isInteger(side) && side >= 0);
      require(isSize && orientation >= 1 && orientation <= 8, 'Its header makes no sense.');
    }
    try {
      const { pixels: found } = await decodePicture(sourceOf(bytes), 'picture');
      const image = toImage(inkOf(found), SIZE, true);
      require(image.length === 28 * 28, 'It is no image of the network.');
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      requireSentence(error.message);
    }
  },
};
