/** A link as an address to be copied, or as a frame to be embedded. */
import { PAGE_LINK, type PageLink } from './page-format';

/** The address that opens the page as it is; an engine that was forced here is everybody's own choice elsewhere. */
export function addressOf(state: PageLink, here: string): string {
  const url = new URL(here);
  url.searchParams.delete('engine');
  url.searchParams.delete('embed');
  url.searchParams.delete('host');
  url.hash = PAGE_LINK.encode(state);
  return url.href;
}

/** A frame for slides and course pages that shows `panels` alone. */
export function embedCode(state: PageLink, panels: readonly string[], here: string): string {
  const url = new URL(addressOf({ ...state, hide: [] }, here));
  const lang = url.searchParams.get('lang');
  url.search = `?embed=${panels.join(',')}${lang === null ? '' : `&lang=${encodeURIComponent(lang)}`}`;
  const address = url.href.replaceAll('&', '&amp;');
  return `<iframe src="${address}" title="MT-Spike Playground" width="100%" height="600" allow="cross-origin-isolated"></iframe>`;
}
