import { useState, type KeyboardEvent } from 'react';
import { Answer } from '../input/answer';
import { Input, Neuron, Samples, Spikes, Training } from './panels';
import styles from './app.module.css';

const TABS = ['input', 'spikes', 'training'] as const;
type Tab = (typeof TABS)[number];

const TITLES: Record<Tab, string> = { input: 'Input', spikes: 'Spikes', training: 'Training' };

/** The narrow page: one column at a time, the answer always in sight. Hidden panels stay as they are. */
export function Tabs() {
  const [shown, setShown] = useState<Tab>('input');
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const next = TABS[(TABS.indexOf(shown) + way + TABS.length) % TABS.length]!;
    setShown(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const panel = (tab: Tab) => ({
    id: `panel-${tab}`,
    role: 'tabpanel',
    'aria-labelledby': `tab-${tab}`,
    hidden: shown !== tab,
    className: styles.tabpanel,
  });
  return (
    <main>
      <div className={styles.bar}>
        <Answer compact />
        <div
          role="tablist"
          aria-label="Panels"
          className={styles.tablist}
          onKeyDown={onKeyDown}
          tabIndex={-1}
        >
          {TABS.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`tab-${tab}`}
              data-testid={`tab-${tab}`}
              aria-selected={shown === tab}
              aria-controls={`panel-${tab}`}
              tabIndex={shown === tab ? 0 : -1}
              className={styles.tab}
              onClick={() => setShown(tab)}
            >
              {TITLES[tab]}
            </button>
          ))}
        </div>
      </div>
      <div className={styles.narrow}>
        <div {...panel('input')}>
          <Input />
          <Samples />
        </div>
        <div {...panel('spikes')}>
          <Spikes />
          <Neuron />
        </div>
        <div {...panel('training')}>
          <Training />
        </div>
      </div>
    </main>
  );
}
