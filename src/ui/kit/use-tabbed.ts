import { NARROW, useMedia } from './use-media';
import { useStoreOf, useView } from './session-context';

/** Whether the columns are tabs, above which the answer stands: on a narrow page, but not in a frame, however narrow. */
export function useTabbed(): boolean {
  const narrow = useMedia(NARROW);
  const embedded = useStoreOf(useView().store, (s) => s.embed !== null);
  return narrow && !embedded;
}
