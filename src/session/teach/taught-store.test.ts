import { expect, test } from 'vitest';
import { addClass, addExample, imageOf, removeClass, type Taught } from '../../data/taught/taught';
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

/** Nothing is tried again by itself. */
const never = () => () => undefined;

async function begun(port: TaughtPort): Promise<Store> {
  const all = createTaughtStore(port, never);
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

test('once there is room all that was not kept is kept, without another drawing', async () => {
  const { at, tab } = place();
  const waits: { ms: number; run: () => void }[] = [];
  const one = createTaughtStore(tab(), (ms, run) => {
    const wait = { ms, run };
    waits.push(wait);
    return () => void waits.splice(waits.indexOf(wait), 1);
  });
  one.edit(addClass);
  await one.written();
  at.full = true;
  draw(one);
  await one.written();
  draw(one);
  await one.written();
  // One at a time, and later each time.
  expect(waits.map(({ ms }) => ms)).toEqual([10_000]);
  waits[0]!.run();
  await one.written();
  expect(waits.map(({ ms }) => ms)).toEqual([20_000]);
  at.full = false;
  waits[0]!.run();
  await one.written();
  expect(waits).toEqual([]);
  expect(one.store.getState().unkept).toBeNull();
  expect(taughtOf(await begun(tab()))).toEqual(taughtOf(one));

  // A run was deleted: it is not waited for.
  at.full = true;
  draw(one);
  await one.written();
  at.full = false;
  one.retry();
  await one.written();
  expect(taughtOf(await begun(tab())).classes[0]!.examples).toHaveLength(3);
  one.dispose();
  expect(waits).toEqual([]);
});

test('what was kept and could not be read is not written over', async () => {
  const { at, tab } = place();
  const before = await begun(tab());
  before.edit(addClass);
  draw(before);
  await before.written();
  const port = tab();
  let silent = true;
  const one = await begun({
    ...port,
    get: () => (silent ? Promise.reject(new DOMException('Late.', 'TimeoutError')) : port.get()),
  });
  expect(one.store.getState().unkept).toBe('the browser’s storage does not answer');
  one.edit((all) => addClass(all, 'new'));
  await one.written();
  const names = ({ classes }: Taught) => classes.map(({ name }) => name);
  expect(names((at.kept as { taught: Taught }).taught)).toEqual(['A']);
  silent = false;
  one.retry();
  await one.written();
  expect(names(taughtOf(one))).toEqual(['new', 'A']);
  expect(taughtOf(one).classes[1]!.examples).toMatchObject([example]);
  expect(taughtOf(await begun(tab()))).toEqual(taughtOf(one));
});

test('what was drawn before what was kept has come is kept beside it', async () => {
  const { tab } = place();
  const before = await begun(tab());
  before.edit(addClass);
  draw(before);
  await before.written();
  const one = createTaughtStore(tab(), never);
  one.edit((all) => addClass(all, 'new'));
  await one.written();
  const again = taughtOf(await begun(tab()));
  expect(again.classes.map(({ name, examples }) => [name, examples.length])).toEqual([
    ['new', 0],
    ['A', 1],
  ]);
});

test('what another tab writes while this one has not been kept is written over by neither', async () => {
  const { at, tab } = place();
  const [one, two] = [await begun(tab()), await begun(tab())];
  one.edit(addClass);
  await Promise.all([one.written(), two.written()]);
  await new Promise((resolve) => setTimeout(resolve));
  at.full = true;
  one.edit((all) => addClass(all, 'one'));
  await one.written();
  at.full = false;
  two.edit((all) => addClass(all, 'two'));
  await two.written();
  await one.written();
  await new Promise((resolve) => setTimeout(resolve));
  for (const all of [one, two, await begun(tab())])
    expect(taughtOf(all).classes.map(({ name }) => name)).toEqual(['A', 'one', 'two']);
  one.dispose();
  two.dispose();
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
