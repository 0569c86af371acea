import { layerSizes } from '../../model/network';
import { testedOf } from '../../session/data/tested';
import { accuracyAt } from '../../session/training/measured';
import { formatCount } from '../../words/numbers';
import { dimmed, MeasuredAt, useMeasured } from '../kit/measured-at';
import type { ReactNode } from 'react';
import type { TrainingState } from '../../session/training/training-state';
import { useSession, useStoreOf } from '../kit/session-context';
import { DASH, figure, percent, points } from '../../view/words/figures';
import type { TermName } from '../../words/terms/en';
import { Term } from '../kit/term/term';
import { MisreadButton } from './misread-gallery';
import styles from './figures.module.css';

/** The four figures a run is judged by. */
export function Figures({ training }: { training: TrainingState }) {
  const session = useSession();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const evaluation = useStoreOf(session.network.store, (s) => s.evaluation);
  const tested = testedOf(useStoreOf(session.data.store));
  const { curve, tests, testAccuracy } = training;
  const accuracy = accuracyAt(training);
  const measured = useMeasured();
  const last = curve[curve.length - 1];
  const before = tests[tests.length - 2];
  const change = testAccuracy !== null && before ? testAccuracy - before.accuracy : null;
  const hidden = last ? last.spikes.slice(1, -1) : evaluation?.spikesPerImage.hidden;
  const spiking = hidden?.reduce((sum, n) => sum + n, 0);
  // Without steps there are no batches to tell of: what stands there is of what it is tested with.
  const shared = last
    ? { title: 'Mean over the batches of the last steps' }
    : { title: `Mean over the ${tested.many}`, className: dimmed(measured) };
  const neurons = layerSizes(spec)
    .slice(1, -1)
    .reduce((sum, n) => sum + n, 0);
  return (
    <dl className={styles.figures}>
      <Figure
        label={tested.accuracy}
        term={tested.known ? 'knownAccuracy' : 'accuracy'}
        aside={<MisreadButton />}
      >
        <b translate="no" data-testid="test-accuracy" className={dimmed(accuracy)}>
          {percent(testAccuracy)}
        </b>
        {change !== null && (
          <small
            translate="no"
            className={change > 0 && !accuracy?.old ? styles.up : undefined}
            title="Change against the evaluation before, in percentage points"
          >
            {points(change)}
          </small>
        )}
        <MeasuredAt of={accuracy} />
      </Figure>
      <Figure
        label={last ? 'training loss' : tested.known ? 'loss' : 'test loss'}
        term="loss"
        {...shared}
      >
        <b translate="no">{figure(last?.loss ?? evaluation?.loss)}</b>
      </Figure>
      <Figure label="on average decides at" term="decision" {...shared}>
        <b translate="no">{figure(last?.decisionTime ?? evaluation?.decisionTime)}</b>
      </Figure>
      <Figure label="hidden spikes" term="hidden" {...shared}>
        <b translate="no">
          <span>{neurons === 0 ? DASH : spiking === undefined ? DASH : formatCount(spiking)}</span>
          {neurons > 0 && <span>{` / ${formatCount(neurons)}`}</span>}
        </b>
      </Figure>
    </dl>
  );
}

interface FigureProps {
  label: string;
  term: TermName;
  aside?: ReactNode;
  title?: string;
  className?: string;
  children: ReactNode;
}

function Figure({ label, term, aside, title, className, children }: FigureProps) {
  return (
    <div title={title} className={className}>
      <dt>
        <span>
          <Term name={term}>{label}</Term>
        </span>
        {aside}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
