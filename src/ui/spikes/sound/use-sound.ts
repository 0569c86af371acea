import { useEffect } from 'react';
import { layerSizes } from '../../../model/network';
import { followRace } from '../../../view/sound/follow-race';
import { legendNotes } from '../../../view/sound/notes';
import type { View } from '../../../view/view';
import { useStoreOf, useView } from '../../kit/session-context';
import { createInstrument } from './instrument';

/** How long a browser may take to let the page sound. */
const PATIENCE = 2000;

const REFUSED =
  'The browser does not let the page sound: allow it for this page, look whether a loudspeaker is there, then switch the sound on again.';

/** Seconds between the notes that tell what is heard as what. */
const APART = 0.22;

/** While the sound is on, and only then, there is something that sounds. */
export function useSound(context: () => AudioContext): void {
  const view = useView();
  const on = useStoreOf(view.store, (s) => s.sound);
  useEffect(() => (on ? sound(view, context) : undefined), [on, view, context]);
}

function sound(view: View, make: () => AudioContext): () => void {
  const { messages, network, playback } = view.session;
  const refuse = () => {
    messages.error(REFUSED, { topic: 'sound' });
    view.store.setState({ sound: false });
  };
  let audio: AudioContext;
  try {
    audio = make();
  } catch {
    refuse();
    return () => undefined;
  }
  messages.settle('sound');
  let ended = false;
  const waiting = setTimeout(() => {
    if (audio.state !== 'running') refuse();
  }, PATIENCE);
  const instrument = createInstrument(audio);
  const setVolume = () => instrument.setVolume(view.store.getState().volume);
  setVolume();
  void audio.resume().then(
    () => {
      const { playing } = playback.store.getState();
      if (ended || playing) return;
      const sizes = layerSizes(network.store.getState().spec);
      const now = instrument.now();
      for (const note of legendNotes(sizes.length, sizes.at(-1)!, APART)) {
        instrument.strike(note, now + 0.1 + note.time);
      }
    },
    () => !ended && refuse(),
  );
  const stop = followRace(view, instrument);
  const unfollow = view.store.subscribe(({ volume }, before) => {
    if (volume !== before.volume) setVolume();
  });
  // Nobody listens to a page that is not on show.
  const onHide = () => {
    if (document.hidden) instrument.hush();
  };
  document.addEventListener('visibilitychange', onHide);
  return () => {
    ended = true;
    clearTimeout(waiting);
    unfollow();
    stop();
    document.removeEventListener('visibilitychange', onHide);
    void audio.close().catch(() => undefined);
  };
}
