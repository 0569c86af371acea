/** A state as the hash of an address, and back: only what differs from the defaults, with a version and a check sum. */
import { said } from '../../model/said';
import type { Field } from './link-codecs';
import { mended } from './link-mend';

/** Links of another version say so. An older one gets its reader here, so that it still opens. */
const VERSION = 1;

/** What becomes of the page where a link cannot be used: one that is only opening, and one that shows something already. */
const OPENS = 'so the page opens as usual.';
export const STAYS = 'so the page stays as it is.';

/** Keys with form, range and default of each, in the order in which they are written. */
export type FieldsOf<S> = { readonly [K in keyof S]: Field<S[K]> };

export interface LinkFormat<S> {
  /** What the page opens with where no link says otherwise. */
  fallback: S;
  /** The hash without its #; empty where nothing differs from the defaults. */
  encode: (state: S) => string;
  /**
   * Reads a hash, with or without its #; never throws. A link written by hand may leave out its check sum `c`. One that was
   * changed on its way is read as what it was, where its check sum agrees. `outcome` ends the sentence about one that cannot be.
   */
  decode: (hash: string, outcome?: string) => ReadLink<S>;
}

export interface ReadLink<S> {
  state: S;
  /** One sentence for people where the link could not be used and `state` is the default; null otherwise. */
  problem: string | null;
}

type Pairs = [key: string, value: string][];

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

/** Characters of candidates that are looked at, so that no address keeps the page waiting. */
const MOST_MENDED = 1e7;

/** Whether the sum is that of the pairs, or was before the key that is added by hand was. */
function agrees(sum: string, pairs: Pairs, byHand: string | undefined): boolean {
  return sum === checkSum(pairs) || sum === checkSum(pairs.filter(([key]) => key !== byHand));
}

/**
 * @param faultOf what of a state does not go together though its parts are right one by one, without the full stop; null when all does
 * @param byHand a key that people write by hand: it may be added to a link with a check sum, and alone it is written without one
 */
export function linkFormat<S extends object>(
  fields: FieldsOf<S>,
  faultOf: (state: S) => string | null,
  byHand?: string,
): LinkFormat<S> {
  const rows = new Map(Object.entries(fields) as [string, Field<unknown>][]);
  const fallback = Object.fromEntries(
    [...rows].map(([key, row]) => [key, row.fallback]),
  ) as unknown as S;
  const refused = (problem: string): ReadLink<S> => ({ state: fallback, problem });
  const isKnown = (key: string) => key === 'v' || key === 'c' || rows.has(key);

  function encode(state: S): string {
    const pairs: Pairs = [];
    for (const [key, row] of rows) {
      const value = row.write(state[key as keyof S]);
      // What the page would not read again is left out: a link that it writes opens.
      if (value !== row.write(row.fallback) && row.read(value) !== undefined) {
        pairs.push([key, value]);
      }
    }
    if (pairs.length === 0) return '';
    const summed = pairs.some(([key]) => key !== byHand);
    return join([
      ['v', String(VERSION)],
      ...(summed ? ([['c', checkSum(pairs)]] satisfies Pairs) : []),
      ...pairs,
    ]);
  }

  function decode(hash: string, outcome = OPENS): ReadLink<S> {
    const body = hash.replace(/^#/, '');
    if (body === '') return { state: fallback, problem: null };
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

  function read(body: string, outcome: string): ReadLink<S> {
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
    const found: Record<string, unknown> = { ...(fallback as object) };
    for (const [key, text] of rest) {
      const row = rows.get(key);
      if (!row) {
        return refused(
          `This link speaks of "${short(key)}", which this page does not know: it is damaged or newer than the page, ${outcome}`,
        );
      }
      const value = row.read(text);
      if (value === undefined) {
        return refused(
          `This link is damaged: its ${key} is "${short(text)}" but must be ${row.must}, ${outcome}`,
        );
      }
      found[key] = value;
    }
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) {
      return refused(`This link is damaged: it says the same thing twice, ${outcome}`);
    }
    if (sum !== undefined && !agrees(sum, rest, byHand)) {
      return refused(
        `This link is damaged, perhaps cut short on its way (if you changed it by hand, take out its part c=${short(sum)}), ${outcome}`,
      );
    }
    const state = found as S;
    const fault = faultOf(state);
    if (fault) return refused(`This link is damaged: ${fault}, ${outcome}`);
    return { state, problem: null };
  }

  return { fallback, encode, decode };
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
