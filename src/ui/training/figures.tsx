import { layerSizes } from '../../model/network';
import { formatCount } from '../kit/format';
import type { ReactNode } from 'react';
import type { TrainingState } from '../../session/training-state';
import { useSession, useStoreOf } from '../kit/session-context';
import { DASH, figure, percent, points } from './format';
import { MisreadButton } from './misread-gallery';
import styles from './training.module.css';

/** The four figures a run is judged by. */
export function Figures({ training }: { training: TrainingState }) {
  const session = useSession();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const evaluation = useStoreOf(session.network.store, (s) => s.evaluation);
  const { curve, tests, testAccuracy } = training;
  const last = curve[curve.length - 1];
  const before = tests[tests.length - 2];
  const change = testAccuracy !== null && before ? testAccuracy - before.accuracy : null;
  const hidden = last ? last.spikes.slice(1, -1) : evaluation?.spikesPerImage.hidden;
  const spiking = hidden?.reduce((sum, n) => sum + n, 0);
  const neurons = layerSizes(spec)
    .slice(1, -1)
    .reduce((sum, n) => sum + n, 0);
  return (
    <dl className={styles.figures}>
      <Figure label="test accuracy" aside={<MisreadButton />}>
        <b translate="no" data-testid="test-accuracy">
          {percent(testAccuracy)}
        </b>
        {change !== null && (
          <small
            className={change > 0 ? styles.up : undefined}
            title="Change against the evaluation before, in percentage points"
          >
            {points(change)}
          </small>
        )}
      </Figure>
      <Figure label={last ? 'loss' : 'loss, test'}>
        <b translate="no">{figure(last?.loss ?? evaluation?.loss)}</b>
      </Figure>
      <Figure label="decides at">
        <b translate="no">{figure(last?.decisionTime ?? evaluation?.decisionTime)}</b>
      </Figure>
      <Figure label="hidden spikes">
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
  aside?: ReactNode;
  children: ReactNode;
}

function Figure({ label, aside, children }: FigureProps) {
  return (
    <div>
      <dt>
        <span>{label}</span>
        {aside}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
