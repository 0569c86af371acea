/** All that an embedded page needs beside a page of its own, in one file that no other page fetches. */
import { embedQuery } from '../../view/embed/query';
import type { View } from '../../view/view';
import { speakWithHost, type Address } from './bridge';

export { Foot } from './foot';

/** Says what of the frame's address is wrong, and speaks with the page around if that is named. */
export function startEmbedded(view: View, address: Address): void {
  const { host, faults } = embedQuery(location.search, location.ancestorOrigins?.[0]);
  for (const fault of faults) view.session.messages.error(fault);
  if (host !== null && parent !== window) speakWithHost(view, address, host, window);
}
