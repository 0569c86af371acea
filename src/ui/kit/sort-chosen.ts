/** Telling files apart comes in a script of its own, when some are chosen or dropped. */
import type { SortedFiles } from '../../data/sort-files';

/** As `sortFiles`; where its script does not come, all are refused with what to do. */
export async function sortChosen(files: readonly File[]): Promise<SortedFiles> {
  try {
    const { sortFiles } = await import('../../data/sort-files');
    return await sortFiles(files);
  } catch {
    return {
      data: {},
      labelled: [],
      model: null,
      refused: [
        'The part of the page that reads files could not be fetched: check the connection and try again.',
      ],
    };
  }
}
