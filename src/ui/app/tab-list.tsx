import type { KeyboardEvent } from 'react';
import { hasModifier } from '../../view/keys';
import { panelTitle } from '../../view/panels';
import { PANEL_WORDS } from '../../view/words/panel-words';
import { useTexts } from '../kit/lang/use-texts';
import type { Column } from './panels';
import styles from './app.module.css';

interface Props {
  tabs: readonly Column[];
  shown: Column | undefined;
  onShow: (tab: Column) => void;
}

/** The tabs, of which one is shown; nothing where there is but one. Left and right go from one to the next. */
export function TabList({ tabs, shown, onShow }: Props) {
  const { titles } = useTexts(PANEL_WORDS);
  if (tabs.length < 2) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way || hasModifier(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!shown) return;
    const next = tabs[(tabs.indexOf(shown) + way + tabs.length) % tabs.length]!;
    onShow(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
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
          onClick={() => onShow(tab)}
        >
          {titles[panelTitle(tab)] ?? panelTitle(tab)}
        </button>
      ))}
    </div>
  );
}

/** What makes an element the panel of a tab. */
export function tabPanel(tab: Column, { tabs, shown }: Omit<Props, 'onShow'>) {
  return {
    id: `panel-${tab}`,
    ...(tabs.length > 1 && { role: 'tabpanel', 'aria-labelledby': `tab-${tab}` }),
    hidden: shown !== tab,
    'data-tab': tab,
    className: styles.tabpanel,
  };
}
