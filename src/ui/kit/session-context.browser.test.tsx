import { afterEach, expect, test } from 'vitest';
import { mount, tidy } from './mount.test-data';
import { useSession, useThrottledWordsVersion } from './session-context';

afterEach(tidy);

test('the first change is shown at once, and those soon after it together', async () => {
  const shown: number[] = [];
  function Words() {
    useThrottledWordsVersion();
    shown.push(useSession().spikes.store.getState().wordsVersion);
    return null;
  }
  const { session } = await mount(<Words />);
  const { store } = session.spikes;
  const pause = (milliseconds: number) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));
  // Longer than the renewals that mounting itself still causes.
  await pause(300);
  const before = store.getState().wordsVersion;
  const renders = shown.length;
  store.setState({ wordsVersion: before + 1 });
  await Promise.resolve();
  expect(shown.slice(renders)).toEqual([before + 1]);
  // Each in a task of its own, so that React could show each.
  for (let n = 2; n <= 20; n++) {
    await pause(1);
    store.setState({ wordsVersion: before + n });
  }
  await expect.poll(() => shown.at(-1)).toBe(before + 20);
  expect(shown.length - renders).toBeLessThan(10);
});
