/** Networks and settings known to be good, ready to be trained. */
import { networkName, type NetworkSpec } from '../../model/network';
import {
  PRESETS,
  presetMisfit,
  presetSettings,
  presetSpec,
  type Preset,
} from '../../session/network/presets';
import { POINT_PRESETS } from '../../session/network/point-presets';
import { isPointSize } from '../../data/points/point';
import { Button } from '../kit/button';
import { Popover, PopoverClose } from '../kit/popover';
import { useSession, useStoreOf } from '../kit/session-context';
import { Words } from '../kit/words';
import { percent } from '../../view/words/figures';
import styles from './runs.module.css';

interface ChoiceProps {
  preset: Preset;
  /** The data set that its accuracy is of. */
  measuredOn: string;
  /** The network at work: its images and classes stay. */
  base: NetworkSpec;
  onChoose: (preset: Preset, spec: NetworkSpec) => Promise<void>;
}

function Choice({ preset, measuredOn, base, onChoose }: ChoiceProps) {
  const spec = presetSpec(preset, base);
  if (!spec) {
    return (
      <button type="button" className={styles.preset} disabled>
        <b>{preset.name}</b>
        <small>{presetMisfit(preset, base)}</small>
      </button>
    );
  }
  return (
    <PopoverClose>
      <button type="button" className={styles.preset} onClick={() => void onChoose(preset, spec)}>
        <b>{`${preset.name}: ${networkName(spec)}`}</b>
        <small>
          <Words>
            {preset.shows} {measuredOn}, {presetSettings(preset).epochs} epochs:{' '}
            {percent(preset.accuracy, 1)}.
          </Words>
        </small>
      </button>
    </PopoverClose>
  );
}

export function Presets() {
  const session = useSession();
  const base = useStoreOf(session.network.store, (s) => s.spec);
  const points = isPointSize(base.input);
  const presets = points ? POINT_PRESETS : PRESETS;
  const choose = async (preset: Preset, spec: NetworkSpec) => {
    await session.network.start(spec, presetSettings(preset));
    session.messages.note(
      `${preset.name} is ready: press Run to train it. The network before comes back with undo.`,
      {
        topic: 'preset',
        action: { label: 'Undo', run: () => void session.network.undo() },
      },
    );
  };
  return (
    <Popover
      label="Presets"
      align="end"
      width={400}
      trigger={
        <Button kind="quiet" data-testid="presets" title="Networks and settings known to be good">
          Presets
        </Button>
      }
    >
      <div className={styles.presets}>
        {presets.map((preset) => (
          <Choice
            key={preset.name}
            preset={preset}
            measuredOn={points ? 'Yin-yang' : 'MNIST'}
            base={base}
            onChoose={choose}
          />
        ))}
      </div>
    </Popover>
  );
}
