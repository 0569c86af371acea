import { usualShows, type Shows } from '../../view/layout/choices';
import { useSession, useStoreOf, useView } from '../kit/session-context';

/** What the spikes are shown as: what was chosen, else what the data set begins with. */
export function useShows(): Shows {
  const chosen = useStoreOf(useView().store, (s) => s.shows);
  const usual = useStoreOf(useSession().network.store, ({ spec }) => usualShows(spec));
  return chosen ?? usual;
}
