import { expect, test } from 'vitest';
import { addClass, addExample, imageOf, removeClass } from '../../data/taught/taught';
import { drawn } from '../../data/taught/hand.test-data';
import { createTaughtStore, type TaughtPort } from './taught-store';

/** A place that keeps what it is given, for any number of tabs, unless it is told to be full. */
function place() {
  const at = { kept: undefined as unknown, full: false };
  const tabs = new Set<() => void>();
  const tab = (): TaughtPort => {
    let own: (() => void) | undefined;
    return {
      get: () => Promise.resolve(structuredClone(at.kept)),
      set(value) {
        if (at.full) return Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
        at.kept = structuredClone(value);
        for (const other of tabs) if (other !== own) other();
        return Promise.resolve();
      },
      onOther(listener) {
        own = listener;
        tabs.add(listener);
        return () => void tabs.delete(listener);
      },
    };
  };
  return { at, tab };
}

const [strokes] = drawn(0, 4, 1, 1);
const example = { strokes: strokes!, image: imageOf(strokes!) };
type Store = ReturnType<typeof createTaughtStore>;
const taughtOf = ({ store }: Store) => store.getState().taught;
const draw = (all: Store) => all.edit((t) => addExample(t, t.classes[0]!.id, example));

async function begun(port: TaughtPort): Promise<Store> {
  const all = createTaughtStore(port);
  await all.ready;
  return all;
}

test('every change is kept, strokes and images, and undone and done again', async () => {
  const { tab } = place();
  const one = await begun(tab());
  one.edit(addClass);
  draw(one);
  draw(one);
  one.undo();
  one.edit((all) => removeClass(all, all.classes[0]!.id));
  expect(taughtOf(one).classes).toEqual([]);
  one.undo();
  one.undo();
  one.redo();
  const { classes } = taughtOf(one);
  expect(classes[0]!.examples).toEqual([{ id: 2, ...example }]);
  await one.written();
  const again = await begun(tab());
  expect(taughtOf(again)).toEqual(taughtOf(one));
  // What is no change is no step.
  const { past } = one.store.getState();
  one.edit((all) => all);
  expect(one.store.getState().past).toBe(past);
});

test('where the storage is full drawing goes on, and is kept once there is room again', async () => {
  const { at, tab } = place();
  const one = await begun(tab());
  one.edit(addClass);
  await one.written();
  const before = structuredClone(at.kept);
  at.full = true;
  draw(one);
  await one.written();
  expect(one.store.getState().unkept).toBe('the browser’s storage is full');
  draw(one);
  await one.written();
  expect(taughtOf(one).classes[0]!.examples).toHaveLength(2);
  expect(at.kept).toEqual(before);
  at.full = false;
  one.undo();
  await one.written();
  expect(one.store.getState().unkept).toBeNull();
  expect(taughtOf(await begun(tab())).classes[0]!.examples).toHaveLength(1);
});

test('a browser that keeps nothing says why, and all works in memory', async () => {
  const refuse = () => Promise.reject(new DOMException('No.', 'SecurityError'));
  const one = await begun({ get: refuse, set: refuse, onOther: () => () => undefined });
  expect(one.store.getState().unkept).toBe('the browser lets this page store nothing');
  one.edit(addClass);
  draw(one);
  await one.written();
  expect(taughtOf(one).classes[0]!.examples).toHaveLength(1);
});

test('what another tab draws comes here, and undo brings back what was here', async () => {
  const { tab } = place();
  const [one, two] = [await begun(tab()), await begun(tab())];
  one.edit(addClass);
  await one.written();
  await new Promise((resolve) => setTimeout(resolve));
  expect(taughtOf(two)).toEqual(taughtOf(one));
  draw(two);
  await two.written();
  await new Promise((resolve) => setTimeout(resolve));
  expect(taughtOf(one).classes[0]!.examples).toHaveLength(1);
  one.undo();
  expect(taughtOf(one).classes[0]!.examples).toHaveLength(0);
  one.dispose();
  two.dispose();
});

test('what a newer page has kept is not written over, and damage is no obstacle', async () => {
  const { at, tab } = place();
  at.kept = { format: 99, drawings: 'of a kind to come' };
  const one = await begun(tab());
  one.edit(addClass);
  await one.written();
  expect(at.kept).toEqual({ format: 99, drawings: 'of a kind to come' });
  expect(one.store.getState().unkept).toContain('newer version');
  for (const damaged of [7, { format: 1 }, { format: 1, taught: { classes: [{}], digits: 1 } }]) {
    at.kept = damaged;
    const two = await begun(tab());
    expect(taughtOf(two).classes).toEqual([]);
    two.edit(addClass);
    await two.written();
    expect(taughtOf(await begun(tab())).classes).toHaveLength(1);
  }
});
