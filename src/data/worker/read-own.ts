/** Reading own files comes in a script of its own when files are chosen: MNIST and points do without. */
import { DataError } from '../data-error';
import type { OwnFiles, OwnSets } from '../own-files';

/** As `readOwnFiles`. @throws DataError as it does, and where its script does not come */
export async function readOwn(files: OwnFiles): Promise<OwnSets> {
  const script = import('../own-files').catch((cause: unknown) => {
    throw new DataError(
      'The part of the page that reads own files could not be fetched: check the connection and try again.',
      { cause, retryable: true },
    );
  });
  const { readOwnFiles } = await script;
  return readOwnFiles(files);
}
