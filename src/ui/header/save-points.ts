/** The points on the page as IDX files, which the commands and other programs read. */
import { writeImages, writeLabels } from '../../data/write-idx';
import type { Session } from '../../session/session';
import { download } from '../kit/download';

/** Four files, called as MNIST's are. */
export function savePoints({ data }: Pick<Session, 'data'>): void {
  const { name, train, test } = data.store.getState();
  for (const [half, { set }] of [
    ['train', train],
    ['test', test],
  ] as const) {
    if (!set) continue;
    download(`${name}-${half}-images-idx3-ubyte`, new Blob([writeImages(set)]));
    download(`${name}-${half}-labels-idx1-ubyte`, new Blob([writeLabels(set)]));
  }
}
