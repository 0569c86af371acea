import { expect, it } from 'vitest';
import { until } from '../../session/session.test-data';
import { testView } from '../view.test-data';

it('what is told stands still between two renewals of the words, and goes with the weights on the page', async () => {
  const { session, view } = testView();
  await session.ready;
  await until(
    () =>
      session.spikes.store.getState().answer?.decisionTime !== undefined &&
      !session.spikes.store.getState().blank,
  );
  const { derived } = view;
  const { store } = session.spikes;
  const { run, answer, version } = store.getState();
  // At rest words and marks are of one run.
  expect(derived.told()).toEqual(derived.base());
  expect(derived.told().answer).toBe(answer);

  // A refresh of the marks alone.
  const layers = run!.layers.map((l) => ({ ...l, times: l.times.map((t) => t + 0.125) }));
  const later = { ...run!, layers };
  const decisionTime = answer!.decisionTime! + 0.125;
  store.setState({ run: later, answer: { ...answer!, decisionTime }, version: version + 1 });
  expect(derived.base().answer!.decisionTime).toBe(decisionTime);
  expect(derived.told()).toMatchObject({ run, answer, blank: false });
  expect(derived.told()).toBe(derived.told());

  store.setState({ explained: later, wordsVersion: version + 1 });
  expect(derived.told().answer!.decisionTime).toBe(decisionTime);
  await session.dispose();
});
