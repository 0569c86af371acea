/** The messages between an embedded page and the page around it (docs/embedding.md), and how those that come are read. */
import { said } from '../../model/said';
import { formatCount } from '../../words/numbers';
import type { PanelName } from '../panels';

/** Counted up when a message changes its meaning; new messages and new fields leave it. */
export const MESSAGES_VERSION = 1;

/** What the host calls a message of its own, so that it knows the answer. */
export type MessageId = string | number;

/** What the page says, but for what happens in lessons (src/learn/events.ts). `link`: the page as it is now, as it follows the # of its address; empty where it is as it always opens. */
export type FromPage =
  | { type: 'mtspike:height'; height: number }
  | { type: 'mtspike:ready'; link: string; panels: readonly PanelName[] }
  | { type: 'mtspike:state'; link: string; id?: MessageId }
  | { type: 'mtspike:answer'; ok: true; id?: MessageId }
  | { type: 'mtspike:answer'; ok: false; why: string; id?: MessageId };

/** What the host may say. */
export type FromHost =
  | { type: 'mtspike:get-height' }
  | { type: 'mtspike:get'; id?: MessageId }
  | { type: 'mtspike:set'; link: string; id?: MessageId };

/** A message that came: one to be followed, one that is none of ours, or one that is ours and wrong. */
export type Received =
  | { message: FromHost }
  | { message: null; ours: false }
  | { message: null; ours: true; why: string; id?: MessageId };

/** Characters of the longest link that is taken: several times the longest that the page writes. */
export const LONGEST_LINK = 100_000;
const LONGEST_ID = 100;

const TYPES = ['mtspike:get-height', 'mtspike:get', 'mtspike:set'] as const;

const isId = (id: unknown): id is MessageId =>
  (typeof id === 'string' && id.length <= LONGEST_ID) || Number.isFinite(id);

/** Never throws: a message may be anything that can be copied. */
export function readMessage(data: unknown): Received {
  if (typeof data !== 'object' || data === null) return { message: null, ours: false };
  const { type, v, id, link } = data as Record<string, unknown>;
  if (typeof type !== 'string' || !type.startsWith('mtspike:')) {
    return { message: null, ours: false };
  }
  const known = TYPES.find((name) => name === type);
  if (known === 'mtspike:get-height') return { message: { type: known } };
  const wrong = (why: string): Received => ({
    message: null,
    ours: true,
    why,
    ...(isId(id) && { id }),
  });
  if (!known) {
    return wrong(`"${said(type, 40)}" is no message to this page: it takes ${TYPES.join(', ')}.`);
  }
  if (v !== MESSAGES_VERSION) {
    return wrong(
      `The v of a message must be ${MESSAGES_VERSION}, the version that this page speaks.`,
    );
  }
  if (id !== undefined && !isId(id)) {
    return wrong(
      `The id of a message must be a number, or a text of at most ${LONGEST_ID} characters.`,
    );
  }
  const named = id === undefined ? {} : { id };
  if (known === 'mtspike:get') return { message: { type: known, ...named } };
  if (typeof link !== 'string') {
    return wrong(
      'The link of mtspike:set must be a text: what follows the # in the address of a page.',
    );
  }
  if (link.length > LONGEST_LINK) {
    return wrong(
      `The link of mtspike:set must have at most ${formatCount(LONGEST_LINK)} characters.`,
    );
  }
  return { message: { type: known, link, ...named } };
}
