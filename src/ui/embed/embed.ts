/** All that an embedded page needs beside a page of its own, in one file that no other page fetches. */
import { embedQuery } from '../../view/embed/query';
import type { View } from '../../view/view';
import { downloads } from '../kit/download';
import { speakWithHost, type Address } from './bridge';

export { Foot } from './foot';

const NO_FILE =
  'If no file comes: the page around does not let this frame hand any out (its sandbox lacks allow-downloads). Open the playground in a tab of its own instead.';

/** Says what of the frame's address is wrong, and speaks with the page around if that is named. */
export function startEmbedded(view: View, address: Address): void {
  const { host, faults } = embedQuery(location.search, location.ancestorOrigins?.[0]);
  for (const fault of faults) view.session.messages.error(fault);
  // An origin of its own: the frame is in a sandbox, which keeps files back without a word unless it says otherwise.
  if (self.origin === 'null') {
    downloads.on('begun', () => view.session.messages.note(NO_FILE, { topic: 'frame' }));
  }
  if (host !== null && parent !== window) speakWithHost(view, address, host, window);
}
