import { PANELS, type PanelName } from '../../session/link/link-table';
import { hidePanels, panelsStore, panelTitle, shownPanels } from '../../view/panels';
import { useStoreOf } from '../kit/session-context';
import styles from './share.module.css';

/** Which panels are on the page, and so in its link; the last one stays. */
export function PanelChoice({ onChange }: { onChange: () => void }) {
  const panels = useStoreOf(panelsStore);
  const shown = shownPanels(panels);
  const toggle = (panel: PanelName) => {
    const { hidden } = panels;
    hidePanels(PANELS.filter((p) => hidden.includes(p) !== (p === panel)));
    onChange();
  };
  return (
    <fieldset className={styles.panels}>
      <legend className={styles.small}>Panels on the page, here and where the link opens</legend>
      {PANELS.map((panel) => (
        <label key={panel}>
          <input
            type="checkbox"
            checked={shown.includes(panel)}
            disabled={shown.length === 1 && shown[0] === panel}
            onChange={() => toggle(panel)}
          />
          <span>{panelTitle(panel)}</span>
        </label>
      ))}
    </fieldset>
  );
}
