import { useEffect, useState } from 'react';
import { isTraining, type TrainingState } from '../../session/training/training-state';
import { useSession } from './session-context';

/** Milliseconds after which the figures are renewed though the spikes are not: a large network refreshes them rarely. */
const AT_LEAST = 500;

/**
 * The run's state, renewed together with what the spikes say in words, so that the page is laid out once for both; at once
 * where `urgent` says so. Reports come about 12 times a second: nobody reads figures that fast.
 * `urgent` must not change from render to render.
 */
export function useTraining(
  urgent: (state: TrainingState, before: TrainingState) => boolean,
): TrainingState {
  const { training, spikes } = useSession();
  const [state, setState] = useState(training.store.getState);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      setState(() => training.store.getState());
    };
    flush();
    const stops = [
      training.store.subscribe((next, before) => {
        if (urgent(next, before)) flush();
        else timer ??= setTimeout(flush, AT_LEAST);
      }),
      spikes.store.subscribe(({ wordsVersion }, before) => {
        if (wordsVersion !== before.wordsVersion) flush();
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(timer);
    };
  }, [training, spikes, urgent]);
  return state;
}

/** What a person has just caused: it is shown at once. */
export function byHand(state: TrainingState, before: TrainingState): boolean {
  const { status, settings } = state;
  return status !== before.status || settings !== before.settings || !isTraining(status);
}
