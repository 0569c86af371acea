/** Runs kept: what each changed, how it ended, its curve over the present one, its weights back. */
import { RotateCcw, Trash2 } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import { changes, freeName, restorable, runName, saving, type Run } from '../../session/runs/runs';
import type { Runs } from '../../session/runs/runs-keeper';
import type { TrainingState } from '../../session/training/training-state';
import { accuracyAt, runAccuracyAt } from '../../session/training/measured';
import { Button, IconButton } from '../kit/button';
import { DialogBoundary } from '../kit/dialog-boundary';
import { plural } from '../../words/numbers';
import { AccuracyAt } from '../kit/measured-at';
import { Panel } from '../kit/panel';
import { useSession, useStoreOf } from '../kit/session-context';
import { byHand, useTraining } from '../kit/use-training';
import { OVERLAYS } from '../../view/curves/strokes';
import { Swatch } from '../kit/plot/swatch';
import { Presets } from './presets';
import { RunName } from './run-name';
import RunsDialog, { type RunsPage } from './runs-dialog';
import styles from './runs-panel.module.css';

/** Runs that the panel lists; the dialog lists all. */
const MOST_LISTED = 12;

interface Props {
  /** Ids of the runs whose curves lie over the one on the page. */
  chosen: readonly number[];
  onChoose: (chosen: number[]) => void;
  /** Where one looks back at the moments of the run on the page. */
  replay?: ReactNode;
}

export function RunsPanel(props: Props) {
  const { runs } = useSession();
  const training = useTraining(byHand);
  const measured = accuracyAt(training);
  return (
    <RunsOf
      {...props}
      runs={runs}
      begun={training.step > 0}
      settings={training.settings}
      accuracy={training.testAccuracy}
      measuredStep={measured?.step ?? null}
      measuredOld={measured?.old ?? false}
    />
  );
}

interface RunsProps extends Props {
  runs: Runs;
  /** Whether a run has begun, with which settings, and what it reads. */
  begun: boolean;
  settings: TrainingState['settings'];
  accuracy: TrainingState['testAccuracy'];
  /** The step it was measured at; null without one. */
  measuredStep: number | null;
  /** Whether the weights have moved on since. */
  measuredOld: boolean;
}

/** Rendered only where something of it has changed, not at every report of a step. */
const RunsOf = memo(function RunsOf({
  runs,
  begun,
  settings,
  accuracy,
  measuredStep,
  measuredOld,
  chosen,
  onChoose,
  replay,
}: RunsProps) {
  const measured = measuredStep === null ? null : { step: measuredStep, old: measuredOld };
  const { runs: kept, current, trouble } = useStoreOf(runs.store);
  const sweeping = useStoreOf(useSession().sweep.store, ({ status, progress }) =>
    status === 'running' || status === 'paused' ? Math.round(progress * 100) : null,
  );
  const [page, setPage] = useState<RunsPage | null>(null);
  const spec = useStoreOf(useSession().network.store, (s) => s.spec);
  const here = useStoreOf(useSession().data.store, (s) => s.id);
  const others = kept.filter((run) => run.id !== current);
  const shown = others.filter((run) => chosen.includes(run.id)).map((run) => run.id);
  const toggle = (id: number) =>
    onChoose(
      shown.includes(id) ? shown.filter((c) => c !== id) : [...shown, id].slice(-OVERLAYS.length),
    );
  const last = others[others.length - 1];
  const changed = last ? changes(last, { spec, settings }) : [];
  const name = kept.find((run) => run.id === current)?.name ?? freeName(runName(spec), kept);
  const says = saving(kept, here);
  return (
    <Panel
      title="Runs"
      className={styles.panel}
      aside={
        <>
          <Presets />
          <Button
            kind="quiet"
            data-testid="sweep"
            title="Train a grid of networks in the background"
            onClick={() => setPage('sweep')}
          >
            {sweeping === null ? 'Sweep' : `Sweep ${sweeping} %`}
          </Button>
          <Button
            kind="quiet"
            data-testid="compare-runs"
            title="All runs in a table, their curves over one another"
            disabled={kept.length === 0}
            onClick={() => setPage('compare')}
          >
            Compare
          </Button>
        </>
      }
    >
      {page && (
        <DialogBoundary
          what="The comparison of runs"
          onClose={() => setPage(null)}
          onAgain={() => setPage(page)}
        >
          <RunsDialog page={page} chosen={shown} onClose={() => setPage(null)} />
        </DialogBoundary>
      )}
      {begun && (
        <div className={styles.current}>
          <Swatch line={{ color: 'var(--ink)', width: 2 }} />
          <span className={styles.what}>
            <span title={name}>{name}</span>
            <small title={changed.join(', ')}>
              {changed.length > 0 ? changed.join(' · ') : 'this run'}
            </small>
          </span>
          <AccuracyAt share={accuracy} at={measured} />
        </div>
      )}
      {replay}
      {others.length > 0 ? (
        <ul className={styles.list}>
          {others
            .slice(-MOST_LISTED)
            .toReversed()
            .map((run) => (
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
          A run is kept here when another begins: reset, change one thing, run again, compare.
        </p>
      )}
      {others.length > MOST_LISTED && (
        <p
          className={styles.sentence}
        >{`The newest ${MOST_LISTED} of ${others.length} are listed: Compare shows all.`}</p>
      )}
      {trouble && <p className={styles.sentence}>{trouble}</p>}
      {says && <p className={styles.sentence}>{says}</p>}
    </Panel>
  );
});

interface KeptProps {
  run: Run;
  before: Run | undefined;
  /** Its place among the runs shown in the chart; -1: not shown. */
  overlay: number;
  onToggle: () => void;
  runs: Runs;
}

function KeptRun({ run, before, overlay, onToggle, runs }: KeptProps) {
  const epochs = run.epochSteps > 0 ? run.step / run.epochSteps : 0;
  const length =
    epochs >= 0.95 ? plural(Math.round(epochs * 10) / 10, 'epoch') : plural(run.step, 'step');
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
      <span className={styles.what}>
        <RunName run={run} runs={runs} />
        <small title={about.join(', ')}>{about.join(' · ')}</small>
      </span>
      <AccuracyAt share={run.accuracy} at={runAccuracyAt(run)} />
      <span className={styles.actions}>
        <IconButton
          label={
            restorable(run)
              ? `Bring the weights of ${run.name} back`
              : 'Its weights were given up for room'
          }
          disabled={!restorable(run)}
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
