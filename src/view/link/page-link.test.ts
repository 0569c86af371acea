import { describe, expect, it } from 'vitest';
import { shapes, until } from '../../session/session.test-data';
import { chooseGhost } from '../scene/compare';
import { testView } from '../view.test-data';
import { applyEdits, applyViews, captureLink } from './page-link';
import { PAGE_LINK } from './page-format';

async function ready(overrides = {}) {
  const { session, view } = testView(overrides);
  await session.ready;
  await until(() => view.derived.run() !== null);
  return view;
}

describe('how the spikes are compared and sorted', () => {
  it('goes with the link: a pinned sample is compared with elsewhere, once its data set is there', async () => {
    const here = await ready();
    await until(() => here.session.data.store.getState().train.status === 'ready');
    here.session.stimulus.show('train', 7);
    await until(() => here.session.stimulus.store.getState().sample?.role === 'train');
    here.store.setState({ sort: 'contribution', ...chooseGhost(here.session, 'pin') });
    here.session.stimulus.show('test', 3);
    const link = PAGE_LINK.encode(captureLink(here));
    expect(link).toMatch(/&sort=contribution&compare=train\.7(&|$)/);
    const { name, run } = here.derived.compared()!;

    let come = () => {};
    const late = new Promise<void>((resolve) => (come = resolve));
    const there = await ready({
      loadMnist: async (role: string) => {
        if (role === 'train') await late;
        return role === 'train' ? shapes(96, 1) : shapes(30, 2);
      },
    });
    const { state } = PAGE_LINK.decode(link);
    applyViews(there, state);
    // Until then the link is what it was, and a sentence takes the ghost's place.
    expect(captureLink(there).compare).toEqual({ role: 'train', index: 7 });
    expect(there.store.getState().sort).toBe('contribution');
    expect(there.derived.compared()).toEqual({ name: 'training image 8', run: null });
    come();
    await until(() => there.derived.ghost() !== null);
    expect(there.derived.compared()!.name).toBe(name);
    expect(there.derived.ghost()!.layers[0]!.times).toEqual(run!.layers[0]!.times);
    await here.session.dispose();
    await there.session.dispose();
  });

  it('says nothing of what a link cannot bring', async () => {
    const view = await ready();
    const { session, store } = view;
    expect(PAGE_LINK.encode(captureLink(view))).not.toMatch(/compare|sort/);
    store.setState(chooseGhost(session, 'epoch 8'));
    expect(captureLink(view).compare).toBeNull();
    session.stimulus.beginStroke({ points: [{ x: 0.5, y: 0.5 }], width: 0.1 });
    store.setState(chooseGhost(session, 'pin'));
    expect(captureLink(view).compare).toBeNull();
    store.setState(chooseGhost(session, 'counterpart'));
    expect(captureLink(view).compare).toBe('counterpart');
    await session.dispose();
  });

  it('is left open where the data set has no such sample', async () => {
    const view = await ready();
    const { session } = view;
    await until(() => session.data.store.getState().test.status === 'ready');
    const { state } = PAGE_LINK.decode('#v=1&compare=test.30');
    applyViews(view, state);
    expect(view.derived.compared()).toEqual({ name: 'test image 31', run: null });
    await session.dispose();
  });
});

describe("a link's what-ifs", () => {
  const { state: link } = PAGE_LINK.decode(
    '#v=1&width=8&height=8&layers=12-3&sample=4&edits=t_12_0.9~s_1_3',
  );
  const [moved, silenced] = link.edits;

  it('come together with the image that they are for, and not with another', async () => {
    const view = await ready();
    const { session, store } = view;
    applyEdits(view, link);
    expect(store.getState().edits).toEqual([]);
    session.stimulus.show('test', 3);
    expect(store.getState().edits).toEqual([]);
    const seen: unknown[] = [];
    store.subscribe(({ edits }) => seen.push(edits));
    session.stimulus.show('test', 4);
    // At once and in one step: nobody sees the image without them, or them taken back.
    expect(seen).toEqual([[moved, silenced]]);
    session.stimulus.show('test', 5);
    expect(store.getState().edits).toEqual([silenced]);
    // They have come: the image brings them no second time.
    session.stimulus.show('test', 4);
    expect(store.getState().edits).toEqual([silenced]);
    await session.dispose();
  });

  it('are there at once where the image is, and come no more when another link takes its place', async () => {
    const view = await ready();
    const { session, store } = view;
    session.stimulus.show('test', 4);
    applyEdits(view, link);
    expect(store.getState().edits).toEqual([moved, silenced]);
    applyEdits(view, { ...link, sample: 6, edits: [silenced!] });
    applyEdits(view, { ...link, sample: 7, edits: [] });
    session.stimulus.show('test', 6);
    expect(store.getState().edits).toEqual([silenced]);
    await session.dispose();
  });
});
