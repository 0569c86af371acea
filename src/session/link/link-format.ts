/** A state as the hash of an address, and back: only what differs from the defaults, with a version and a check sum. */
import {
  LINK,
  LINK_KEYS,
  DEFAULT_LINK,
  type Field,
  type LinkKey,
  type LinkState,
} from './link-table';
import { said } from '../../model/said';
import { mended } from './link-mend';
import { faultOf } from './link-state';

/** Links of another version say so. An older one gets its reader here, so that it still opens. */
const VERSION = 1;

/** What becomes of the page where a link cannot be used: one that is only opening, and one that shows something already. */
const OPENS = 'so the page opens as usual.';
export const STAYS = 'so the page stays as it is.';

export interface ReadLink {
  state: LinkState;
  /** One sentence for people where the link could not be used and `state` is the default; null otherwise. */
  problem: string | null;
}

type Pairs = [key: string, value: string][];

const row = (key: LinkKey) => LINK[key] as unknown as Field<unknown>;

/** FNV-1a over UTF-16 units: enough to notice a link that was cut or mistyped. */
function checkSum(pairs: Pairs): string {
  let hash = 0x811c9dc5;
  for (const unit of pairs.map((pair) => pair.join('=')).join('&')) {
    hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

const join = (pairs: Pairs) =>
  pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');

/** The hash without its #; empty where nothing differs from the defaults. */
export function encodeLink(state: LinkState): string {
  const pairs: Pairs = [];
  for (const key of LINK_KEYS) {
    const codec = row(key);
    const value = codec.write(state[key]);
    // What the page would not read again is left out: a link that it writes opens.
    if (value !== codec.write(codec.fallback) && codec.read(value) !== undefined) {
      pairs.push([key, value]);
    }
  }
  if (pairs.length === 0) return '';
  return join([['v', String(VERSION)], ['c', checkSum(pairs)], ...pairs]);
}

const refused = (problem: string): ReadLink => ({ state: DEFAULT_LINK, problem });

/** Characters of candidates that are looked at, so that no address keeps the page waiting. */
const MOST_MENDED = 1e7;

/**
 * Reads a hash, with or without its #; never throws. A link written by hand may leave out its check sum `c`. One that was
 * changed on its way is read as what it was, where its check sum agrees. `outcome` ends the sentence about one that cannot be.
 */
export function decodeLink(hash: string, outcome = OPENS): ReadLink {
  const body = hash.replace(/^#/, '');
  if (body === '') return { state: DEFAULT_LINK, problem: null };
  const asItStands = read(body, outcome);
  if (asItStands.problem === null) return asItStands;
  let room = MOST_MENDED;
  for (const candidate of mended(body, isKnown)) {
    const found = read(candidate, outcome);
    if (found.problem === null) return found;
    room -= candidate.length;
    if (room < 0) break;
  }
  return asItStands;
}

const isKnown = (key: string) => key === 'v' || key === 'c' || Object.hasOwn(LINK, key);

function read(body: string, outcome: string): ReadLink {
  const pairs = split(body);
  const version = pairs?.find(([key]) => key === 'v')?.[1];
  if (!pairs || version === undefined) {
    return refused(`What follows the # in the address is no link of this playground, ${outcome}`);
  }
  if (version !== String(VERSION)) {
    return refused(
      `This link was made by another version of the playground (its v is ${short(version)}, this page reads ${VERSION}), ${outcome}`,
    );
  }
  const rest = pairs.filter(([key]) => key !== 'v' && key !== 'c');
  const sum = pairs.find(([key]) => key === 'c')?.[1];
  const state: Record<string, unknown> = { ...DEFAULT_LINK };
  for (const [key, text] of rest) {
    if (!Object.hasOwn(LINK, key)) {
      return refused(
        `This link speaks of "${short(key)}", which this page does not know: it is damaged or newer than the page, ${outcome}`,
      );
    }
    const { must, ...codec } = row(key as LinkKey);
    const value = codec.read(text);
    if (value === undefined) {
      return refused(
        `This link is damaged: its ${key} is "${short(text)}" but must be ${must}, ${outcome}`,
      );
    }
    state[key] = value;
  }
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) {
    return refused(`This link is damaged: it says the same thing twice, ${outcome}`);
  }
  if (sum !== undefined && sum !== checkSum(rest)) {
    return refused(
      `This link is damaged, perhaps cut short on its way (if you changed it by hand, take out its part c=${short(sum)}), ${outcome}`,
    );
  }
  const fault = faultOf(state as LinkState);
  if (fault) return refused(`This link is damaged: ${fault}, ${outcome}`);
  return { state: state as LinkState, problem: null };
}

/** The pairs of a hash; undefined where it is none. */
function split(body: string): Pairs | undefined {
  const pairs: Pairs = [];
  for (const part of body.split('&')) {
    const at = part.indexOf('=');
    if (at < 1) return undefined;
    try {
      pairs.push([part.slice(0, at), decodeURIComponent(part.slice(at + 1))]);
    } catch {
      return undefined;
    }
  }
  return pairs;
}

const short = (value: string) => said(value, 24);
