import { neuronName, layerName } from '../../../view/words/names';
import { Select } from '../../kit/select';
import { useView } from '../../kit/session-context';
import styles from './table.module.css';
import type { ListedSpikes } from './use-listed';

/** Which spikes are listed: of all layers or one, all or only the causes of the selected neuron. */
export function TableChoices({ listed }: { listed: ListedSpikes }) {
  const { store } = useView();
  const { spec, run, layer, selected, causes, only } = listed;
  const set = (change: Partial<{ layer: number | null; causes: boolean }>) =>
    store.setState((s) => ({ listed: { ...s.listed, ...change } }));
  const layers = (run?.layers ?? []).map((_, l) => ({
    value: String(l),
    label: layerName(spec, l),
  }));
  return (
    <div className={styles.choices}>
      <Select
        bare
        label="Layers in the table"
        value={layer === null ? 'all' : String(layer)}
        options={[{ value: 'all', label: 'all layers' }, ...layers]}
        onChange={(value) => set({ layer: value === 'all' ? null : Number(value) })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={only}
          disabled={!causes}
          onChange={(event) => set({ causes: event.target.checked })}
        />
        <span>
          {causes && selected
            ? `only causes of ${neuronName(spec, selected)}`
            : 'only causes (of a hidden or output neuron that you select)'}
        </span>
      </label>
    </div>
  );
}
