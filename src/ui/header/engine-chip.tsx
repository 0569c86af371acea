import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { engineName } from '../../view/words/engine-name';
import { Popover } from '../kit/popover';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './header.module.css';

/** "CPU (WebAssembly, 2 threads)" in two: what a narrow page shows, and the rest. */
function partsOf(name: string): [string, string] {
  const end = name.search(/ \(| - /);
  return end < 0 ? [name, ''] : [name.slice(0, end), name.slice(end)];
}

/** Which executor is at work. @param sheet why, and another choice */
export function EngineChip({ sheet }: { sheet?: ReactNode }) {
  const { engine } = useSession();
  const state = useStoreOf(engine.store);
  const [name, details] = partsOf(engineName(state));
  const dot =
    state.status === 'ready' ? styles.ready : state.status === 'failed' ? styles.failed : '';
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
      {sheet}
    </Popover>
  );
}
