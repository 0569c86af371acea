import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Answer } from '../input/answer';
import { useMessagePlace } from '../kit/message-place';
import { useShownPanels } from '../kit/use-shown-panels';
import { panelTitle } from '../../view/panels';
import { COLUMNS, panelsIn, type Column } from './panels';
import styles from './app.module.css';

/** The narrow page: one column at a time, the answer always in sight. The panels of hidden tabs stay mounted and keep their state. */
export function Tabs() {
  const panels = useShownPanels();
  const tabs = COLUMNS.filter((tab) => panelsIn(tab, panels).length > 0);
  const [chosen, setShown] = useState<Column>('input');
  const shown = tabs.includes(chosen) ? chosen : tabs[0];
  const messages = useMessagePlace(true);
  const main = useRef<HTMLElement>(null);
  // Each tab keeps its scroll position; one that is opened for the first time begins at its top.
  const scrolls = useRef<Partial<Record<Column, number>>>({});
  const show = (tab: Column) => {
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
  const panel = (tab: Column) => ({
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
                {panelTitle(tab)}
              </button>
            ))}
          </div>
        )}
        <div ref={messages} />
      </div>
      <div className={styles.narrow}>
        {COLUMNS.map((tab) => (
          <div key={tab} {...panel(tab)}>
            {panelsIn(tab, panels)}
          </div>
        ))}
      </div>
    </main>
  );
}
