import { Play, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { storyOf, type Moment } from '../../view/neuron/story';
import { neuronName } from '../../view/words/names';
import { spiking, firedBy } from '../../view/words/spike-words';
import { texts } from '../../words/lang/texts';
import type { NeuronRef } from '../../session/stimulus/playback';
import { Button, IconButton } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { useView } from '../kit/session-context';
import { useMedia } from '../kit/use-media';
import styles from './neuron.module.css';

const WORDS = texts(
  {
    show: 'Show me why',
    what: 'Why it fired, in slow motion',
    begin: 'Time runs from 0: it stops at each of the largest causes.',
    beginStill: 'Next goes from one of the largest causes to the next.',
    next: 'Next',
    pause: 'Pause',
    on: 'Go on',
    close: 'End the replay',
  },
  {
    de: {
      show: 'Zeig mir, warum',
      what: 'Warum es feuerte, in Zeitlupe',
      begin: 'Die Zeit läuft ab 0: Sie hält bei jeder der größten Ursachen an.',
      beginStill: '„Weiter“ geht von einer der größten Ursachen zur nächsten.',
      next: 'Weiter',
      pause: 'Anhalten',
      on: 'Weiterlaufen',
      close: 'Beenden',
    },
  },
);

/** Milliseconds for which a sentence stands before time goes on. */
const READ = 4000;

/** Begins to tell why the neuron fired; nothing where it did not. */
export function ShowWhy({ neuron, onShow }: { neuron: NeuronRef; onShow: () => void }) {
  const { session } = useView();
  const words = useTexts(WORDS);
  if (useStory(neuron).length === 0) return null;
  const show = () => {
    // While it plays no output has fired yet, and another neuron, or none, would be explained.
    session.playback.select(neuron);
    session.playback.seek(0);
    onShow();
  };
  return (
    <button type="button" className={styles.showWhy} data-testid="show-why" onClick={show}>
      <Play size={10} aria-hidden />
      <span>{words.show}</span>
    </button>
  );
}

function useStory(neuron: NeuronRef): Moment[] {
  const { derived, session } = useView();
  const { spec } = session.network.store.getState();
  const explanation = derived.explanation(neuron);
  const times = derived.run()?.layers[neuron.layer]?.times;
  if (!explanation || !times) return [];
  const place = firedBy(times, times[neuron.neuron]!);
  const story = storyOf(
    explanation,
    neuronName(spec, neuron),
    (presynaptic) => neuronName(spec, { layer: neuron.layer - 1, neuron: presynaptic }),
    { place, of: spiking(times) },
  );
  // The engine's time, rounded to a float: from there on the page, too, takes it as fired.
  return story.map((moment) =>
    moment.cause === null ? { ...moment, at: times[neuron.neuron]! } : moment,
  );
}

/** Tells why the neuron fired while the time cursor plays up to it. */
export function Telling({ neuron, onEnd }: { neuron: NeuronRef; onEnd: () => void }) {
  const view = useView();
  const story = useStory(neuron);
  const { playback } = view.session;
  const words = useTexts(WORDS);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  /** How many moments are told. */
  const [told, setTold] = useState(0);
  const [held, setHeld] = useState(still);
  const next = story[told];
  const at = next?.at;
  const tell = () => {
    if (at === undefined) return;
    playback.stopAt(at);
    setTold(told + 1);
  };
  useEffect(() => {
    if (held || at === undefined) return undefined;
    const stop = playback.store.subscribe(({ t }) => {
      if ((t ?? 0) < at) return;
      stop();
      playback.stopAt(at);
      setTold(told + 1);
    });
    return stop;
  }, [held, told, at, playback]);
  useEffect(() => {
    if (held || at === undefined) return undefined;
    const timer = setTimeout(() => playback.play(view.derived.end()), told === 0 ? 0 : READ);
    return () => clearTimeout(timer);
  }, [held, told, at, playback, view]);
  const end = () => {
    playback.seek(null);
    onEnd();
  };
  useEffect(() => {
    // Before the page's own Escape, which would leave the neuron.
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
    };
    document.addEventListener('keydown', escape, true);
    return () => document.removeEventListener('keydown', escape, true);
  });
  const turn = () => {
    if (!held) playback.pause();
    setHeld(!held);
  };
  return (
    <div className={styles.story} role="group" aria-label={words.what} data-testid="story">
      <p role="status">{story[told - 1]?.says ?? (still ? words.beginStill : words.begin)}</p>
      <span className={styles.storyWays}>
        {next && !still && <Button onClick={turn}>{held ? words.on : words.pause}</Button>}
        {next && (
          <Button data-testid="story-next" onClick={tell}>
            {words.next}
          </Button>
        )}
        <IconButton label={words.close} onClick={end}>
          <X size={14} aria-hidden />
        </IconButton>
      </span>
    </div>
  );
}
