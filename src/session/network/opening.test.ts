import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../files/safetensors';
import { pointNetwork, POINT_TRAINING } from '../../data/points/point-network';
import { writeModel } from '../../files/model-file';
import { initialise } from '../../model/initialise';
import { DEFAULT_TRAINING } from '../../model/training';
import { smallNetwork, SPEC, testSession, until } from '../session.test-data';

async function started() {
  const session = testSession();
  await session.ready;
  await session.data.loadMnist();
  return session;
}

/** The small network's weights, with the metadata that is given. */
function bare(metadata: Record<string, string> = {}): Blob {
  const { tensors } = readSafetensors(writeModel(smallNetwork(5)));
  return new Blob([writeSafetensors({ tensors, metadata })]);
}

const texts = (session: ReturnType<typeof testSession>) =>
  session.messages.store.getState().messages.map((m) => m.text);
const now = ({ network }: ReturnType<typeof testSession>) => network.store.getState();

describe('a file whose weights describe no network', () => {
  it('asks, offers what is likely, and leaves what was there until it is answered', async () => {
    const session = await started();
    const before = now(session);
    await session.network.load(bare(), 'bare.safetensors');
    expect(now(session).origin).toBe(before.origin);
    expect(now(session).weights).toBe(before.weights);
    const { question } = session.opening.store.getState();
    expect(question).toMatchObject({
      name: 'bare.safetensors',
      weights: { sizes: [64, 12, 3] },
      likely: { input: { width: 8, height: 8 }, coding: { kernel: 1 }, threshold: 1, deadline: 3 },
    });
    await session.opening.describe({ ...question!.likely, threshold: 2 });
    expect(session.opening.store.getState().question).toBeNull();
    expect(now(session)).toMatchObject({
      spec: { ...SPEC, threshold: 2 },
      origin: { kind: 'file', name: 'bare.safetensors' },
      weights: smallNetwork(5).weights,
    });
    expect(now(session).evaluation?.images).toBe(30);
    await session.network.undo();
    expect(now(session).weights).toEqual(before.weights);
    expect(texts(session)).toEqual([]);
  });

  it('is not opened where nobody answers', async () => {
    const session = await started();
    const before = now(session);
    await session.network.load(bare(), 'bare.safetensors');
    session.opening.dismiss();
    expect(session.opening.store.getState().question).toBeNull();
    await session.opening.describe({ ...SPEC });
    expect(now(session).origin).toBe(before.origin);
    expect(now(session).weights).toBe(before.weights);
  });
});

describe('a file of a network of points', () => {
  const spec = pointNetwork(3);
  const model = (training?: object) =>
    new Blob([
      writeModel({
        spec,
        weights: initialise(spec, 3, 5),
        ...(training && { metadata: { training: JSON.stringify(training) } }),
      }),
    ]);
  const settings = (session: ReturnType<typeof testSession>) =>
    session.training.store.getState().settings;

  it('comes with the settings by which points are learned, which stay when its points come', async () => {
    const session = await started();
    const before = settings(session);
    await session.network.load(model(), 'points.safetensors');
    expect(settings(session)).toEqual({ ...before, ...POINT_TRAINING });
    const use = session.messages.store.getState().messages.find((m) => m.topic === 'data fit');
    expect(use!.action!.label).toBe('Use Yin-Yang');
    use!.action!.run();
    await until(() => session.data.store.getState().points !== null);
    expect(now(session).spec).toEqual(spec);
    expect(settings(session)).toEqual({ ...before, ...POINT_TRAINING });
    await session.network.undo();
    expect(settings(session)).toEqual(before);
    await session.dispose();
  });

  it('keeps those that it names, where they can be', async () => {
    const session = await started();
    const before = settings(session);
    const named = { epochs: 300, batch: 32, temperature: 0.005, loss: 'heuristic' };
    const wrong = { learningRate: -1, optimizer: 'luck', seed: 9 };
    await session.network.load(model({ ...named, ...wrong }), 'named.safetensors');
    expect(settings(session)).toEqual({ ...before, ...POINT_TRAINING, ...named });
    // One of images brings theirs back.
    const images = new Blob([writeModel(smallNetwork(5))]);
    await session.network.load(images, 'images.safetensors');
    const { epochs, learningRate, loss, temperature } = DEFAULT_TRAINING;
    expect(settings(session)).toMatchObject({ epochs, learningRate, loss, temperature });
    await session.dispose();
  });
});

describe('a file that is not sound', () => {
  it('nested without end is refused, and the session goes on', async () => {
    const session = await started();
    const network = `{"x":${'['.repeat(3000)}${']'.repeat(3000)},"layers":[12,3]}`;
    const metadata = { format: 'mt-spike', format_version: '1', network };
    await session.network.load(bare(metadata), 'nested.safetensors');
    expect(texts(session)).toEqual([
      "nested.safetensors: The file's description of its network is nested deeper than the 32 levels that are read.",
    ]);
    await session.training.step();
    expect(session.training.store.getState().step).toBe(1);
    await session.network.change({ ...now(session).spec, threshold: 2 });
    expect(now(session).spec.threshold).toBe(2);
  });

  it('with unsound optimiser state opens with its weights, and that is said until another is opened', async () => {
    const session = await started();
    const { spec, weights } = smallNetwork(6);
    const second = weights.map((w) => w.map(() => -1));
    const bytes = writeModel({ spec, weights, optimizer: { step: 9, first: weights, second } });
    await session.network.load(new Blob([bytes]), '\u001b[2J.safetensors');
    expect(now(session)).toMatchObject({ weights, origin: { name: '␛[2J.safetensors' } });
    expect(session.training.store.getState().step).toBe(0);
    expect(texts(session).join()).toMatch(/^␛\[2J\.safetensors: The optimiser's state is left out/);
    await session.network.load(new Blob([writeModel({ spec, weights })]), 'sound.safetensors');
    expect(now(session).origin).toMatchObject({ name: 'sound.safetensors' });
    expect(texts(session)).toEqual([]);
  });

  it('of more than a gigabyte is not read', async () => {
    const session = await started();
    const huge = {
      size: 5 * 2 ** 30,
      arrayBuffer: () => Promise.reject(new Error('It was read.')),
    };
    await session.network.load(huge as unknown as Blob, 'huge.safetensors');
    expect(texts(session)).toEqual([
      'huge.safetensors: The file is no model: it holds 5.0 GB, more than any model has.',
    ]);
  });
});
