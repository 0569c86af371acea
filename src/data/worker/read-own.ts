/** Reading own files comes in a script of its own when files are chosen: MNIST and points do without. */
import { orNotFetched } from '../data-error';
import type { OwnFiles, OwnSets } from '../own-files';

/** As `readOwnFiles`. @throws DataError as it does, and where its script does not come */
export async function readOwn(files: OwnFiles): Promise<OwnSets> {
  const { readOwnFiles } = await orNotFetched(import('../own-files'), 'What reads own files');
  return readOwnFiles(files);
}
