import { expect, test } from 'vitest';
import { pictureHeader } from './picture-header';

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.codePointAt(0)!);
const big = (value: number, bytes = 4): number[] =>
  Array.from({ length: bytes }, (_, i) => (value >>> (8 * (bytes - 1 - i))) & 255);
const little = (value: number, bytes = 4): number[] => big(value, bytes).toReversed();
const bytes = (...parts: number[][]): Uint8Array => Uint8Array.from(parts.flat());

const png = (...chunks: number[][]): Uint8Array =>
  bytes(
    [0x89],
    ascii('PNG\r\n\x1a\n'),
    big(13),
    ascii('IHDR'),
    big(300),
    big(200),
    [8, 6, 0, 0, 0],
    big(0),
    ...chunks,
  );
const exif = (orientation: number): number[] => {
  const tiff = [
    ...ascii('MM\0*'),
    ...big(8),
    ...big(1, 2),
    ...big(0x0112, 2),
    ...big(3, 2),
    ...big(1),
    ...big(orientation, 2),
    0,
    0,
  ];
  return [0xff, 0xe1, ...big(2 + 6 + tiff.length, 2), ...ascii('Exif\0\0'), ...tiff];
};
const jpeg = (...segments: number[][]): Uint8Array =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0],
    big(4, 2),
    [0, 0],
    ...segments,
    [0xff, 0xc2],
    big(11, 2),
    [8],
    big(200, 2),
    big(300, 2),
  );
const webp = (chunk: string, contents: number[]): Uint8Array =>
  bytes(ascii('RIFF'), little(99), ascii('WEBP'), ascii(chunk), little(10), contents);

test.each<[string, Uint8Array, object]>([
  ['PNG', png(big(0), ascii('IDAT')), { format: 'PNG' }],
  [
    'animated PNG',
    png(big(8), ascii('acTL'), big(5), big(0), big(0)),
    { format: 'PNG', animated: true },
  ],
  ['JPEG', jpeg(), { format: 'JPEG' }],
  ['JPEG of a camera held upright', jpeg(exif(6)), { format: 'JPEG', orientation: 6 }],
  ['JPEG with an orientation that there is not', jpeg(exif(12)), { format: 'JPEG' }],
  [
    'WebP, lossy',
    webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...little(300, 2), ...little(200, 2)]),
    { format: 'WebP' },
  ],
  ['WebP, lossless', webp('VP8L', [0x2f, ...little(299 | (199 << 14))]), { format: 'WebP' }],
  [
    'WebP, animated',
    webp('VP8X', [2, 0, 0, 0, ...little(299, 3), ...little(199, 3), 0]),
    { format: 'WebP', animated: true },
  ],
  ['GIF', bytes(ascii('GIF89a'), little(300, 2), little(200, 2)), { format: 'GIF' }],
  [
    'animated GIF',
    bytes(ascii('GIF89a'), little(300, 2), little(200, 2), ascii('\x21\xff\x0bNETSCAPE2.0')),
    { format: 'GIF', animated: true },
  ],
  [
    'BMP',
    bytes(
      ascii('BM'),
      little(0),
      little(0),
      little(54),
      little(40),
      little(300),
      little(-200),
      [0],
    ),
    { format: 'BMP' },
  ],
  [
    'AVIF',
    bytes(big(24), ascii('ftypavif'), big(0), ascii('ispe'), big(0), big(300), big(200)),
    { format: 'AVIF' },
  ],
])('%s: its size, before anything is unpacked', (_, head, expected) => {
  const plain = { width: 300, height: 200, orientation: 1, animated: false };
  expect(pictureHeader(head)).toEqual({ ...plain, ...expected });
});

test('a header that is cut off says no size, and what is no picture is none', () => {
  for (const whole of [png(), jpeg(exif(6))]) {
    for (let length = 4; length < whole.length; length++)
      expect(pictureHeader(whole.subarray(0, length))).not.toBe(undefined);
    expect(pictureHeader(whole.subarray(0, 20))).toMatchObject({ width: 0, height: 0 });
  }
  for (const text of ['', 'BM', 'BMW drives on', 'RIFF....WAVE', '....ftypmp42....', 'label,pixel'])
    expect(pictureHeader(bytes(ascii(text)))).toBeNull();
});
