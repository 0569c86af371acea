import { isLearning } from '../../view/learning';
import { useStoreOf, useView } from '../kit/session-context';
import { useShownPanels } from '../kit/use-shown-panels';
import { Learn } from './learn';
import { COLUMNS, panelsIn } from './panels';
import styles from './app.module.css';

const STYLES = { input: styles.left, spikes: styles.middle, training: styles.right };
const WIDTHS = { input: 'var(--left)', spikes: 'minmax(0, 1fr)', training: 'var(--right)' };

/** The wide page: input, what happens to it, training. A column whose panels are all hidden gives its room to the others. */
export function Columns() {
  const panels = useShownPanels();
  const learning = useStoreOf(useView().store, isLearning);
  // A lesson stands where the samples are.
  const others = learning ? panels.filter((name) => name !== 'samples') : panels;
  const columns = COLUMNS.map((name) => {
    const shown = panelsIn(name, others);
    return {
      name,
      shown: learning && name === 'input' ? [...shown, <Learn key="learn" />] : shown,
    };
  }).filter(({ shown }) => shown.length > 0);
  const middle = columns.some(({ name }) => name === 'spikes');
  const widths = columns.map(({ name }) => (middle ? WIDTHS[name] : WIDTHS.spikes));
  return (
    <main
      className={learning ? `${styles.columns} ${styles.learning}` : styles.columns}
      style={{ gridTemplateColumns: widths.join(' ') }}
    >
      {columns.map(({ name, shown }) => (
        <div key={name} className={STYLES[name]}>
          {shown}
        </div>
      ))}
    </main>
  );
}
