import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { saidDecision } from '../../view/words/decision-sentence';
import { mount, tidy } from '../kit/mount.test-data';
import { Spoken } from './spoken';

afterEach(() => {
  vi.useRealTimers();
  tidy();
});

test('reads out a decision once it has stayed the same, and none while a spike is held', async () => {
  const { session, view } = await mount(<Spoken />);
  const spoken = page.getByTestId('spoken');
  expect(spoken.element()).toHaveAttribute('aria-live', 'polite');
  await expect.element(spoken).toHaveTextContent(saidDecision(view));

  // Every change begins the wait anew.
  vi.useFakeTimers();
  const before = spoken.element().textContent;
  const { run, answer, version } = session.spikes.store.getState();
  const show = (by: number) => {
    const layers = run!.layers.map((l) => ({ ...l, times: l.times.map((t) => t + by) }));
    const later = { ...run!, layers };
    session.spikes.store.setState({
      run: later,
      explained: later,
      answer: { ...answer!, decisionTime: answer!.decisionTime! + by },
      wordsVersion: version + Math.round(by * 10),
    });
  };
  for (const by of [0.1, 0.2, 0.3]) {
    show(by);
    await vi.advanceTimersByTimeAsync(300);
    expect(spoken.element().textContent).toBe(before);
  }
  await vi.advanceTimersByTimeAsync(300);
  expect(spoken.element()).toHaveTextContent(saidDecision(view));
  expect(spoken.element().textContent).not.toBe(before);

  const told = spoken.element().textContent;
  const hand = { layer: 0, neuron: 0, held: true, ghost: false, told: false, answer: null };
  view.store.setState({ hand });
  show(0.4);
  await vi.advanceTimersByTimeAsync(2000);
  expect(spoken.element().textContent).toBe(told);
  view.store.setState({ hand: null });
  await vi.advanceTimersByTimeAsync(600);
  expect(spoken.element()).toHaveTextContent(saidDecision(view));

  // Playing keeps it back, and says it again when its output fires.
  session.playback.play(10);
  await vi.advanceTimersByTimeAsync(0);
  expect(spoken.element().textContent).toBe('');
  session.playback.reveal();
  await vi.advanceTimersByTimeAsync(600);
  expect(spoken.element()).toHaveTextContent(saidDecision(view));
});
