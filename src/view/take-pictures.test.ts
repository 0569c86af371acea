import { expect, test } from 'vitest';
import type { Reading } from '../data/own-files';
import { testSession } from '../session/session.test-data';
import { takePictures } from './take-pictures';

test('while many pictures are read it is said how far that is, and Cancel leaves all as it was', async () => {
  let reading: Reading | undefined;
  const session = testSession({
    readFiles: (_, given) => {
      reading = given;
      return new Promise((_resolve, reject) => {
        given?.signal?.addEventListener('abort', () => reject(given.signal!.reason as Error));
      });
    },
  });
  await session.ready;
  const set = () => session.data.store.getState().id;
  const said = () => session.messages.store.getState().messages;
  const files = Array.from({ length: 2000 }, (_, n) => ({
    path: `faces/${'ab'[n % 2]}/${n}.jpg`,
    file: new File(['x'], `${n}.jpg`),
  }));
  const taken = takePictures(session, files);
  const { id, action } = said()[0]!;
  reading!.onRead!(8);
  expect(said()[0]!.text).toBe(
    'Reading 2,000 pictures: 0 %. What is here stays until they are there.',
  );
  reading!.onRead!(520);
  expect(said()).toMatchObject([{ id, text: expect.stringContaining('pictures: 26 %.') }]);
  session.messages.dismiss(id);
  action!.run();
  await taken;
  expect(said()).toEqual([]);
  expect(set()).toBe('MNIST');

  // A few small ones are there at once.
  void takePictures(session, files.slice(0, 3));
  expect(reading).toBeUndefined();
  await session.dispose();
});
