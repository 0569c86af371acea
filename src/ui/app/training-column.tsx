import { useState } from 'react';
import { ReplayRow } from '../replay/replay-row';
import { RobustnessRow } from '../robustness/robustness-row';
import { RunsPanel } from '../runs/runs-panel';
import { SlowMotion } from '../slow/slow-motion';
import { TrainingPanel } from '../training/training-panel';
import styles from './training-column.module.css';

/** Training, and below it the runs kept: the curves of those that are ticked lie over the present one's. */
export function TrainingColumn() {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  return (
    <div className={styles.column}>
      <TrainingPanel overlaid={chosen} slowMotion={<SlowMotion />} robustness={<RobustnessRow />} />
      <RunsPanel chosen={chosen} onChoose={setChosen} replay={<ReplayRow />} />
    </div>
  );
}
