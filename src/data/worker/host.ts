/** The worker's side: reads data sets and hands them over without copying them. */
import { transfer } from 'comlink';
import { DataError } from '../data-error';
import type { ImageSet } from '../image-set';
import { loadMnist, type LoadProgress, type MnistRole } from '../mnist';
import { readFiles } from '../read-files';

/** Errors lose their class on the way from a worker: what belongs to them goes as it is. */
export type Loaded =
  | { set: ImageSet; failure?: undefined }
  | { set?: undefined; failure: { message: string; retryable: boolean } };

export interface DataHost {
  /** @param base the page's address */
  load(
    role: MnistRole,
    base: string,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Loaded>;
  read(images: File, labels: File): Promise<Loaded>;
}

export const dataHost: DataHost = {
  load: (role, base, onProgress) => handOver(loadMnist(role, { base, onProgress })),
  read: (images, labels) => handOver(readFiles(images, labels)),
};

async function handOver(work: Promise<ImageSet>): Promise<Loaded> {
  try {
    const set = await work;
    return transfer({ set }, [set.images.buffer, set.labels.buffer]);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const { message, retryable } = error;
    return { failure: { message, retryable } };
  }
}
