/** What the spikes are compared with, drawn faintly behind them: the ghost of a change, or another run in its place. */
import type { Images } from '../../data/image-set';
import type { DataRole } from '../../engine/engine';
import { sameData } from '../../session/data/data-id';
import type { TimeStep } from '../../model/stepped';
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
  | { kind: 'counterpart' }
  /** The same sample by a simulator with time steps of `dt` (model/stepped.ts). */
  | { kind: 'stepped'; dt: TimeStep };

const STEPS = 'steps.';

/** "time steps of 0.01". */
export const stepsName = (dt: TimeStep): string => `time steps of ${dt}`;

/** `counterpart`: read right against misread. */
type LinkedComparison = 'counterpart' | { role: DataRole; index: number } | { dt: TimeStep };

/** A sample by its place in its set, `test.12`, time steps, `steps.0.01`, or `counterpart`. */
const comparison = as(
  {
    ...text(20, /^(counterpart|(test|train)\.(0|[1-9]\d{0,8})|steps\.0\.(1|0[125]|00[125]))$/),
    must: 'counterpart, a sample like test.12 or time steps like steps.0.01',
  },
  (value): LinkedComparison => {
    if (value.startsWith(STEPS)) return { dt: Number(value.slice(STEPS.length)) as TimeStep };
    const [role, index] = value.split('.');
    return index === undefined ? 'counterpart' : { role: role as DataRole, index: Number(index) };
  },
  (value) => {
    if (value === 'counterpart') return value;
    return 'dt' in value ? `${STEPS}${value.dt}` : `${value.role}.${value.index}`;
  },
);

/** In place of the ghost; null: none. A link says nothing of epochs, whose weights it cannot bring, nor of drawings and other data sets. */
export const compare: LinkPart<Compare | null, LinkedComparison | null> = {
  initial: null,
  codec: nullable(comparison),
  toLink(state, { data }) {
    if (state?.kind === 'counterpart') return 'counterpart';
    if (state?.kind === 'stepped') return { dt: state.dt };
    if (state?.kind !== 'pinned' || !state.sample || !sameData(state.sample.data, data))
      return null;
    const { role, index } = state.sample;
    return { role, index };
  },
  fromLink(linked, session) {
    const { data } = session;
    if (linked === null) return null;
    if (linked === 'counterpart') return { kind: 'counterpart' };
    if ('dt' in linked) return { kind: 'stepped', dt: linked.dt };
    const name = sampleName(session, linked.role, linked.index);
    return { kind: 'pinned', image: null, name, sample: { data, ...linked } };
  },
  words: (linked, session) => {
    if (linked === 'counterpart') return 'compared right against misread';
    return 'dt' in linked!
      ? `compared with ${stepsName(linked.dt)}`
      : `compared with ${sampleName(session, linked!.role, linked!.index)}`;
  },
};
