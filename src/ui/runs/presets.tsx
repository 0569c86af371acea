/** Networks and settings known to be good, ready to be trained. */
import { networkName } from '../../model/network';
import { PRESETS, presetSettings, presetSpec, type Preset } from '../../session/presets';
import { Button } from '../kit/button';
import { Popover, PopoverClose } from '../kit/popover';
import { useSession, useStoreOf } from '../kit/session-context';
import { Words } from '../kit/words';
import { percent } from '../training/format';
import styles from './runs.module.css';

export function Presets() {
  const session = useSession();
  const base = useStoreOf(session.network.store, (s) => s.spec);
  const choose = async (preset: Preset) => {
    const { spec } = session.network.store.getState();
    await session.network.start(presetSpec(preset, spec), presetSettings(preset));
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
        {PRESETS.map((preset) => (
          <PopoverClose asChild key={preset.name}>
            <button type="button" className={styles.preset} onClick={() => void choose(preset)}>
              <b>{`${preset.name}: ${networkName(presetSpec(preset, base))}`}</b>
              <small>
                <Words>
                  {preset.shows} MNIST, {presetSettings(preset).epochs} epochs:{' '}
                  {percent(preset.accuracy, 1)}.
                </Words>
              </small>
            </button>
          </PopoverClose>
        ))}
      </div>
    </Popover>
  );
}
