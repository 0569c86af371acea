/** A link as an address to be copied, or as a frame to be embedded. */
import { PAGE_LINK, type PageLink } from './page-format';

/** The address that opens the page as it is; an engine that was forced here, or a service worker refused, is everybody's own choice elsewhere. */
export function addressOf(state: PageLink, here: string): string {
  const url = new URL(here);
  for (const own of ['engine', 'embed', 'host', 'sw']) url.searchParams.delete(own);
  url.hash = PAGE_LINK.encode(state);
  return url.href;
}

/** The address that opens lesson `number` and says nothing else, in the language of the page at `here`. */
export function lessonAddress(number: number, here: string): string {
  const url = new URL(addressOf(PAGE_LINK.fallback, here));
  const lang = url.searchParams.get('lang');
  url.search = lang === null ? '' : `?lang=${encodeURIComponent(lang)}`;
  url.hash = `v=1&lesson=${number}`;
  return url.href;
}

export interface Frame {
  panels: readonly string[];
  /** Origin of the page around, if that is to hear and to set what is in the frame. */
  host: string | null;
}

/**
 * A frame that shows some panels alone, and the script that makes it as high as it needs, for slides and course pages.
 * @param here the address of the page
 */
export function embedCode(state: PageLink, { panels, host }: Frame, here: string): string {
  const url = new URL(addressOf({ ...state, hide: [] }, here));
  const lang = url.searchParams.get('lang');
  const query = [
    `embed=${panels.join(',')}`,
    ...(host === null ? [] : [`host=${host}`]),
    ...(lang === null ? [] : [`lang=${encodeURIComponent(lang)}`]),
  ];
  url.search = `?${query.join('&')}`;
  const address = url.href.replaceAll('&', '&amp;');
  const script = new URL('embed.js', addressOf(state, here)).href;
  return `<iframe src="${address}" title="MT-Spike Playground" width="100%" height="600" style="border: 0" loading="lazy" allow="cross-origin-isolated; clipboard-write; fullscreen"></iframe>
<script src="${script}" async></script>`;
}
