/** The worker's side: reads or makes data sets and hands them over without copying them. */
import { transfer } from 'comlink';
import { DataError } from '../data-error';
import type { ImageSet } from '../image-set';
import { loadMnist, type LoadProgress, type MnistRole } from '../mnist';
import { makePoints, type MadePoints } from '../points/make-points';
import type { Points } from '../points/points-spec';
import type { OwnFiles, OwnSets } from '../own-files';
import { readOwn } from './read-own';

/** Errors lose their class on the way from a worker: what belongs to them goes as it is. */
export type Loaded<T> =
  | { value: T; failure?: undefined }
  | { value?: undefined; failure: { message: string; retryable: boolean } };

export interface DataHost {
  /** @param base the page's address */
  load(
    role: MnistRole,
    base: string,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Loaded<ImageSet>>;
  read(files: OwnFiles): Promise<Loaded<OwnSets>>;
  make(points: Points): Promise<Loaded<MadePoints>>;
}

export const dataHost: DataHost = {
  load: (role, base, onProgress) => handOver(loadMnist(role, { base, onProgress }), (set) => [set]),
  read: (files) => handOver(readOwn(files), ({ train, test }) => [train, test]),
  make: (points) =>
    handOver(
      Promise.resolve().then(() => makePoints(points)),
      ({ train, test }) => [train, test],
    ),
};

/** @param sets the sets in what the work gives */
async function handOver<T extends object>(
  work: Promise<T>,
  sets: (value: T) => ImageSet[],
): Promise<Loaded<T>> {
  try {
    const value = await work;
    const buffers = sets(value).flatMap(({ images, labels }) => [images.buffer, labels.buffer]);
    return transfer({ value }, buffers);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const { message, retryable } = error;
    return { failure: { message, retryable } };
  }
}
