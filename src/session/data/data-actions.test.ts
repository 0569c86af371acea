import { expect, it } from 'vitest';
import { imageAt, type ImageSet } from '../../data/image-set';
import { createReferenceEngine } from '../../engine/reference/reference';
import { measureInputSpikes } from '../../model/initialise';
import { idxFiles, shapes, SPEC, testSession, until } from '../session.test-data';

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

it('nobody waits for the evaluation of the test half: the training half comes meanwhile, and training ends it', async () => {
  const engine = createReferenceEngine();
  let evaluations = 0;
  let interrupt: () => void = () => undefined;
  const session = testSession({
    startEngine: () => {
      const slow = {
        ...engine,
        async evaluate(...given: Parameters<typeof engine.evaluate>) {
          if (evaluations++ > 0) return engine.evaluate(...given);
          return new Promise<never>((_, reject) => {
            interrupt = () => reject(new Error('The evaluation was ended.'));
          });
        },
        interrupt: async () => interrupt(),
      };
      return Promise.resolve({ engine: slow, reason: 'for a test' });
    },
  });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  expect(evaluations).toBe(1);
  await session.training.step();
  expect(session.training.store.getState().step).toBe(1);
  expect(texts(session)).toEqual([]);
  await session.dispose();
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

/** A set of the same file names with thrice the ink. */
function inky(count: number): ImageSet {
  const set = shapes(count, 7);
  const images = set.images.map((byte, i) => (byte > 0 || i % 5 === 0 ? 200 : 0));
  return { ...set, images };
}

const birthOf = (session: ReturnType<typeof testSession>) =>
  session.network.store.getState().origin.birth!;

const texts = (session: ReturnType<typeof testSession>) =>
  session.messages.store.getState().messages.map((m) => m.text);

it('tells sets of one name apart: weights, links and runs are of the set they were made with', async () => {
  const session = testSession();
  await session.ready;
  await session.data.loadFiles(idxFiles(shapes(60, 5)));
  const { id: first } = session.data.store.getState();
  await session.training.reset();
  const before = birthOf(session).drive;
  await session.training.run();
  session.stimulus.show('test', 3);
  const link = session.link.capture();
  expect(link.data).toBe(first);

  await session.data.loadFiles(idxFiles(inky(60)));
  const { id: second, name, train } = session.data.store.getState();
  expect(name).toBe('mine-images');
  expect(second).not.toBe(first);
  // Nothing of the former set is measured any more.
  await session.training.reset();
  expect(birthOf(session).drive).toBe(measureInputSpikes(SPEC, train.set!.images));
  expect(birthOf(session).drive).toBeGreaterThan(1.5 * before);

  // A run of the former set says so; a link to it shows the sample once its files are chosen again.
  const [run] = session.runs.store.getState().runs;
  expect(run!.data).toBe(first);
  await session.link.open(link);
  expect(texts(session).join()).toMatch(/data set "mine-images \(contents [0-9a-z]{8}\)"/);
  expect(session.stimulus.store.getState().sample).toMatchObject({ index: 0 });
  await session.data.loadFiles(idxFiles(shapes(60, 5)));
  expect(session.stimulus.store.getState().sample).toMatchObject({ role: 'test', index: 3 });
  // An earlier version's link says the name alone.
  await session.link.open({ ...link, data: 'mine-images', sample: 5 });
  expect(session.stimulus.store.getState().sample).toMatchObject({ role: 'test', index: 5 });
  expect(texts(session).filter((text) => /data set/.test(text))).toEqual([]);
  await session.dispose();
});

it('pauses for another set, and neither trains nor tests on a half of the one before', async () => {
  const session = testSession();
  await session.ready;
  await session.training.configure({ epochs: 10_000 });
  void session.training.run();
  await until(() => session.training.store.getState().step > 3);
  const own = session.data.loadFiles(idxFiles(shapes(60, 5)));
  await until(() => session.data.store.getState().name === 'mine-images');
  const { test, train } = session.data.store.getState();
  expect([train.set!.count, test.set!.count]).toEqual([50, 10]);
  await own;
  expect(session.training.store.getState()).toMatchObject({ status: 'paused' });
  await session.training.step();
  expect(session.training.store.getState().epochSteps).toBe(1);
  // And back, in the middle of a training.
  void session.training.run();
  await until(() => session.training.store.getState().status === 'running');
  await session.data.loadMnist();
  expect(session.data.store.getState()).toMatchObject({ id: 'MNIST', heldOut: false });
  expect(session.data.store.getState().train.set!.count).toBe(96);
  expect(texts(session).filter((text) => !text.includes('begins at step 0'))).toEqual([]);
  await session.dispose();
});

it('is trained on from step 0, whatever the plan of the one before had come to, with the weights there are', async () => {
  const session = testSession();
  await session.ready;
  await session.training.configure({ epochs: 30 });
  await session.training.run();
  const first = session.training.store.getState();
  expect([first.status, first.step]).toEqual(['finished', 30 * first.epochSteps]);
  const learnt = session.network.store.getState().weights!.map((w) => [...w]);
  await session.data.loadFiles(idxFiles(shapes(60, 5)));
  await session.training.configure({ learningRate: 0 });
  expect(session.network.store.getState().evaluatedStep).toBe(first.step);
  await session.training.step();
  expect(session.network.store.getState().evaluatedStep).toBe(0);
  expect(texts(session).join()).toContain('their run begins at step 0');
  await session.training.run();
  const { status, step, curve, epochSteps } = session.training.store.getState();
  expect(epochSteps).toBeLessThan(first.epochSteps);
  expect([status, step, curve[0]!.step]).toEqual(['finished', 30 * epochSteps, 1]);
  expect(session.network.store.getState().weights!.map((w) => [...w])).toEqual(learnt);
  // On the same images it goes on.
  await session.training.step();
  expect(session.training.store.getState().step).toBe(step + 1);
  await session.dispose();
});

it('of files in the order of their classes every class is trained and tested', async () => {
  const session = testSession();
  await session.ready;
  const mixed = shapes(60, 5);
  const order = [...mixed.labels.keys()].toSorted((a, b) => mixed.labels[a]! - mixed.labels[b]!);
  const sorted = {
    ...mixed,
    images: Uint8Array.from(order.flatMap((i) => Array.from(imageAt(mixed, i)))),
    labels: Uint8Array.from(order, (i) => mixed.labels[i]!),
  };
  await session.data.loadFiles(idxFiles(sorted));
  const { train, test, heldOut } = session.data.store.getState();
  const sizes = (labels: Uint8Array) => [0, 1, 2].map((c) => labels.filter((l) => l === c).length);
  expect(Math.min(...sizes(train.set!.labels))).toBe(16);
  expect(Math.min(...sizes(test.set!.labels))).toBe(3);
  expect(heldOut).toBe(true);
  await session.dispose();
});

it('what was said of data goes when data comes, and what does not fit when the network does', async () => {
  const session = testSession({
    loadMnist: () => Promise.reject(new Error('No network.')),
  });
  await session.ready;
  await until(() => texts(session).length === 2);
  session.messages.error('cat.png is a PNG picture.', { topic: 'drop' });
  await session.data.loadFiles({ trainImages: new File(['x'], 'notes.txt') });
  expect(texts(session)).toHaveLength(3 + 1);
  const wide = { ...shapes(60, 5), width: 16, height: 4 };
  await session.data.loadFiles(idxFiles(wide));
  expect(texts(session)).toEqual([
    'These images are 16 x 4 pixels, but the network reads 8 x 8: edit the network to fit them.',
  ]);
  session.stimulus.show('test', 0);
  expect(texts(session)).toHaveLength(2);
  // The messages go once the network fits, also where somebody changed it by hand.
  await session.network.change({ ...SPEC, input: { ...SPEC.input, width: 16, height: 4 } });
  expect(texts(session)).toEqual([]);
  await session.dispose();
});

it('a set whose classes have names brings a network that calls them so, and undo the one before', async () => {
  const whole = shapes(36, 5);
  const set = { ...whole, classNames: ['bar', 'ring', 'dot'] };
  const session = testSession({
    readFiles: async () => ({
      name: 'signs',
      hash: '0000000a',
      train: set,
      test: set,
      heldOut: true,
      notes: ['1 of 37 pictures could not be read and is left out.'],
    }),
  });
  await session.ready;
  const before = session.network.store.getState().spec;
  await session.data.loadFiles({ pictures: { files: [], size: set, normalised: true } });
  const { spec } = session.network.store.getState();
  expect(spec.classNames).toEqual(set.classNames);
  expect(spec.layers.at(-1)).toBe(3);
  // Few images: epochs enough to learn from them.
  const { epochs, batch } = session.training.store.getState().settings;
  expect(epochs * Math.ceil(36 / batch)).toBeGreaterThanOrEqual(300);
  const texts = () => session.messages.store.getState().messages.map(({ text }) => text);
  expect(texts().join()).toContain('A new network');
  expect(texts().join()).toContain('could not be read and is left out');
  await session.network.undo();
  expect(session.network.store.getState().spec).toEqual(before);
  // Who chooses another number meanwhile, has it.
  const coming = session.data.loadFiles({ pictures: { files: [], size: set, normalised: true } });
  await session.training.configure({ epochs: 2 });
  await coming;
  expect(session.network.store.getState().spec.classNames).toEqual(set.classNames);
  expect(session.training.store.getState().settings.epochs).toBe(2);
  await session.dispose();
});
