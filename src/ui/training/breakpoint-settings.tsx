/** Breakpoints: at which moments training stops by itself. They act at once, also while it trains. */
import { useNoun } from '../kit/use-noun';
import { memo, useId, type ReactNode } from 'react';
import { layerCount } from '../../model/network';
import { countSet, type Breakpoints } from '../../session/training/breakpoints';
import { numberFault } from '../kit/read-number';
import { useSession, useStoreOf } from '../kit/session-context';
import { useNumberInput } from '../kit/use-number-input';
import { layerName } from '../../view/words/names';
import fold from './fold.module.css';
import styles from './breakpoint-settings.module.css';

type Change = <K extends keyof Breakpoints>(key: K, patch: Partial<Breakpoints[K]>) => void;

export const BreakpointSettings = memo(function BreakpointSettings() {
  const { one, many } = useNoun();
  const session = useSession();
  const { breakpoints } = session.training;
  const set = useStoreOf(breakpoints, (s) => s.breakpoints);
  const hit = useStoreOf(breakpoints, (s) => s.hit);
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const change: Change = (key, patch) =>
    breakpoints.setState((s) => ({
      breakpoints: { ...s.breakpoints, [key]: { ...s.breakpoints[key], ...patch } },
    }));
  const count = countSet(set);
  const row = (key: keyof Breakpoints, name: string, rest?: ReactNode) => (
    <Row
      name={name}
      on={set[key].on}
      hit={hit?.kind === key}
      onChange={(on) => change(key, { on })}
      testId={`breakpoint-${key}`}
    >
      {rest}
    </Row>
  );
  return (
    <details className={`${fold.fold} ${styles.settings}`} data-testid="breakpoints">
      <summary>
        <span>Stop when…</span>
        <span className={styles.aside}>{count === 0 ? 'no breakpoint set' : `${count} set`}</span>
      </summary>
      <div className={styles.breakpoints}>
        {row(
          'accuracy',
          'accuracy reaches',
          <>
            <Percent
              label="Accuracy to stop at, in per cent"
              share={set.accuracy.share}
              onChange={(share) => change('accuracy', { share })}
            />
            <select
              aria-label="Accuracy of what"
              value={set.accuracy.of}
              onChange={(event) =>
                change('accuracy', { of: event.target.value as Breakpoints['accuracy']['of'] })
              }
            >
              <option value="test">test</option>
              <option value="training">training</option>
            </select>
          </>,
        )}
        {row(
          'silent',
          'silent share over',
          <>
            <Percent
              label="Silent share to stop at, in per cent"
              share={set.silent.share}
              onChange={(share) => change('silent', { share })}
            />
            <select
              aria-label="Silent share of which layer"
              value={set.silent.layer ?? 'any'}
              onChange={(event) =>
                change('silent', {
                  layer: event.target.value === 'any' ? null : Number(event.target.value),
                })
              }
            >
              <option value="any">any hidden</option>
              {Array.from({ length: layerCount(spec) }, (_, l) => layerName(spec, l + 1)).map(
                (name, l) => (
                  <option key={name} value={l + 1}>
                    {name}
                  </option>
                ),
              )}
            </select>
          </>,
        )}
        {row('flip', `this ${one}’s answer flips`)}
        {row(
          'neuron',
          'falls silent',
          <select
            aria-label="Which neuron"
            value={set.neuron.which}
            title={`Any: silent on 100 test ${many}, where it spiked for some before. Selected: silent on the ${one} on the page.`}
            onChange={(event) =>
              change('neuron', { which: event.target.value as Breakpoints['neuron']['which'] })
            }
          >
            <option value="any">any neuron</option>
            <option value="selected">the selected neuron</option>
          </select>,
        )}
        <label className={styles.always} data-hit={hit?.kind === 'not-finite' || undefined}>
          <input type="checkbox" checked disabled />
          <span> a value is no longer finite</span>
          <small>always</small>
        </label>
        <p className={fold.sentence}>
          A flip and a neuron falling silent are looked for after every step, so training is slower
          while they are set.
        </p>
      </div>
    </details>
  );
});

interface RowProps {
  name: string;
  on: boolean;
  hit: boolean;
  onChange: (on: boolean) => void;
  testId: string;
  children?: ReactNode;
}

function Row({ name, on, hit, onChange, testId, children }: RowProps) {
  return (
    <div className={styles.breakpoint} data-hit={hit || undefined}>
      <label>
        <input
          type="checkbox"
          checked={on}
          data-testid={testId}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{` ${name}`}</span>
      </label>
      {children}
    </div>
  );
}

interface PercentProps {
  label: string;
  /** [0, 1] */
  share: number;
  onChange: (share: number) => void;
}

/** A share typed in per cent; what is none is said and not passed on. */
function Percent({ label, share, onChange }: PercentProps) {
  const id = useId();
  const { input, error } = useNumberInput({
    label,
    value: Math.round(share * 1e6) / 1e4,
    min: 0,
    max: 100,
    percent: true,
    check: (value) => numberFault({ label: 'this', min: 0, max: 100 }, value),
    onChange: (value) => onChange(value / 100),
  });
  return (
    <span className={styles.percent}>
      <input {...input} aria-label={label} aria-describedby={error ? id : undefined} />
      <span> %</span>
      {error && <small id={id}>{error}</small>}
    </span>
  );
}
