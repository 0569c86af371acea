import { useCallback, useMemo } from 'react';
import { useStoreOf, useView } from '../kit/session-context';
import { changesOf } from '../kit/changes-of';
import { useCanvas, type Draw } from '../kit/use-canvas';
import type { Scene } from './scene';
import { padShows, swapPad } from '../../view/pad-view';
import styles from './input.module.css';

/** The same image in the view the pad does not show; a click swaps the two. */
export function OtherView({ scene }: { scene: Scene }) {
  const view = useView();
  const { session } = view;
  const { stimulus, network, playback } = session;
  const stores = useMemo(
    () => [
      stimulus.store,
      changesOf(network.store, (s) => s.spec),
      changesOf(playback.store, () => scene.spiked()),
      changesOf(playback.store, (s) => s.performing),
      changesOf(playback.store, (s) => s.hovered),
      changesOf(playback.store, (s) => s.selected),
      view.store,
    ],
    [scene, view, stimulus, network, playback],
  );
  const draw = useCallback<Draw>(
    (context, frame) => {
      scene.draw(context, frame, padShows(view) === 'ink' ? 'times' : 'ink');
    },
    [scene, view],
  );
  const { ref } = useCanvas(draw, stores);
  const kind = useStoreOf(stimulus.store, (s) => s.kind);
  const other = useStoreOf(view.store, (s) => (s.pad[kind] === 'ink' ? 'spike times' : 'ink'));
  return (
    <button
      type="button"
      className={styles.other}
      title={`As ${other}, as the network sees it: click to show it large`}
      aria-label={`Show the pad as ${other}`}
      onClick={() => swapPad(view)}
    >
      <canvas ref={ref} aria-hidden />
    </button>
  );
}
