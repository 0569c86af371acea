import { isLearning } from '../../view/learning';
import { lazyPart } from '../kit/lazy-part';
import { useMessagePlace } from '../kit/message-place';
import { useStoreOf, useView } from '../kit/session-context';
import { useShownPanels } from '../kit/use-shown-panels';
import page from './app.module.css';
import styles from './embedded.module.css';
import { Learn } from './learn';
import { PanelBoundary } from './panel-boundary';
import { COLUMNS, panelIn, panelsOf } from './panels';
import { embed } from './parts';

const Foot = lazyPart(async () => (await embed()).Foot, {
  bound: (part, again) => (
    <PanelBoundary title="Frame" onAgain={again}>
      {part}
    </PanelBoundary>
  ),
});

/**
 * The panels in a frame of another page: as high as they need and side by side where there is room, so that the frame can be as high and
 * nothing scrolls in it. In a higher frame the rasters take the rest. Messages stand below the panels and cover none of them; where that is
 * out of sight, at the lower edge of what is in sight.
 */
export function Embedded() {
  const panels = useShownPanels();
  const messages = useMessagePlace('after');
  const learning = useStoreOf(useView().store, isLearning);
  const columns = COLUMNS.filter(
    (column) => panelsOf(column, panels).length > 0 || (learning && column === 'input'),
  );
  return (
    <div className={`${page.page} ${styles.embedded}`}>
      <main className={styles.columns} data-columns={columns.join(' ')}>
        {columns.map((column) => (
          <div key={column} className={styles.column} data-column={column}>
            {learning && column === 'input' && (
              <div className={styles.panel} data-panel="learn">
                <Learn />
              </div>
            )}
            {panelsOf(column, panels).map((name) => (
              <div key={name} className={styles.panel} data-panel={name}>
                {panelIn(name)}
              </div>
            ))}
          </div>
        ))}
      </main>
      <div ref={messages} className={styles.messages} data-messages />
      <Foot />
    </div>
  );
}
