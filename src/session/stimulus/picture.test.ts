import { expect, it } from 'vitest';
import { DataError } from '../../data/data-error';
import type { Ink } from '../../data/pictures/pixels';
import { testSession, until } from '../session.test-data';

/** A block of ink in the upper left corner of 40 x 40 pixels. */
const ink: Ink = {
  width: 40,
  height: 40,
  ink: Uint8Array.from({ length: 1600 }, (_, i) => (i % 40 < 8 && i < 320 ? 255 : 0)),
};

it('a picture takes the place of what is looked at, which undo brings back; a broken one changes nothing', async () => {
  const session = testSession({
    readPicture: async (file) => {
      if (file.name === 'broken.png') throw new DataError('broken.png is a damaged PNG picture.');
      return { ink, notes: ['One picture moves: its first frame is taken.'] };
    },
  });
  await session.ready;
  const { stimulus, network, messages } = session;
  await until(() => stimulus.store.getState().kind === 'sample');
  const sample = stimulus.store.getState();
  const texts = () => messages.store.getState().messages.map(({ text }) => text);

  await stimulus.openPicture(new File([], 'a.gif'));
  const shown = stimulus.store.getState();
  expect(shown).toMatchObject({ kind: 'drawing', sample: null, picture: { name: 'a.gif' } });
  // Centred, as drawings are: the middle of 8 x 8 pixels is inked.
  expect([shown.image[4 * 8 + 4], shown.image[0]]).toEqual([255, 0]);
  expect(texts()).toContain('One picture moves: its first frame is taken.');
  // No link carries it, and no sample takes its place.
  expect(session.link.capture().draw).toBeNull();

  await stimulus.openPicture(new File([], 'broken.png'));
  expect(texts()).toContain('broken.png is a damaged PNG picture.');
  expect(stimulus.store.getState()).toBe(shown);

  // As a whole it is in its corner; a network that reads another size sees the same.
  stimulus.showPicture({ ...shown.picture!, normalised: false });
  expect(stimulus.store.getState().image[0]).toBe(255);
  const { spec } = network.store.getState();
  await network.change({ ...spec, input: { ...spec.input, width: 20, height: 20 } });
  expect(stimulus.store.getState().image.filter((byte) => byte > 0)).toHaveLength(16);
  await network.undo();
  expect(stimulus.store.getState().picture?.name).toBe('a.gif');

  stimulus.undo();
  expect(stimulus.store.getState()).toMatchObject({ kind: 'sample', sample: sample.sample });
  // Whoever draws on a picture begins a drawing.
  await stimulus.openPicture(new File([], 'a.gif'));
  stimulus.beginStroke({ points: [{ x: 0.5, y: 0.5 }], width: 0.1 });
  expect(stimulus.store.getState().picture).toBeNull();
  await session.dispose();
});
