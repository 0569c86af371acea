import { useState, type ReactNode } from 'react';
import { isLearning, isTeaching } from '../../view/learning';
import { useStoreOf, useView } from '../kit/session-context';
import { NARROW, useMedia } from '../kit/use-media';
import { useShownPanels } from '../kit/use-shown-panels';
import { Learn } from './learn';
import { COLUMNS, panelsIn, type Column } from './panels';
import { TabList, tabPanel } from './tab-list';
import { Teaching } from './teach';
import styles from './app.module.css';

const STYLES = { input: styles.left, spikes: styles.middle, training: styles.right };
const WIDTHS = { input: 'var(--left)', spikes: 'minmax(0, 1fr)', training: 'var(--right)' };

interface Shown {
  name: Column;
  shown: ReactNode[];
}

/**
 * The wide page: input, what happens to it, training. A column whose panels are all hidden gives its room to the others. On a tablet
 * what happens to the input and training are tabs of one column, beside the input.
 */
export function Columns() {
  const panels = useShownPanels();
  const { store } = useView();
  const learning = useStoreOf(store, isLearning);
  const teaching = useStoreOf(store, isTeaching);
  const presenting = useStoreOf(store, (s) => s.presenting);
  const narrow = useMedia(NARROW) && !presenting;
  // A lesson stands where the samples are, and so do own classes.
  const others = learning || teaching ? panels.filter((name) => name !== 'samples') : panels;
  const columns: Shown[] = COLUMNS.map((name) => {
    const shown = panelsIn(name, others);
    return {
      name,
      shown:
        name === 'input'
          ? [...shown, <Teaching key="teach" />, learning && <Learn key="learn" />].filter(Boolean)
          : shown,
    };
  }).filter(({ shown }) => shown.length > 0);
  const beside = columns.filter(({ name }) => name !== 'input');
  const tabbed = narrow && columns.length === 3;
  const middle = columns.some(({ name }) => name === 'spikes');
  const widths = columns
    .slice(0, tabbed ? 2 : 3)
    .map(({ name }) => (middle ? WIDTHS[name] : WIDTHS.spikes));
  return (
    <main
      className={learning || teaching ? `${styles.columns} ${styles.learning}` : styles.columns}
      style={{ gridTemplateColumns: widths.join(' ') }}
      data-two={tabbed || undefined}
      data-teaching={teaching || undefined}
    >
      {(tabbed ? columns.slice(0, 1) : columns).map(({ name, shown }) => (
        <div key={name} className={STYLES[name]}>
          {shown}
        </div>
      ))}
      {tabbed && <Beside columns={beside} />}
    </main>
  );
}

/** One of the columns at a time; the others stay mounted and keep their state. */
function Beside({ columns }: { columns: readonly Shown[] }) {
  const [chosen, setChosen] = useState<Column>('spikes');
  const tabs = columns.map(({ name }) => name);
  const shown = tabs.includes(chosen) ? chosen : tabs[0];
  return (
    <div className={styles.beside}>
      <TabList tabs={tabs} shown={shown} onShow={setChosen} />
      {columns.map(({ name, shown: parts }) => (
        <div key={name} {...tabPanel(name, { tabs, shown })}>
          {parts}
        </div>
      ))}
    </div>
  );
}
