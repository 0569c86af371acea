/** What a person has taught, in the browser's database; other tabs are told when it is written. */
import type { TaughtPort } from '../../session/teach/taught-store';
import { browserStorage } from './storage';

const NAME = 'mt-spike-taught';
const KEY = 'taught';

export function browserTaught(): TaughtPort {
  const storage = browserStorage(NAME);
  // Frames that may store nothing may have no channel either.
  let channel: BroadcastChannel | null = null;
  try {
    channel = new BroadcastChannel(NAME);
  } catch {
    // Then no tab has anything to tell.
  }
  return {
    get: () => storage.get(KEY),
    async set(value) {
      await storage.set(KEY, value);
      channel?.postMessage('written');
    },
    onOther(listener) {
      channel?.addEventListener('message', listener);
      return () => channel?.close();
    },
  };
}
