import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PanelName } from '../../session/link/link-table';
import { Answer } from '../input/answer';
import { useMessagePlace } from '../kit/message-place';
import { useStoreOf } from '../kit/session-context';
import { Input, Neuron, Samples, Spikes, Training } from './panels';
import { panelsStore, shownPanels } from '../../view/panels';
import styles from './app.module.css';

const TABS = ['input', 'spikes', 'training'] as const;
type Tab = (typeof TABS)[number];

const PARTS: Record<Tab, PanelName[]> = {
  input: ['input', 'samples'],
  spikes: ['spikes', 'neuron'],
  training: ['training'],
};

const TITLES: Record<Tab, string> = { input: 'Input', spikes: 'Spikes', training: 'Training' };

/** The narrow page: one column at a time, the answer always in sight. Hidden panels stay as they are. */
export function Tabs() {
  const panels = shownPanels(useStoreOf(panelsStore));
  const tabs = TABS.filter((tab) => PARTS[tab].some((name) => panels.includes(name)));
  const [chosen, setShown] = useState<Tab>('input');
  const shown = tabs.includes(chosen) ? chosen : tabs[0];
  const messages = useMessagePlace(true);
  const main = useRef<HTMLElement>(null);
  // Each tab keeps its own place; one that is new begins at its top.
  const scrolls = useRef<Partial<Record<Tab, number>>>({});
  const show = (tab: Tab) => {
    if (shown) scrolls.current[shown] = scrollY;
    setShown(tab);
  };
  useLayoutEffect(() => {
    const top = Math.min(scrollY, main.current!.offsetTop);
    if (shown) scrollTo(0, scrolls.current[shown] ?? top);
  }, [shown]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    if (!shown) return;
    const next = tabs[(tabs.indexOf(shown) + way + tabs.length) % tabs.length]!;
    show(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  const panel = (tab: Tab) => ({
    id: `panel-${tab}`,
    ...(tabs.length > 1 && { role: 'tabpanel', 'aria-labelledby': `tab-${tab}` }),
    hidden: shown !== tab,
    className: styles.tabpanel,
  });
  return (
    <main ref={main}>
      <div className={styles.bar}>
        <Answer compact />
        {tabs.length > 1 && (
          <div
            role="tablist"
            aria-label="Panels"
            className={styles.tablist}
            onKeyDown={onKeyDown}
            tabIndex={-1}
          >
            {tabs.map((tab) => (
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
                onClick={() => show(tab)}
              >
                {TITLES[tab]}
              </button>
            ))}
          </div>
        )}
        <div ref={messages} />
      </div>
      <div className={styles.narrow}>
        <div {...panel('input')}>
          {panels.includes('input') && <Input />}
          {panels.includes('samples') && <Samples />}
        </div>
        <div {...panel('spikes')}>
          {panels.includes('spikes') && <Spikes />}
          {panels.includes('neuron') && <Neuron />}
        </div>
        <div {...panel('training')}>{panels.includes('training') && <Training />}</div>
      </div>
    </main>
  );
}
