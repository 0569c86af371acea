/** What one of a data set is called. */
import type { ImageSize } from './image-set';
import { isPointSize } from './points/point';

export interface Noun {
  /** "an image". */
  a: string;
  one: string;
  many: string;
}

const IMAGE: Noun = { a: 'an image', one: 'image', many: 'images' };
const POINT: Noun = { a: 'a point', one: 'point', many: 'points' };

/** By the size alone: a single row of five pixels is a point. Where nothing is there yet, images are expected. */
export function nounOf(size: ImageSize | null): Noun {
  return size && isPointSize(size) ? POINT : IMAGE;
}
