/** Which panels are on the page: a link or a person hides some; `?embed=spikes,neuron` shows those alone, without the header. */
import { createStore } from 'zustand/vanilla';
import { PANELS, type PanelName } from '../session/link/link-table';

export interface PanelsState {
  hidden: readonly PanelName[];
  /** The panels of an embedded page; null: a page of its own. */
  embed: readonly PanelName[] | null;
}

/** The panels that a query such as `?embed=spikes,neuron` names; all for `?embed`, null without it. */
export function embedOf(search: string): PanelName[] | null {
  const asked = new URLSearchParams(search).get('embed');
  if (asked === null) return null;
  const named = asked.toLowerCase().split(/[^a-z]+/);
  const known = PANELS.filter((panel) => named.includes(panel));
  return known.length > 0 ? known : [...PANELS];
}

export const panelsStore = createStore<PanelsState>(() => ({ hidden: [], embed: null }));

/** Those on the page, in the page's order. */
export function shownPanels({ hidden, embed }: PanelsState): PanelName[] {
  return PANELS.filter((panel) => (embed ? embed.includes(panel) : !hidden.includes(panel)));
}

/** What a panel is called on the page: its name in links, with a capital. */
export function panelTitle(name: PanelName): string {
  return name[0]!.toUpperCase() + name.slice(1);
}

export function hidePanels(hidden: readonly PanelName[]): void {
  panelsStore.setState({ hidden });
}
