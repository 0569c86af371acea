/** What a file is, by its first bytes: its name may say anything. */
import { IMAGES_MAGIC, LABELS_MAGIC } from './idx-format';
import { isLabelShape, isNpy, npyHeader } from './npy';
import { pictureFormat, type PictureFormat } from './pictures/picture-header';

/** Data that can be read; `labelled`: images that bring their labels along. */
export interface DataKind {
  kind: 'images' | 'labels' | 'labelled';
  format: 'idx' | 'npy' | 'npz' | 'csv';
}

export function isData(found: FileKind): found is DataKind {
  return found.kind === 'images' || found.kind === 'labels' || found.kind === 'labelled';
}

export type FileKind =
  | { kind: 'model' }
  | DataKind
  | { kind: 'picture'; format: PictureFormat }
  /** Known, but nothing that can be read here: "a PNG picture: ..." says what, and what to do, as the end of a sentence. */
  | { kind: 'foreign'; is: string }
  | { kind: 'unknown' };

const UNPACK = 'unpack it and choose the files in it.';
const CONVERT =
  "only pictures, IDX files, as MNIST's, tables (CSV) and arrays of NumPy can be read, so write one from it.";

/** [what it is, what to do, its first bytes, where they stand]. */
const SIGNATURES: [is: string, then: string, bytes: string, at?: number][] = [
  ['a zip archive', UNPACK, 'PK\x03\x04'],
  ['a tar archive', UNPACK, 'ustar', 257],
  ['a 7z archive', UNPACK, '7z\xbc\xaf\x27\x1c'],
  ['a RAR archive', UNPACK, 'Rar!\x1a\x07'],
  ['a file packed with bzip2', UNPACK, 'BZh'],
  ['a file packed with xz', UNPACK, '\xfd7zXZ\0'],
  ['a file packed with zstd', UNPACK, '\x28\xb5\x2f\xfd'],
  ['a file packed with gzip twice', 'unpack it once.', '\x1f\x8b'],
  ['an HDF5 file', CONVERT, '\x89HDF\r\n'],
  ['a MATLAB file', CONVERT, 'MATLAB '],
  ['a Parquet file', CONVERT, 'PAR1'],
  ['a pickle of Python', CONVERT, '\x80\x02'],
  ['a pickle of Python', CONVERT, '\x80\x03'],
  ['a pickle of Python', CONVERT, '\x80\x04'],
  ['a PDF document', CONVERT, '%PDF'],
  ['a pointer of Git LFS', 'get the file itself with "git lfs pull".', 'version https://git-lfs'],
];

/** The types of an IDX file's elements, by the third byte of its magic number. */
const TYPES: Record<number, string> = {
  0x08: 'unsigned bytes',
  0x09: 'signed bytes',
  0x0b: '2-byte integers',
  0x0c: '4-byte integers',
  0x0d: '4-byte floats',
  0x0e: '8-byte floats',
};

/** @param head the first bytes of a file, unpacked where it is packed; KIND_BYTES or all there are */
export function kindOf(head: Uint8Array): FileKind {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const magic = head.length >= 4 ? view.getUint32(0) : 0;
  if (magic === IMAGES_MAGIC) return { kind: 'images', format: 'idx' };
  if (magic === LABELS_MAGIC) return { kind: 'labels', format: 'idx' };
  // A model begins with the length of its description, which is JSON.
  if (head.length > 9 && view.getUint32(4, true) === 0 && head[8] === 0x7b)
    return { kind: 'model' };
  if (isNpy(head)) {
    const labels = isLabelShape(npyHeader(head)?.shape ?? []);
    return { kind: labels ? 'labels' : 'images', format: 'npy' };
  }
  const format = pictureFormat(head);
  if (format !== null) return { kind: 'picture', format };
  if (isNpz(head)) return { kind: 'labelled', format: 'npz' };
  if (isTable(head)) return { kind: 'labelled', format: 'csv' };
  const is = otherIdx(magic) ?? signed(head) ?? written(head);
  return is === null ? { kind: 'unknown' } : { kind: 'foreign', is };
}

/** A zip archive whose first entry is an array. */
function isNpz(head: Uint8Array): boolean {
  const start = String.fromCodePoint(...head);
  return start.startsWith('PK\x03\x04') && start.slice(30, 30 + (head[26] ?? 0)).endsWith('.npy');
}

/** Text with numbers that are parted, and no page. */
function isTable(head: Uint8Array): boolean {
  if (!isText(head) || signed(head) !== null) return false;
  const text = textOf(head);
  return !/^[<{[]/.test(text) && /\d[" ]*[,;\t]|[,;\t][" ]*\d/.test(text);
}

/** An IDX file of another type or shape than images and labels are. */
function otherIdx(magic: number): string | null {
  const type = TYPES[(magic >> 8) & 0xff];
  const dimensions = magic & 0xff;
  if (magic >>> 16 !== 0 || type === undefined || dimensions < 1 || dimensions > 8) return null;
  const wanted =
    'images must be unsigned bytes in 3 dimensions (how many, rows, columns) and labels in 1, so write it anew as such.';
  return `an IDX file of ${type} in ${dimensions} ${dimensions === 1 ? 'dimension' : 'dimensions'}: ${wanted}`;
}

function signed(head: Uint8Array): string | null {
  const found = SIGNATURES.find(([, , bytes, at = 0]) =>
    Array.from(bytes).every((letter, i) => head[at + i] === letter.codePointAt(0)),
  );
  return found ? `${found[0]}: ${found[1]}` : null;
}

function isText(head: Uint8Array): boolean {
  return head.length > 0 && !head.some((byte) => byte < 9 || (byte > 13 && byte < 32));
}

function textOf(head: Uint8Array): string {
  return new TextDecoder().decode(head).trimStart();
}

/** What is text: a page instead of the file behind it, say. */
function written(head: Uint8Array): string | null {
  if (!isText(head)) return null;
  const text = textOf(head);
  return /^<(!doctype|html|\?xml|head)/i.test(text)
    ? 'a web page: the download brought it in place of the file, so get it again.'
    : `plain text and no table (CSV): ${CONVERT}`;
}
