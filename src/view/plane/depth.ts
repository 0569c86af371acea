/** What the depth of a colour on the plane of points says: how early the answer comes, or by how much it leads. */
import { choice } from '../../session/link/link-codecs';
import { linkPart } from '../link/link-part';

export const DEPTHS = [
  { value: 'time', label: 'how early' },
  { value: 'margin', label: 'how clear' },
] as const;

export type Depth = (typeof DEPTHS)[number]['value'];

export const depth = linkPart<Depth>('time', choice(...DEPTHS.map(({ value }) => value)), {
  words: () => 'the plane by how clear the answer is',
});
