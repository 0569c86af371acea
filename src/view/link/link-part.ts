/** One part of how the page is looked at: what it opens with, and how it stands in a link. It owns both, in one place. */
import type { NetworkSpec } from '../../model/network';
import type { Codec } from '../../session/link/link-codecs';
import type { LinkState } from '../../session/link/link-table';

/** `State` is what the page holds, `Linked` what of it goes with a link: the same, unless a link cannot bring all of it. */
export interface LinkPart<State, Linked = State> {
  /** What the page opens with. */
  initial: State;
  /** How it is written in a link, and read. */
  codec: Codec<Linked>;
  /** @param session what the link says of the session */
  toLink: (state: State, session: LinkState) => Linked;
  fromLink: (linked: Linked, session: LinkState) => State;
  /** What of a network it asks for that is not there, without the full stop; null: nothing. */
  fault?: (linked: Linked, spec: NetworkSpec) => string | null;
  /** What a link brings that says more than the default, for people. */
  words: (linked: Linked, session: LinkState) => string;
}

type Rest<T> = Pick<LinkPart<T>, 'fault' | 'words'> & Partial<Pick<LinkPart<T>, 'toLink'>>;

/** A part that a link brings as it is; `toLink` may round it. */
export function linkPart<T>(initial: T, codec: Codec<T>, rest: Rest<T>): LinkPart<T> {
  return { initial, codec, toLink: (state) => state, fromLink: (linked) => linked, ...rest };
}
