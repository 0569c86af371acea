import { CircleHelp } from 'lucide-react';
import { memo, useCallback, useId, useState, type ReactNode } from 'react';
import type { TrainingSettings } from '../../model/training';
import { IconButton } from '../kit/button';
import { formatSmall } from '../kit/format';
import { useSession } from '../kit/session-context';
import { Slider } from '../kit/slider';
import {
  controlsFor,
  fault,
  type ChoiceControl,
  type Control,
  type NumberControl,
} from './controls';
import styles from './training.module.css';

type Configure = (patch: Partial<TrainingSettings>) => void;

/** The run's settings, from one table. They act while it trains. */
export const RunSettings = memo(function RunSettings({ settings }: { settings: TrainingSettings }) {
  const session = useSession();
  const [explained, setExplained] = useState(false);
  const configure: Configure = useCallback(
    (patch) => void session.training.configure(patch),
    [session],
  );
  return (
    <details className={styles.settings} open>
      <summary>Settings of the run</summary>
      <IconButton
        label={explained ? 'Hide what the settings do' : 'What the settings do'}
        aria-pressed={explained}
        className={styles.explain}
        onClick={() => setExplained(!explained)}
      >
        <CircleHelp size={15} aria-hidden />
      </IconButton>
      <div className={styles.controls}>
        {controlsFor(settings).map((control) => (
          <Explained key={control.key} control={control} explained={explained}>
            {control.kind === 'choice' ? (
              <Choice control={control} settings={settings} configure={configure} />
            ) : control.whole ? (
              <Whole control={control} settings={settings} configure={configure} />
            ) : (
              <Slider
                label={control.label}
                value={settings[control.key]}
                min={control.min}
                max={control.max}
                log={control.log}
                format={formatSmall}
                hint={control.says}
                onChange={(value) => configure({ [control.key]: value })}
              />
            )}
          </Explained>
        ))}
      </div>
    </details>
  );
});

/** What stands beside others, its label above it, in columns of the style sheet. */
const STACKED: ReadonlySet<Control['key']> = new Set([
  'loss',
  'optimizer',
  'distort',
  'batch',
  'epochs',
  'seed',
]);

function Explained(props: { control: Control; explained: boolean; children: ReactNode }) {
  const { control, explained, children } = props;
  return (
    <div
      className={!explained && STACKED.has(control.key) ? styles.stacked : undefined}
      data-key={control.key}
      title={explained ? undefined : control.says}
    >
      {children}
      {explained && <p className={styles.sentence}>{control.says}</p>}
    </div>
  );
}

interface Props<C> {
  control: C;
  settings: TrainingSettings;
  configure: Configure;
}

function Choice({ control, settings, configure }: Props<ChoiceControl>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{control.label}</label>
      <select
        id={id}
        value={settings[control.key]}
        onChange={(event) => configure({ [control.key]: event.target.value })}
      >
        {control.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A whole number; what cannot be is said and not passed on. */
function Whole({ control, settings, configure }: Props<NumberControl>) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const value = settings[control.key];
  const error = typed === null ? null : fault(control, typed.trim() === '' ? NaN : Number(typed));
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{control.label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={control.min}
        max={control.max}
        step={1}
        value={typed ?? String(value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = Number(event.target.value);
          if (event.target.value.trim() !== '' && !fault(control, next)) {
            configure({ [control.key]: next });
          }
        }}
        onBlur={() => setTyped(null)}
      />
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
