/** The label of a replay under the rasters, and the way back: what is shown there is not the present. */
import { Pause, Play, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, IconButton } from '../kit/button';
import { formatCount } from '../../words/numbers';
import { useSession, useStoreOf } from '../kit/session-context';
import { momentWords } from '../../view/words/moment-words';
import bar from '../kit/bar.module.css';
import styles from './replay.module.css';
import { Scrubber } from './scrubber';

/** Milliseconds a moment while it plays. */
const BEAT = 160;

export function ReplayBar() {
  const { replay, training } = useSession();
  const at = useStoreOf(replay.store, (s) => s.at);
  const { moments, of } = replay.store.getState();
  const [playing, setPlaying] = useState(false);
  const index = at ? moments.indexOf(at) : -1;
  const more = index >= 0 && index < moments.length - 1;
  useEffect(() => {
    if (!playing || !more) return;
    const next = moments[index + 1]!.step;
    const timer = setTimeout(() => void replay.show(next), BEAT);
    return () => clearTimeout(timer);
  }, [playing, more, moments, index, replay]);
  if (!at) return null;
  const running = playing && more;
  const play = () => {
    if (running) return setPlaying(false);
    setPlaying(true);
    if (!more) void replay.show(moments[0]!.step);
  };
  return (
    <div
      className={`${bar.bar} ${styles.bar}`}
      role="group"
      aria-label="Replay"
      data-testid="replay"
    >
      <p>
        <strong>{`Replay of step ${formatCount(at.step)}${of ? ` of ${of.name}` : ''}`}</strong>
        <span>{`, not the present weights. ${momentWords(of ?? training.store.getState(), at.step)}`}</span>
      </p>
      <span className={styles.controls}>
        <IconButton label={running ? 'Pause the replay' : 'Play the replay'} onClick={play}>
          {running ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
        </IconButton>
        <Scrubber />
        <Button
          kind="quiet"
          title="Makes these weights the network; undo brings the present ones back"
          aria-label="Keep these weights as the network"
          onClick={() => void replay.adopt()}
        >
          Keep
        </Button>
        <Button onClick={() => void replay.leave()}>
          <X size={14} aria-hidden />
          <span>Back to the present</span>
        </Button>
      </span>
    </div>
  );
}
