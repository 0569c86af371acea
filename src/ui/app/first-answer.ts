/** What the first answer does not need waits for it, so that a drawing is classified as early as the line allows. */
import type { Session } from '../../session/session';

/** Milliseconds after which the rest of the page is loaded all the same. */
const PATIENCE = 2500;

let arrived: () => void = () => undefined;
const first = new Promise<void>((resolve) => {
  arrived = resolve;
});

/** Calls the waiting parts once the session shows spikes and has its engine, cannot show any, or takes its time. */
export function watchFirstAnswer({
  spikes,
  engine,
}: Pick<Session, 'spikes' | 'engine'>): () => void {
  const look = () => {
    const { status } = engine.store.getState();
    // The model may have answered before there is an engine, whose start comes before what is not seen yet.
    const there = spikes.store.getState().run !== null && status === 'ready';
    if (there || status === 'failed') arrived();
  };
  const timer = setTimeout(arrived, PATIENCE);
  const stops = [spikes.store.subscribe(look), engine.store.subscribe(look)];
  look();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** Resolves with the first answer. */
export const firstAnswer = (): Promise<void> => first;

/** `load`, begun after the first answer. */
export function afterFirstAnswer<T>(load: () => Promise<T>): () => Promise<T> {
  return () => first.then(load);
}
