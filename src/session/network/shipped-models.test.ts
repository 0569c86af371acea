import { describe, expect, it } from 'vitest';
import type { ModelCard } from '../../files/shipped-models';
import { pointNetwork, POINT_TRAINING } from '../../data/points/point-network';
import { initialise } from '../../model/initialise';
import { smallNetwork, testSession, until } from '../session.test-data';

const card = { name: 'small-1', title: 'Small' } as ModelCard;

async function started(options: Parameters<typeof testSession>[0] = {}) {
  const session = testSession(options);
  await session.ready;
  await until(() => session.network.store.getState().evaluation !== null);
  return session;
}

describe('the shipped models', () => {
  it('is fetched once, and again after a failure', async () => {
    let asked = 0;
    const session = await started({
      listShipped: async () => {
        if (++asked === 1) throw new Error('The list of models is missing on the server.');
        return [card];
      },
    });
    await session.shipped.list();
    expect(session.shipped.store.getState()).toMatchObject({
      cards: null,
      problem: 'The list of models is missing on the server.',
    });
    await session.shipped.list();
    expect(session.shipped.store.getState()).toMatchObject({ cards: [card], problem: null });
    await session.shipped.list();
    expect(asked).toBe(2);
  });

  it('puts a model on the page, tells its progress, and undo brings back what was there', async () => {
    const shares: number[] = [];
    const session = await started({
      loadShipped: async (name, progress) => {
        progress?.(0.5);
        return smallNetwork(name === 'small-1' ? 9 : 1);
      },
    });
    const before = session.network.store.getState();
    session.shipped.store.subscribe(({ loading }) => loading && shares.push(loading.progress));
    expect(await session.shipped.load(card)).toBeNull();
    expect(shares).toEqual([0, 0.5]);
    const after = session.network.store.getState();
    expect(after.origin).toEqual({ kind: 'shipped', name: 'small-1' });
    expect(after.weights).toEqual(smallNetwork(9).weights);
    expect(after.evaluation).not.toBeNull();
    expect(session.link.capture().weights).toBe('small-1');
    expect(session.shipped.store.getState().loading).toBeNull();
    await session.network.undo();
    expect(session.network.store.getState().weights).toEqual(before.weights);
    expect(session.network.store.getState().origin).toEqual(before.origin);
  });

  it('brings the points that a model reads, unless they are there, and MNIST back with a model of images', async () => {
    const spec = pointNetwork(3);
    const session = await started({
      loadShipped: async (name) =>
        ['points', 'more'].includes(name)
          ? { spec, weights: initialise(spec, 3, 5) }
          : smallNetwork(),
    });
    const data = session.data.store;
    expect(
      await session.shipped.load({
        name: 'points',
        title: 'Points',
        points: 'yin-yang~0~30~1~2~12',
      }),
    ).toBeNull();
    const { points, test } = data.getState();
    expect([points!.set, test.set!.count]).toEqual(['yin-yang', 12]);
    const { evaluation, spec: shown, origin } = session.network.store.getState();
    expect(shown).toEqual(spec);
    expect(origin).toEqual({ kind: 'shipped', name: 'points' });
    // Reset trains as points are learned.
    expect(session.training.store.getState().settings).toMatchObject(POINT_TRAINING);
    expect(evaluation!.images).toBe(12);
    await session.shipped.load({ name: 'more', title: 'More', points: 'yin-yang~0~30~1~2~12' });
    expect(data.getState().test.set).toBe(test.set);
    await session.shipped.load(card);
    await until(() => data.getState().points === null);
    await until(() => session.network.store.getState().evaluation?.images === 30);
    // Undo where it is offered brings back both.
    const { messages } = session.messages.store.getState();
    messages.find(({ topic }) => topic === 'shipped models')!.action!.run();
    await until(() => data.getState().points !== null);
    await until(() => session.network.store.getState().evaluation?.images === 12);
    expect(session.network.store.getState().spec).toEqual(spec);
    await session.dispose();
  });

  it('keeps what was there where a model cannot be had', async () => {
    let gone = false;
    const session = await started({
      loadShipped: async () => {
        if (gone) throw new Error('The trained model small-1 is missing on the server.');
        return smallNetwork();
      },
    });
    gone = true;
    const before = session.network.store.getState();
    expect(await session.shipped.load(card)).toBe(
      'The trained model small-1 is missing on the server: the network on the page stays.',
    );
    expect(session.network.store.getState().weights).toBe(before.weights);
    expect(session.network.canUndo()).toBe(false);
    gone = false;
    expect(await session.shipped.load(card)).toBeNull();
    expect(session.network.store.getState().origin.name).toBe('small-1');
  });
});
