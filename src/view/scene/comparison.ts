/** What the spikes are compared with, drawn faintly behind them: the ghost of a change, or another run in its place. */
import type { Images } from '../../data/image-set';
import type { DataRole } from '../../engine/engine';
import { sameData } from '../../session/data/data-id';
import { as, choice, nullable, text } from '../../session/link/link-codecs';
import { linkPart, type LinkPart } from '../link/link-part';
import { sampleName } from '../words/stimulus-name';

/** `weights`: only where the input is the same, so that the change is the network's. */
export const GHOSTS = [
  { value: 'weights', label: 'ghost: weights' },
  { value: 'any', label: 'ghost: any change' },
  { value: 'off', label: 'no ghost' },
] as const;

export type GhostMode = (typeof GHOSTS)[number]['value'];

export const ghost = linkPart<GhostMode>('weights', choice(...GHOSTS.map(({ value }) => value)), {
  words: (value) => (value === 'off' ? 'no ghost' : `ghost of ${value} change`),
});

/** A sample by its place in a data set (session/data/data-id.ts). */
interface PinnedSample {
  data: string;
  role: DataRole;
  index: number;
}

/** A ghost of another kind than the last change; see compare.ts. */
export type Compare =
  | { kind: 'epoch'; step: number }
  | {
      kind: 'pinned';
      /** null: a sample that a link names, until its data set is there. */
      image: Images | null;
      name: string;
      /** Where a link finds it; null: a drawing, which a link cannot bring. */
      sample: PinnedSample | null;
    }
  | { kind: 'counterpart' };

/** `counterpart`: read right against misread. */
type LinkedComparison = 'counterpart' | { role: DataRole; index: number };

/** A sample by its place in its set, `test.12`, or `counterpart`. */
const comparison = as(
  {
    ...text(20, /^(counterpart|(test|train)\.(0|[1-9]\d{0,8}))$/),
    must: 'counterpart or a sample like test.12',
  },
  (value): LinkedComparison => {
    const [role, index] = value.split('.');
    return index === undefined ? 'counterpart' : { role: role as DataRole, index: Number(index) };
  },
  (value) => (value === 'counterpart' ? value : `${value.role}.${value.index}`),
);

/** In place of the ghost; null: none. A link says nothing of epochs, whose weights it cannot bring, nor of drawings and other data sets. */
export const compare: LinkPart<Compare | null, LinkedComparison | null> = {
  initial: null,
  codec: nullable(comparison),
  toLink(state, { data }) {
    if (state?.kind === 'counterpart') return 'counterpart';
    if (state?.kind !== 'pinned' || !state.sample || !sameData(state.sample.data, data))
      return null;
    const { role, index } = state.sample;
    return { role, index };
  },
  fromLink(linked, session) {
    const { data } = session;
    if (linked === null) return null;
    if (linked === 'counterpart') return { kind: 'counterpart' };
    const name = sampleName(session, linked.role, linked.index);
    return { kind: 'pinned', image: null, name, sample: { data, ...linked } };
  },
  words: (linked, session) =>
    linked === 'counterpart'
      ? 'compared right against misread'
      : `compared with ${sampleName(session, linked!.role, linked!.index)}`,
};
