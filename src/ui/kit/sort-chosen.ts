/** Telling files apart comes in a script of its own, when some are chosen or dropped. */
import { DataError, orNotFetched } from '../../data/data-error';
import type { SortedFiles } from '../../data/sort-files';

/** As `sortFiles`; where its script does not come, all are refused with what to do. */
export async function sortChosen(files: readonly File[]): Promise<SortedFiles> {
  const script = orNotFetched(import('../../data/sort-files'), 'What tells files apart');
  const { sortFiles } = await script.catch((error: unknown) => {
    if (!(error instanceof DataError)) throw error;
    const refused = { model: null, data: {}, labelled: [], refused: [error.message] };
    return { sortFiles: () => Promise.resolve(refused) };
  });
  return sortFiles(files);
}
