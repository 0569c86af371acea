/** Pictures that a person has chosen on the page: one to look at, or many as a data set. */
import { blobSource } from '../byte-source';
import type { ImageSize } from '../image-set';
import type { Decode } from './decoded';
import { inkOf } from './ink';
import type { Ink } from './pixels';
import {
  movingWords,
  readPictureSets,
  setName,
  type PictureOptions,
  type PictureSets,
} from './read-pictures';

export interface OwnPictures {
  files: {
    /** With the folders it lies in: "faces/smile/a.png". */
    path: string;
    file: File;
  }[];
  /** Of the images that they become. */
  size: ImageSize;
  /** Whether they are scaled and centred as drawings are. */
  normalised: boolean;
}

/** @throws DataError */
export async function readOwnPictures(
  { files, ...options }: OwnPictures,
  decode: Decode,
  onRead?: PictureOptions['onRead'],
): Promise<PictureSets & { name: string }> {
  const pictures = files.map(({ path, file }) => ({ path, file: blobSource(file) }));
  return {
    name: setName(files),
    ...(await readPictureSets(pictures, { ...options, decode, onRead })),
  };
}

/** A picture to look at. */
export interface OnePicture {
  ink: Ink;
  /** What is to be said of it. */
  notes: string[];
}

/** @throws DataError */
export async function readOnePicture(file: File, decode: Decode): Promise<OnePicture> {
  const { pixels, animated } = await decode(blobSource(file), file.name);
  return { ink: inkOf(pixels), notes: movingWords(Number(animated)) };
}
