import { expect, it } from 'vitest';
import { shapes, testSession, until } from './session.test-data';

/** A set as IDX files. */
function files({ width, height, count, images, labels }: ReturnType<typeof shapes>) {
  const word = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  const head = (...words: number[]) => new Uint8Array(words.flatMap(word));
  return {
    trainImages: new File([head(0x803, count, height, width), images], 'mine-images'),
    trainLabels: new File([head(0x801, count), labels], 'mine-labels'),
  };
}

it('drops what of MNIST arrives after one’s own files have taken its place', async () => {
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const session = testSession({
    async loadMnist(role, progress) {
      if (role === 'train') await late;
      progress(0.5);
      return shapes(role === 'train' ? 96 : 30, 1);
    },
  });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'loading');
  await session.data.loadFiles(files(shapes(60, 5)));
  arrive();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { name, train } = session.data.store.getState();
  expect(name).toBe('mine-images');
  expect(train).toMatchObject({ status: 'ready', progress: 1 });
  expect(train.set!.count).toBe(50);
});
