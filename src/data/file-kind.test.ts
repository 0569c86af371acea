import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { kindOf } from './file-kind';
import { readImages, readLabels } from './idx';
import { idxFile, imageFile, labelFile } from './idx.test-data';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0)!);
const tar = bytes(`images\0${'\0'.repeat(250)}ustar`);

test('pictures are known by their first bytes', () => {
  const heads = {
    PNG: '\x89PNG\r\n\x1a\n',
    JPEG: '\xff\xd8\xff\xe0',
    WebP: 'RIFF\x10\0\0\0WEBPVP8 ',
  };
  for (const [format, head] of Object.entries(heads))
    expect(kindOf(bytes(head))).toEqual({ kind: 'picture', format });
});

test('images, labels and models are known by their first bytes', () => {
  expect(kindOf(imageFile(1, 2, 2))).toEqual({ kind: 'images', format: 'idx' });
  expect(kindOf(labelFile([1]))).toEqual({ kind: 'labels', format: 'idx' });
  expect(kindOf(bytes('label,pixel0,pixel1\r\n5,0,0'))).toEqual({
    kind: 'labelled',
    format: 'csv',
  });
  expect(kindOf(bytes('\x80\0\0\0\0\0\0\0{"__metadata__":'))).toEqual({ kind: 'model' });
  for (const nothing of [[], [1], [3, 9, 9, 9], [0, 0, 8, 0], [0, 1, 8, 3]])
    expect(kindOf(Uint8Array.from(nothing))).toEqual({ kind: 'unknown' });
});

describe('what else a file is, is said with what to do, wherever it is chosen', () => {
  test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ['zip', bytes('PK\x03\x04\x14\0'), /a zip archive: unpack it/],
    ['tar', tar, /a tar archive: unpack it/],
    ['xz', bytes('\xfd7zXZ\0\0'), /a file packed with xz: unpack it/],
    ['HDF5', bytes('\x89HDF\r\n\x1a\n'), /an HDF5 file/],
    ['a pickle', bytes('\x80\x04\x95'), /a pickle of Python/],
    ['a web page', bytes('\n<!DOCTYPE html><html>'), /a web page: the download/],
    ['a text', bytes('Dear reader\r\nhow are you\r\n'), /plain text and no table \(CSV\)/],
    ['Git LFS', bytes('version https://git-lfs.github.com/spec/v1'), /"git lfs pull"/],
    ['floats', idxFile([0x0d03, 1, 2, 2], []), /an IDX file of 4-byte floats in 3 dimensions/],
    ['integers', idxFile([0x0c01, 1], [0, 0, 0, 1]), /4-byte integers in 1 dimension:/],
    [
      'colours',
      idxFile([0x0804, 1, 2, 2, 3], []),
      /unsigned bytes in 4 dimensions: images must be/,
    ],
  ])('%s', async (_, file, words) => {
    expect(kindOf(file)).toMatchObject({ kind: 'foreign', is: expect.stringMatching(words) });
    for (const read of [readImages, readLabels]) {
      for (const whole of [file, Uint8Array.from(gzipSync(file))]) {
        const error = await read(whole, 'mine').catch((reason: unknown) => reason);
        const { message } = error as Error;
        expect(message).toMatch(/^mine is an? |^mine is plain text/);
        expect(message).toMatch(words);
        expect(message).toMatch(/\.$/);
      }
    }
  });
});

test('what is called a picture and is none is told what it is', async () => {
  const text = readImages(bytes('Dear reader\nhow are you\n'), 'note.png');
  await expect(text).rejects.toThrow(/^note\.png is no picture but plain text and no table/);
  const zeros = readImages(new Uint8Array(40), 'note.JPG');
  await expect(zeros).rejects.toThrow(
    'note.JPG is no picture of a known kind: get it again, or save it anew as PNG or JPEG.',
  );
});
