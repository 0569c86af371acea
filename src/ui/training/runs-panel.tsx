/** Runs kept: what each changed, how it ended, its curve over the present one, its weights back. */
import { RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { changes, freeName, runName, saving, type Run } from '../../session/runs';
import type { Runs } from '../../session/runs-keeper';
import type { TrainingState } from '../../session/training-state';
import { IconButton } from '../kit/button';
import { formatCount } from '../kit/format';
import { Panel } from '../kit/panel';
import { useSession, useStoreOf } from '../kit/session-context';
import { Swatch } from './curves-view';
import { OVERLAYS } from './curves';
import { percent } from './format';
import styles from './training.module.css';

interface Props {
  runs: Runs;
  training: TrainingState;
  /** Ids of the runs whose curves lie over this one. */
  chosen: readonly number[];
  onChoose: (chosen: number[]) => void;
}

export function RunsPanel({ runs, training, chosen, onChoose }: Props) {
  const { runs: kept, current } = useStoreOf(runs.store);
  const spec = useStoreOf(useSession().network.store, (s) => s.spec);
  const others = kept.filter((run) => run.id !== current);
  const shown = others.filter((run) => chosen.includes(run.id)).map((run) => run.id);
  const toggle = (id: number) =>
    onChoose(
      shown.includes(id) ? shown.filter((c) => c !== id) : [...shown, id].slice(-OVERLAYS.length),
    );
  const last = others[others.length - 1];
  const changed = last ? changes(last, { spec, settings: training.settings }) : [];
  const says = saving(kept);
  return (
    <Panel
      title="Runs"
      className={styles.runs}
      aside={others.length > 0 && <span>tick to compare curves</span>}
    >
      {training.step > 0 && (
        <div className={styles.current}>
          <Swatch line={{ color: 'var(--ink)', width: 2 }} />
          <span>
            {kept.find((run) => run.id === current)?.name ?? freeName(runName(spec), kept)}
            <small title={changed.join(', ')}>
              {changed.length > 0 ? changed.join(' · ') : 'this run'}
            </small>
          </span>
          <b>{percent(training.testAccuracy)}</b>
        </div>
      )}
      {others.length > 0 ? (
        <ul className={styles.list}>
          {others.toReversed().map((run) => (
            <KeptRun
              key={run.id}
              run={run}
              before={kept[kept.indexOf(run) - 1]}
              overlay={shown.indexOf(run.id)}
              onToggle={() => toggle(run.id)}
              runs={runs}
            />
          ))}
        </ul>
      ) : (
        <p className={styles.sentence}>
          A run is kept here when it is over and another begins: reset, change one thing, run again,
          and compare.
        </p>
      )}
      {says && <p className={styles.sentence}>{says}</p>}
    </Panel>
  );
}

interface KeptProps {
  run: Run;
  before: Run | undefined;
  /** Its place among the runs shown in the chart; -1: not shown. */
  overlay: number;
  onToggle: () => void;
  runs: Runs;
}

function KeptRun({ run, before, overlay, onToggle, runs }: KeptProps) {
  const [name, setName] = useState<string | null>(null);
  const epochs = run.epochSteps > 0 ? run.step / run.epochSteps : 0;
  const length =
    epochs >= 0.95
      ? `${Number(epochs.toFixed(1))} ${epochs < 1.05 ? 'epoch' : 'epochs'}`
      : `${formatCount(run.step)} steps`;
  const changed = before ? changes(before, run) : [];
  const about = [
    length,
    run.end === 'not-finite' ? 'not finite' : '',
    ...(before && changed.length === 0 ? ['nothing changed'] : changed),
  ].filter(Boolean);
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={overlay >= 0}
          aria-label={`Show the curve of ${run.name}`}
          onChange={onToggle}
        />
        {overlay >= 0 && <Swatch line={OVERLAYS[overlay]!} />}
      </label>
      <span>
        <input
          className={styles.name}
          aria-label="Name of this run"
          title="Rename"
          value={name ?? run.name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') setName(null);
          }}
          onBlur={() => {
            if (name !== null) runs.rename(run.id, name);
            setName(null);
          }}
        />
        <small title={about.join(', ')}>{about.join(' · ')}</small>
      </span>
      <b>{percent(run.accuracy)}</b>
      <span className={styles.actions}>
        <IconButton
          label={
            run.weights
              ? `Bring the weights of ${run.name} back`
              : 'Its weights were given up for room'
          }
          disabled={!run.weights}
          onClick={() => void runs.restore(run.id)}
        >
          <RotateCcw size={13} aria-hidden />
        </IconButton>
        <IconButton label={`Delete ${run.name}`} onClick={() => runs.remove(run.id)}>
          <Trash2 size={13} aria-hidden />
        </IconButton>
      </span>
    </li>
  );
}
