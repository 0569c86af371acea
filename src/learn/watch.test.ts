import { expect, test } from 'vitest';
import { until } from '../session/session.test-data';
import { testView } from '../view/view.test-data';
import { watch } from './watch';

test('a new image is looked at with its own run, never with that of the image before', async () => {
  const { view, session } = testView();
  const { stimulus, spikes } = session;
  await session.ready;
  await until(() => stimulus.store.getState().kind === 'sample' && view.derived.run() !== null);
  const { version } = spikes.store.getState();
  const seen: { index: number | undefined; fresh: boolean }[] = [];
  const stop = watch(view, () =>
    seen.push({
      index: stimulus.store.getState().sample?.index,
      fresh: spikes.store.getState().version > version,
    }),
  );
  stimulus.show('test', 5);
  await until(() => seen.some(({ index }) => index === 5));
  expect(seen.filter(({ index, fresh }) => index === 5 && !fresh)).toEqual([]);
  stop();
  const { length } = seen;
  session.playback.seek(0.1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(seen).toHaveLength(length);
  await session.dispose();
});
