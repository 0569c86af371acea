import type { PanelName } from '../../session/link/link-table';
import { useStoreOf } from '../kit/session-context';
import { Input, Neuron, Samples, Spikes, Training } from './panels';
import { panelsStore, shownPanels } from '../../view/panels';
import styles from './app.module.css';

/** The wide page: input, what happens to it, training. A column whose panels are all hidden gives its room to the others. */
export function Columns() {
  const panels = shownPanels(useStoreOf(panelsStore));
  const has = (...names: PanelName[]) => names.some((name) => panels.includes(name));
  const left = has('input', 'samples');
  const middle = has('spikes', 'neuron');
  const right = has('training');
  const side = (width: string) => (middle ? width : 'minmax(0, 1fr)');
  const columns = [
    left && side('var(--left)'),
    middle && 'minmax(0, 1fr)',
    right && side('var(--right)'),
  ];
  return (
    <main
      className={styles.columns}
      style={{ gridTemplateColumns: columns.filter(Boolean).join(' ') }}
    >
      {left && (
        <div className={styles.left}>
          {has('input') && <Input />}
          {has('samples') && <Samples />}
        </div>
      )}
      {middle && (
        <div className={styles.middle}>
          {has('spikes') && <Spikes />}
          {has('neuron') && <Neuron />}
        </div>
      )}
      {right && (
        <div className={styles.right}>
          <Training />
        </div>
      )}
    </main>
  );
}
