import { PANELS, panelTitle, type PanelName } from '../../view/panels';
import { useShownPanels } from '../kit/use-shown-panels';
import { useView } from '../kit/session-context';
import styles from './share.module.css';

/** Which panels are on the page, and so in its link; the last one stays. */
export function PanelChoice({ onChange }: { onChange: () => void }) {
  const { store } = useView();
  const shown = useShownPanels();
  const toggle = (panel: PanelName) => {
    store.setState(({ hide }) => ({
      hide: PANELS.filter((p) => hide.includes(p) !== (p === panel)),
    }));
    onChange();
  };
  return (
    <fieldset className={styles.panels}>
      <legend className={styles.small}>
        Panels of the link and the frame (unticked ones leave this page, too, until ticked again)
      </legend>
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
