import { useState } from 'react';
import { MOST_SAID } from '../../model/said';
import type { Run } from '../../session/runs/runs';
import type { Runs } from '../../session/runs/runs-keeper';
import { isComposing } from '../../view/keys';
import styles from './runs.module.css';

/** A run's name, to be typed over: Enter or leaving keeps it, Escape does not. */
export function RunName({ run, runs }: { run: Run; runs: Runs }) {
  const [name, setName] = useState<string | null>(null);
  return (
    <input
      className={styles.name}
      aria-label="Name of this run"
      title="Rename"
      maxLength={MOST_SAID}
      value={name ?? run.name}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        // Escape takes back what was typed; it must not close the dialog as well.
        if (name !== null) event.stopPropagation();
        setName(null);
      }}
      onBlur={() => {
        if (name !== null) runs.rename(run.id, name);
        setName(null);
      }}
    />
  );
}
