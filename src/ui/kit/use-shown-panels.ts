import { shownPanels, type PanelName } from '../../view/panels';
import { useStoreOf, useView } from './session-context';

/** The panels on the page, in the page's order. */
export function useShownPanels(): PanelName[] {
  const { store } = useView();
  const hide = useStoreOf(store, (s) => s.hide);
  const embed = useStoreOf(store, (s) => s.embed);
  return shownPanels({ hide, embed });
}
