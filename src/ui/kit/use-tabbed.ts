import { TABBED, useMedia } from './use-media';
import { useStoreOf, useView } from './session-context';

/** Whether the columns are tabs, above which the answer stands: on a phone, but not in a frame, however narrow. */
export function useTabbed(): boolean {
  const small = useMedia(TABBED);
  const embedded = useStoreOf(useView().store, (s) => s.embed !== null);
  return small && !embedded;
}
