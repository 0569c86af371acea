/** Training, live: the run's buttons, progress, figures, curves and settings. */
import { useMemo, type ReactNode } from 'react';
import { layerSizes } from '../../model/network';
import { Panel } from '../kit/panel';
import { useSession, useStoreOf } from '../kit/session-context';
import { BreakpointSettings } from './breakpoint-settings';
import { ConfusionMatrix } from './confusion-matrix';
import { RunSettings } from './run-settings';
import { Curves } from './curves-view';
import { Figures } from './figures';
import { ProgressBar } from './progress-bar';
import { progressOf } from './progress';
import { RunButtons } from './run-buttons';
import { Says } from './says';
import { byHand, useTraining } from '../kit/use-training';
import styles from './training-panel.module.css';

interface Props {
  /** Ids of the kept runs whose curves lie over this one. */
  overlaid: readonly number[];
  /** Stands in place of figures and curves while a step is gone through in slow motion. */
  slowMotion: ReactNode;
  /** The way to the robustness of the network, the last line of the panel. */
  robustness: ReactNode;
}

export function TrainingPanel({ overlaid, slowMotion, robustness }: Props) {
  const session = useSession();
  const training = useTraining(byHand);
  const { runs } = session;
  const { runs: kept, current } = useStoreOf(runs.store);
  const overlays = useMemo(
    () =>
      kept
        .filter((run) => run.id !== current && overlaid.includes(run.id))
        .map((run) => ({ ...run, sizes: layerSizes(run.spec) })),
    [kept, current, overlaid],
  );
  const slow = useStoreOf(session.slow.store, (s) => s.phases !== null);
  const progress = progressOf(training);
  return (
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
        slowMotion
      ) : (
        <>
          <Says training={training} />
          <Figures training={training} />
          <Curves overlays={overlays} />
          <RunSettings settings={training.settings} />
          <BreakpointSettings />
          <ConfusionMatrix />
          {robustness}
        </>
      )}
    </Panel>
  );
}
