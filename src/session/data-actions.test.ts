import { expect, it } from 'vitest';
import { idxFiles, shapes, testSession, until } from './session.test-data';

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
  await session.data.loadFiles(idxFiles(shapes(60, 5)));
  arrive();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { name, train } = session.data.store.getState();
  expect(name).toBe('mine-images');
  expect(train).toMatchObject({ status: 'ready', progress: 1 });
  expect(train.set!.count).toBe(50);
});
