import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../session/link/link';
import { shapes, testSession, until } from '../../session/session.test-data';
import { chooseGhost } from '../scene/compare';
import { derivedOf } from '../scene/derive';
import { spikesView } from '../spikes-view';
import { applyLater, applyViews, captureLink } from './page-link';

async function ready(overrides = {}) {
  const session = testSession(overrides);
  await session.ready;
  await until(() => derivedOf(session).run() !== null);
  return session;
}

describe('how the spikes are compared and sorted', () => {
  it('goes with the link: a pinned sample is compared with elsewhere, once its data set is there', async () => {
    const here = await ready();
    await until(() => here.data.store.getState().train.status === 'ready');
    here.stimulus.show('train', 7);
    await until(() => here.stimulus.store.getState().sample?.role === 'train');
    spikesView(here).setState({ sort: 'contribution', ...chooseGhost(here, 'pin') });
    here.stimulus.show('test', 3);
    const link = encodeLink(captureLink(here));
    expect(link).toMatch(/&sort=contribution&compare=train\.7(&|$)/);
    const { name, run } = derivedOf(here).compared()!;

    let come = () => {};
    const late = new Promise<void>((resolve) => (come = resolve));
    const there = await ready({
      loadMnist: async (role: string) => {
        if (role === 'train') await late;
        return role === 'train' ? shapes(96, 1) : shapes(30, 2);
      },
    });
    const { state } = decodeLink(link);
    applyViews(there, state);
    applyLater(there, state);
    // Until then the link is what it was, and a sentence takes the ghost's place.
    expect(captureLink(there).compare).toEqual({ role: 'train', index: 7 });
    expect(spikesView(there).getState().sort).toBe('contribution');
    expect(derivedOf(there).compared()).toEqual({ name: 'training image 8', run: null });
    come();
    await until(() => derivedOf(there).ghost() !== null);
    expect(derivedOf(there).compared()!.name).toBe(name);
    expect(derivedOf(there).ghost()!.layers[0]!.times).toEqual(run!.layers[0]!.times);
    await here.dispose();
    await there.dispose();
  });

  it('says nothing of what a link cannot bring', async () => {
    const session = await ready();
    const view = spikesView(session);
    expect(encodeLink(captureLink(session))).not.toMatch(/compare|sort/);
    view.setState(chooseGhost(session, 'epoch 8'));
    expect(captureLink(session).compare).toBeNull();
    session.stimulus.beginStroke({ points: [{ x: 0.5, y: 0.5 }], width: 0.1 });
    view.setState(chooseGhost(session, 'pin'));
    expect(captureLink(session).compare).toBeNull();
    view.setState(chooseGhost(session, 'counterpart'));
    expect(captureLink(session).compare).toBe('counterpart');
    await session.dispose();
  });

  it('is left open where the data set has no such sample', async () => {
    const session = await ready();
    await until(() => session.data.store.getState().test.status === 'ready');
    const { state } = decodeLink('#v=1&compare=test.30');
    applyViews(session, state);
    applyLater(session, state);
    expect(derivedOf(session).compared()).toEqual({ name: 'test image 31', run: null });
    await session.dispose();
  });
});
