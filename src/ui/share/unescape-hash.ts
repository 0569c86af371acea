/** Addresses whose # was escaped on their way (`/%23v=1&k=2`): whoever serves the page took the link for a path or a query. */

/** A # that was escaped once or several times, before a link's `v=1`, which may be escaped as well. */
const HASH = /%(?:25)*23(?=[!/?]{0,3}v(?:=|%(?:25)*3D)\d)/i;

/** The address with its link behind a # again; null where there is none to put there. */
export function withHash(pathname: string, search: string): string | null {
  const address = pathname + search;
  const found = HASH.exec(address);
  if (!found) return null;
  return `${address.slice(0, found.index)}#${address.slice(found.index + found[0].length)}`;
}

/** Puts the page's own address right, before anything reads it. */
export function unescapeHash(): void {
  const address = withHash(location.pathname, location.search);
  if (address !== null) history.replaceState(history.state, '', address);
}
