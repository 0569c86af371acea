import {
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { Answer } from '../input/answer';
import { useMessagePlace } from '../kit/message-place';
import { useShownPanels } from '../kit/use-shown-panels';
import { useStoreOf, useView } from '../kit/session-context';
import { isTeaching } from '../../view/learning';
import { firstAnswer } from './first-answer';
import { COLUMNS, panelsIn, type Column } from './panels';
import { TabList, tabPanel } from './tab-list';
import { Teaching } from './teach';
import styles from './app.module.css';

/**
 * A phone's page: one column at a time, the answer always in sight. The panels of hidden tabs stay mounted and keep their state; until the
 * first answer there are none.
 */
export function Tabs() {
  const panels = useShownPanels();
  const teaching = useStoreOf(useView().store, isTeaching);
  // Own classes stand where the samples are.
  const others = teaching ? panels.filter((name) => name !== 'samples') : panels;
  const tabs = COLUMNS.filter((tab) => panelsIn(tab, panels).length > 0);
  const [chosen, setShown] = useState<Column>('input');
  const shown = tabs.includes(chosen) ? chosen : tabs[0];
  const [whole, setWhole] = useState(false);
  useEffect(() => void firstAnswer().then(() => startTransition(() => setWhole(true))), []);
  const messages = useMessagePlace('before');
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
  const partsOf = (tab: Column): ReactNode[] => {
    if (!whole && tab !== shown) return [];
    return tab === 'input'
      ? [...panelsIn(tab, others), <Teaching key="teach" />]
      : panelsIn(tab, others);
  };
  return (
    <main ref={main}>
      <div className={styles.bar} data-bar>
        <Answer compact />
        <TabList tabs={tabs} shown={shown} onShow={show} />
        <div ref={messages} />
      </div>
      <div className={styles.narrow}>
        {COLUMNS.map((tab) => (
          <div key={tab} {...tabPanel(tab, { tabs, shown })}>
            {partsOf(tab)}
          </div>
        ))}
      </div>
    </main>
  );
}
