/**
 * What a link carries of how the page is looked at, a part a key, after what it says of the session
 * (src/session/link/link-table.ts). A new key goes to the end; changing or dropping one needs a new VERSION.
 */
import { focus, shows, sort } from '../layout/choices';
import { lesson } from '../learning';
import { sensitivities } from '../neuron/sensitivities';
import { hide } from '../panels';
import { depth } from '../plane/depth';
import { compare, ghost } from '../scene/comparison';
import { errors } from '../scene/error-target';
import { window } from '../time/window';
import { edits } from '../what-if/edits-part';
import type { LinkPart } from './link-part';

export const PARTS = {
  shows,
  sort,
  ghost,
  compare,
  errors,
  window,
  edits,
  focus,
  hide,
  depth,
  lesson,
  sensitivities,
};

type Parts = typeof PARTS;
export type PartKey = keyof Parts;

/** What the page holds of each part. */
export type PartStates = {
  [K in PartKey]: Parts[K] extends LinkPart<infer State, infer _> ? State : never;
};

/** What of it goes with a link. */
export type PartsLinked = {
  [K in PartKey]: Parts[K] extends LinkPart<infer _, infer Linked> ? Linked : never;
};

type AnyPart = LinkPart<unknown>;

/** Each part by its key: what a part takes is its own alone. */
export const eachPart = Object.entries(PARTS) as unknown as [PartKey, AnyPart][];

/** What the page opens with. */
export const INITIAL = Object.fromEntries(
  eachPart.map(([key, { initial }]) => [key, initial]),
) as unknown as PartStates;
