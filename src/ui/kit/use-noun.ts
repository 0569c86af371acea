import { nounOf, type Noun } from '../../data/noun';
import { useSession, useStoreOf } from './session-context';

/** What the network on the page reads: images, or points. */
export function useNoun(): Noun {
  return useStoreOf(useSession().network.store, (s) => nounOf(s.spec.input));
}
