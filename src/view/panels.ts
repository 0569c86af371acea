/** Which panels are on the page: a link or a person hides some; `?embed=spikes,neuron` shows those alone, without the header. */
import { as, choice, list } from '../session/link/link-codecs';
import { linkPart } from './link/link-part';

/** The panels that a link can hide, in the page's order. */
export const PANELS = ['input', 'samples', 'spikes', 'neuron', 'training'] as const;
export type PanelName = (typeof PANELS)[number];

export const hide = linkPart<readonly PanelName[]>(
  [],
  as(
    list(choice(...PANELS), '.', [0, PANELS.length]),
    (names): readonly PanelName[] => names,
    (names) => [...names],
  ),
  { words: (names) => names.join(', ') },
);

/** The panels that a query such as `?embed=spikes,neuron` names; all for `?embed`, null without it. */
export function embedOf(search: string): PanelName[] | null {
  const asked = new URLSearchParams(search).get('embed');
  if (asked === null) return null;
  const named = asked.toLowerCase().split(/[^a-z]+/);
  const known = PANELS.filter((panel) => named.includes(panel));
  return known.length > 0 ? known : [...PANELS];
}

interface Panels {
  hide: readonly PanelName[];
  /** The panels of an embedded page; null: a page of its own. */
  embed: readonly PanelName[] | null;
}

/** Those on the page, in the page's order. */
export function shownPanels({ hide, embed }: Panels): PanelName[] {
  return PANELS.filter((panel) => (embed ? embed.includes(panel) : !hide.includes(panel)));
}

/** What a panel is called on the page: its name in links, with a capital. */
export function panelTitle(name: PanelName): string {
  return name[0]!.toUpperCase() + name.slice(1);
}
