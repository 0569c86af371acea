import { AudioLines } from 'lucide-react';
import { IconButton } from '../../kit/button';
import { useStoreOf, useView } from '../../kit/session-context';
import { VisuallyHidden } from '../../kit/visually-hidden';
import styles from './sound.module.css';
import { useSound } from './use-sound';

interface Props {
  /** Makes what sounds; throws where the browser has none. */
  context?: () => AudioContext;
}

const newContext = () => new AudioContext();

/** Has the spikes heard while the cursor plays; off until it is asked for. */
export function SoundButton({ context = newContext }: Props) {
  const { store } = useView();
  const on = useStoreOf(store, (s) => s.sound);
  const volume = useStoreOf(store, (s) => s.volume);
  useSound(context);
  return (
    <>
      <IconButton
        label="Sound of the spikes"
        title="Sound: every spike is heard as the cursor comes to it. Inputs are low, later layers higher, outputs highest, each class by its own pitch; the answer is a chord."
        aria-pressed={on}
        onClick={() => store.setState({ sound: !on })}
      >
        <AudioLines size={15} aria-hidden />
      </IconButton>
      {on && (
        <input
          className={styles.volume}
          type="range"
          aria-label="Volume"
          min={0}
          max={100}
          step={5}
          value={Math.round(volume * 100)}
          aria-valuetext={`${Math.round(volume * 100)} %`}
          onChange={(event) => store.setState({ volume: Number(event.target.value) / 100 })}
        />
      )}
      <VisuallyHidden role="status">
        {on
          ? 'Sound is on. You hear the input, each hidden layer, the lowest and the highest class, and the chord of an answer.'
          : ''}
      </VisuallyHidden>
    </>
  );
}
