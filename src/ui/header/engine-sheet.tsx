import { useId, useState } from 'react';
import { comparisonWords } from '../../engine/measure';
import type { EngineRequest } from '../../engine/choose';
import { engineName } from '../../view/words/engine-name';
import { Button } from '../kit/button';
import { useSession, useStoreOf } from '../kit/session-context';
import { EngineCheck } from './engine-check';
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

/** The engine's menu: which executor is at work and why, another choice, what both reach here, and how right it is. */
export function EngineSheet() {
  const { engine } = useSession();
  const state = useStoreOf(engine.store);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const choose = async (choice: EngineRequest) => {
    setBusy(true);
    await engine.choose(choice);
    setBusy(false);
  };
  return (
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
      <EngineCheck />
    </div>
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
