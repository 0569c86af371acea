/** What the address of an embedded page asks for, beside its link: which panels (`embed`), and with whom it speaks (`host`). */
import { said } from '../../model/said';
import { PANELS } from '../panels';

export interface EmbedQuery {
  /** Origin of the page around, to which the state is told and from which it is taken; null: nobody. */
  host: string | null;
  /** What of the query is not as it must be, a sentence each. */
  faults: string[];
}

/** The origin that `text` is, such as `https://course.example`; a slash behind it is let pass. null where it is none. */
export function originOf(text: string): string | null {
  // An origin says scheme, name and port: a longer text is none, and is not read.
  if (text.length > 300) return null;
  try {
    const { protocol, origin, href } = new URL(text);
    const isPage = protocol === 'https:' || protocol === 'http:';
    return isPage && href === `${origin}/` ? origin : null;
  } catch {
    return null;
  }
}

/** The origin of the web address `text`, whatever path it has; null where it is none, or names a person. */
export function originIn(text: string): string | null {
  try {
    const { origin, username, password } = new URL(text);
    return username || password ? null : originOf(origin);
  } catch {
    return null;
  }
}

/**
 * @param search of the address, such as `?embed=spikes&host=https://course.example`
 * @param around the origin of the page around, where the browser tells it
 */
export function embedQuery(search: string, around?: string): EmbedQuery {
  const query = new URLSearchParams(search);
  const faults: string[] = [];
  const unknown = (query.get('embed') ?? '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((name) => name !== '' && !PANELS.some((panel) => panel === name));
  if (unknown.length > 0) {
    faults.push(
      `The address of this frame asks for "${said(unknown.join(', '), 60)}", which is no panel of this page: those that can be embedded are ${PANELS.join(', ')}.`,
    );
  }
  const named = query.getAll('host');
  const host = named.length === 1 ? originOf(named[0]!) : null;
  const silent = 'so nothing is told to the page around, and nothing taken from it';
  if (named.length > 1) {
    faults.push(
      `The address of this frame names ${named.length} hosts and may name one, ${silent}.`,
    );
  } else if (named.length === 1 && host === null) {
    faults.push(
      `The address of this frame names "${said(named[0]!, 60)}" as its host, which is no origin such as https://course.example, ${silent}.`,
    );
  } else if (host !== null && isOther(around, host)) {
    faults.push(
      `The address of this frame names ${said(host, 60)} as its host, but it stands in a page of ${said(around!, 60)}, ${silent}.`,
    );
    return { host: null, faults };
  }
  return { host, faults };
}

/** The page around says of which origin it is, and that is another. */
const isOther = (around: string | undefined, host: string): boolean =>
  around !== undefined && originOf(around) !== null && originOf(around) !== host;
