/** Training, live: the run's buttons, progress, figures, curves and settings; below, the runs kept. */
import { useMemo, useState } from 'react';
import { layerSizes } from '../../model/network';
import { accuracyAt } from '../../session/training/measured';
import { isTraining, type TrainingState } from '../../session/training/training-state';
import { Panel } from '../kit/panel';
import { useSession, useStoreOf } from '../kit/session-context';
import { RobustnessRow } from '../robustness/robustness-row';
import { SlowMotion } from '../slow/slow-motion';
import { BreakpointSettings } from './breakpoint-settings';
import { ConfusionMatrix } from './confusion-matrix';
import { RunSettings } from './run-settings';
import { Curves } from './curves-view';
import { Figures } from './figures';
import { ProgressBar } from './progress-bar';
import { progressOf } from './progress';
import { RunButtons } from './run-buttons';
import { RunsPanel } from '../runs/runs-panel';
import { Says } from './says';
import styles from './training-panel.module.css';
import { useTraining } from './use-training';

/** What a person has just caused is shown at once. */
const urgent = (state: TrainingState, before: TrainingState) =>
  state.status !== before.status || state.settings !== before.settings || !isTraining(state.status);

export function TrainingPanel() {
  const session = useSession();
  const training = useTraining(urgent);
  const { runs } = session;
  const { runs: kept, current } = useStoreOf(runs.store);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const overlays = useMemo(
    () =>
      kept
        .filter((run) => run.id !== current && chosen.includes(run.id))
        .map((run) => ({ ...run, sizes: layerSizes(run.spec) })),
    [kept, current, chosen],
  );
  const slow = useStoreOf(session.slow.store, (s) => s.phases !== null);
  const progress = progressOf(training);
  const measured = accuracyAt(training);
  return (
    <div className={styles.column}>
      <Panel
        title="Training"
        className={styles.training}
        aside={
          progress.epoch > 0 &&
          training.step > 0 && <span>{`epoch ${progress.epoch} of ${progress.epochs}`}</span>
        }
      >
        <RunButtons status={training.status} settings={training.settings} />
        <ProgressBar training={training} progress={progress} />
        {slow ? (
          <SlowMotion />
        ) : (
          <>
            <Says training={training} />
            <Figures training={training} />
            <Curves overlays={overlays} />
            <RunSettings settings={training.settings} />
            <BreakpointSettings />
            <ConfusionMatrix />
            <RobustnessRow />
          </>
        )}
      </Panel>
      <RunsPanel
        runs={runs}
        begun={training.step > 0}
        settings={training.settings}
        accuracy={training.testAccuracy}
        measuredStep={measured?.step ?? null}
        measuredOld={measured?.old ?? false}
        chosen={chosen}
        onChoose={setChosen}
      />
    </div>
  );
}
