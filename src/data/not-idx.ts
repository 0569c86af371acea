/** What a file is that was taken for an IDX file and is none, in a sentence. */
import { DataError } from './data-error';
import { isData, kindOf } from './file-kind';
import { KIND_BYTES } from './kind-bytes';

const word = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);

const hex = (value: number): string => `0x${value.toString(16).padStart(8, '0')}`;

const PICTURE_NAME = /\.(png|jpe?g|gif|webp|bmp|avif|heic|tiff?)$/i;

/**
 * @param head the file's first bytes, unpacked
 * @param magic what they should begin with
 * @param kind what was looked for: the other kind of file is named, too, since the two are easily swapped
 */
export function notIdx(
  head: Uint8Array,
  magic: number,
  name: string,
  kind: 'image' | 'label',
): DataError {
  const found = kindOf(head.subarray(0, KIND_BYTES));
  const error = (is: string): DataError => new DataError(`${name} is ${is}`);
  const isCalledPicture = PICTURE_NAME.test(name);
  if (found.kind === 'foreign')
    return error(`${isCalledPicture ? 'no picture but ' : ''}${found.is}`);
  if (found.kind === 'model') return error(`a model and holds no ${kind}s: open it as a model.`);
  if (found.kind === 'picture') {
    return error(
      `a ${found.format} picture: pictures are chosen by themselves, in a folder for each class.`,
    );
  }
  if (isData(found) && found.format !== 'idx') {
    const is = { npy: 'a NumPy array', npz: 'a NumPy archive', csv: 'a table (CSV)' }[found.format];
    return error(
      `${is}, which brings its labels along: choose it for the images, and no file of labels.`,
    );
  }
  if (isCalledPicture && found.kind === 'unknown')
    return error('no picture of a known kind: get it again, or save it anew as PNG or JPEG.');
  if (head.length < 4) {
    return new DataError(`${name} is too short to be an IDX file: it holds ${head.length} bytes.`);
  }
  const other =
    found.kind === 'unknown'
      ? '.'
      : `, those of ${found.kind === 'images' ? 'an image' : 'a label'} file: are the two files swapped?`;
  return new DataError(
    `${name} is not an IDX ${kind} file: it starts with ${hex(word(head))} instead of ${hex(magic)}${other}`,
  );
}
