/** Reading own files comes in a script of its own when files are chosen: MNIST and points do without. */
import { orNotFetched } from '../data-error';
import type { OwnFiles, OwnSets, Reading } from '../own-files';
import type { OnePicture } from '../pictures/own-pictures';

const WHAT = 'What reads own files';

/** As `readOwnFiles`. @throws DataError as it does, and where its script does not come */
export async function readOwn(files: OwnFiles, reading?: Reading): Promise<OwnSets> {
  const { readOwnFiles } = await orNotFetched(import('../own-files'), WHAT);
  return readOwnFiles(files, undefined, reading);
}

/** A picture to look at. @throws DataError likewise */
export async function readPicture(file: File): Promise<OnePicture> {
  const { readOnePicture, decodePicture } = await orNotFetched(
    import('../pictures/one-picture'),
    WHAT,
  );
  return readOnePicture(file, decodePicture);
}
