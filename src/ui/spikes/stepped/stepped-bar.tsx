import { useEffect, useState } from 'react';
import '../../../view/scene/run-stepped';
import { X } from 'lucide-react';
import { readout } from '../../../model/readout';
import { TIME_STEPS, type TimeStep } from '../../../model/stepped';
import { steppedWords } from '../../../view/words/stepped-words';
import bar from '../../kit/bar.module.css';
import { Button, IconButton } from '../../kit/button';
import { Select } from '../../kit/select';
import { useStoreOf, useView, useWordsVersion } from '../../kit/session-context';
import styles from './stepped.module.css';
import { SteppedDialog } from './stepped-dialog';

const STEPS = TIME_STEPS.map((dt) => ({ value: String(dt), label: String(dt) }));

/** What a simulator with time steps would have answered for this sample, beside the exact answer; how long its steps are. */
export function SteppedBar() {
  const view = useView();
  const compare = useStoreOf(view.store, (s) => s.compare);
  const [open, setOpen] = useState(false);
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  // With this file the clock has come: whoever draws with it draws anew.
  useEffect(() => view.store.setState((s) => ({ compare: s.compare && { ...s.compare } })), [view]);
  if (compare?.kind !== 'stepped') return null;
  const { answer, spec } = view.derived.base();
  const run = view.derived.compared()?.run;
  const outputs = run?.layers.at(-1)!.times;
  const words =
    run && answer && outputs
      ? steppedWords(spec, readout(outputs, run.potential, false), outputs, answer)
      : 'one moment';
  return (
    <div
      className={`${bar.bar} ${styles.stepped}`}
      role="group"
      aria-label="Time steps"
      data-testid="stepped"
    >
      <div className={styles.words}>
        <strong>With time steps of</strong>
        <Select
          bare
          label="Length of a time step, dt"
          value={String(compare.dt)}
          options={STEPS}
          onChange={(value) =>
            view.store.setState({ compare: { kind: 'stepped', dt: Number(value) as TimeStep } })
          }
        />
        <span>{words}</span>
      </div>
      <span className={styles.words}>
        <Button
          data-testid="stepped-open"
          title="Accuracy against the length of a step, over 1,000 test images"
          onClick={() => setOpen(true)}
        >
          Accuracy against dt
        </Button>
        <IconButton
          label="No time steps: exact spikes alone"
          onClick={() => view.store.setState({ compare: null })}
        >
          <X size={15} aria-hidden />
        </IconButton>
      </span>
      {open && <SteppedDialog onClose={() => setOpen(false)} />}
    </div>
  );
}
