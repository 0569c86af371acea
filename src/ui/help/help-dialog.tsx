import { useMemo } from 'react';
import { closeDialog } from '../../view/dialogs';
import { Dialog } from '../kit/dialog';
import { shortcuts } from '../../view/shortcuts';
import styles from './help.module.css';
import { useView } from '../kit/session-context';

/** What the keys do. */
export default function HelpDialog() {
  const view = useView();
  const groups = useMemo(() => {
    const table = shortcuts(view);
    return [...new Set(table.map((s) => s.group))].map((group) => ({
      group,
      entries: table.filter((s) => s.group === group),
    }));
  }, [view]);
  return (
    <Dialog open onOpenChange={closeDialog} title="Help and shortcuts" width={760}>
      <p>
        Draw a digit, or choose a sample. Every pixel becomes a spike, the darker the earlier; the
        hidden neurons add them up and fire; the output neuron that fires first is the answer. Click
        a mark in the raster to see why that neuron fired, and run the training to watch it change.
        Drag a spike to the left or right, in the raster, in the circuit or below the potential:
        what if it had come earlier, or later?
      </p>
      <div className={styles.groups}>
        {groups.map(({ group, entries }) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl className={styles.keys}>
              {entries.map(({ shown, label }) => (
                <div key={shown}>
                  <dt>
                    <kbd>{shown}</kbd>
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.soft}>
        The pad works with the keyboard too: focus it, move the pen with the arrow keys (farther
        with shift), put it down and lift it with space or enter. Models (.safetensors) and data
        files (IDX) can be dropped anywhere.
      </p>
    </Dialog>
  );
}
