/** What one of a data set is called. */
import type { ImageSize } from './image-set';
import { isPointSize } from './points/point';

export interface Noun {
  one: string;
  many: string;
}

const IMAGE: Noun = { one: 'image', many: 'images' };
const POINT: Noun = { one: 'point', many: 'points' };

/** By the size alone: a single row of five pixels is a point. Where nothing is there yet, images are expected. */
export function nounOf(size: ImageSize | null): Noun {
  return size && isPointSize(size) ? POINT : IMAGE;
}
