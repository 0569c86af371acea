import { ChevronDown } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { comparisonWords } from '../../engine/measure';
import type { EngineRequest } from '../../engine/choose';
import type { EngineState } from '../../session/engine/engine-state';
import { Button } from '../kit/button';
import { Popover } from '../kit/popover';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './header.module.css';

const CHOICES: { value: EngineRequest; label: string; about: string }[] = [
  {
    value: 'auto',
    label: 'Choose for me',
    about: 'What was faster here when it was measured; before, a real graphics processor.',
  },
  {
    value: 'cpu',
    label: 'CPU',
    about: 'Walks only the spikes that exist; works in every browser.',
  },
  {
    value: 'webgpu',
    label: 'WebGPU',
    about: 'Compute shaders on the graphics processor, or on its software stand-in.',
  },
];

function engineName({ status, label, kind }: EngineState): string {
  if (status === 'starting') return 'starting';
  if (status === 'failed') return 'no engine';
  return label || (kind === 'webgpu' ? 'WebGPU' : 'CPU');
}

/** "CPU (WebAssembly, 2 threads)" in two: what a narrow page shows, and the rest. */
function partsOf(name: string): [string, string] {
  const end = name.search(/ \(| - /);
  return end < 0 ? [name, ''] : [name.slice(0, end), name.slice(end)];
}

/** Which executor is at work, why, and another choice. */
export function EngineChip({ check }: { check?: ReactNode }) {
  const { engine } = useSession();
  const state = useStoreOf(engine.store);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const [name, details] = partsOf(engineName(state));
  const dot =
    state.status === 'ready' ? styles.ready : state.status === 'failed' ? styles.failed : '';
  const choose = async (choice: EngineRequest) => {
    setBusy(true);
    await engine.choose(choice);
    setBusy(false);
  };
  return (
    <Popover
      label="Engine"
      trigger={
        <button type="button" className={styles.chip} data-testid="engine">
          <span className={`${styles.dot} ${dot}`} aria-hidden />
          <span className={styles.cut} title={engineName(state)} translate="no">
            <span>{name}</span>
            <span className={styles.second}>{details}</span>
          </span>
          <ChevronDown size={13} aria-hidden />
        </button>
      }
    >
      <div className={styles.sheet}>
        <h3>Engine</h3>
        <p>
          <b>{engineName(state)}</b>
        </p>
        {state.reason && <p>{state.reason}</p>}
        <hr className={styles.rule} />
        <fieldset className={styles.options} disabled={busy}>
          <legend className={styles.small}>
            Training, network and data move over to the engine you choose.
          </legend>
          {CHOICES.map(({ value, label, about }) => (
            <label key={value} className={styles.option}>
              <input
                type="radio"
                name={id}
                checked={state.choice === value}
                onChange={() => void choose(value)}
              />
              <b>{label}</b>
              <span className={styles.small}>{about}</span>
            </label>
          ))}
        </fieldset>
        {busy && <p role="status">Moving over ...</p>}
        <Measurement disabled={busy} />
        {check}
      </div>
    </Popover>
  );
}

/** What both executors reach here, measured when asked. */
function Measurement({ disabled }: { disabled: boolean }) {
  const { engine } = useSession();
  const { measuring, comparison, reason } = useStoreOf(engine.store);
  const words = comparison && comparisonWords(comparison);
  return (
    <div>
      {words && words !== reason && <p data-testid="engine-comparison">{words}</p>}
      <Button
        disabled={disabled || measuring}
        onClick={() => void engine.measure()}
        data-testid="engine-measure"
      >
        {measuring ? 'Measuring ...' : comparison ? 'Measure again' : 'Measure both'}
      </Button>
    </div>
  );
}
