import { expect, it } from 'vitest';
import { createReferenceEngine } from '../engine/reference/reference';
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

it('gets the training half while the test half is evaluated, and gives it afterwards', async () => {
  const seen: string[] = [];
  const engine = createReferenceEngine();
  let evaluated: () => void = () => undefined;
  const session = testSession({
    async startEngine() {
      const slow = {
        ...engine,
        async setData(...[role, set]: Parameters<typeof engine.setData>) {
          seen.push(`give ${role}`);
          await engine.setData(role, set);
        },
        async evaluate(...given: Parameters<typeof engine.evaluate>) {
          await new Promise<void>((resolve) => (evaluated = resolve));
          return engine.evaluate(...given);
        },
      };
      return { engine: slow, reason: 'for a test' };
    },
    async loadMnist(role) {
      seen.push(`get ${role}`);
      return shapes(30, 1);
    },
  });
  await session.ready;
  await until(() => seen.includes('get train'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toEqual(['get test', 'give test', 'get train']);
  expect(session.data.store.getState().train.status).toBe('loading');
  evaluated();
  await until(() => session.data.store.getState().train.status === 'ready');
  expect(seen.slice(3)).toEqual(['give train']);
});

it('gets the training half once, although training asks for it while the test half is on its way', async () => {
  const roles: string[] = [];
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  const session = testSession({
    async loadMnist(role) {
      roles.push(role);
      if (role === 'test') await late;
      return shapes(role === 'train' ? 96 : 30, 1);
    },
  });
  await session.ready;
  await until(() => roles.includes('test'));
  void session.training.run();
  await until(() => session.data.store.getState().train.status === 'ready');
  arrive();
  await until(() => session.data.store.getState().test.status === 'ready');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(roles).toEqual(['test', 'train']);
  await session.training.pause();
});
