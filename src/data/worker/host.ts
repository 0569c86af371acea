/** The worker's side: loads MNIST and hands it over without copying it. */
import { transfer } from 'comlink';
import { DataError } from '../data-error';
import type { ImageSet } from '../image-set';
import { loadMnist, type LoadProgress, type MnistRole } from '../mnist';

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
}

export const dataHost: DataHost = {
  async load(role, base, onProgress) {
    try {
      const set = await loadMnist(role, { base, onProgress });
      return transfer({ set }, [set.images.buffer, set.labels.buffer]);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      const { message, retryable } = error;
      return { failure: { message, retryable } };
    }
  },
};
