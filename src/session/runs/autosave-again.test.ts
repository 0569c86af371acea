import { describe, expect, it } from 'vitest';
import type { StoragePort } from './storage-port';
import {
  begun,
  bytes,
  memory,
  modelFile,
  notes,
  press,
  train,
  visit,
  type TestSession,
} from './autosave.test-data';
import type { SessionOptions } from '../core/options';
import { until } from '../session.test-data';
import { SESSION_LINK } from '../link/session-link';

/** The same tab loads its page again, at the address that it had. */
async function again(
  storage: StoragePort,
  before: TestSession,
  options: Partial<SessionOptions> = {},
): Promise<TestSession> {
  const { state } = SESSION_LINK.decode(SESSION_LINK.encode(before.link.capture()));
  return visit(storage, { link: state, visit: { tab: 'mine', again: true }, ...options });
}

describe('the same tab, loaded again', () => {
  const here = { visit: { tab: 'mine', again: false } };

  it('has an opened model again, without a word, and without what an untrained network has not', async () => {
    const storage = memory();
    const first = await visit(storage, here);
    await first.network.load(await modelFile(7), 'seven');
    first.stimulus.show('test', 3);
    await first.autosave.flush();
    const saved = storage.kept.get('run-a') as { snapshot: object };
    expect(Object.keys(saved.snapshot)).toEqual(['spec', 'weights', 'step']);
    // Which sample is shown comes from the address: this one was chosen after the last save.
    first.stimulus.show('test', 4);

    const second = await again(storage, first);
    expect(await bytes(second)).toEqual(await bytes(first));
    expect(second.network.store.getState().origin).toEqual({ kind: 'file', name: 'seven' });
    await until(() => second.stimulus.store.getState().sample !== null);
    expect(second.stimulus.store.getState().sample!.index).toBe(4);
    expect(notes(second)).toEqual([]);
    // And is saved in the same place.
    await second.network.load(await modelFile(8), 'eight');
    await second.autosave.flush();
    expect([...storage.kept.keys()]).toEqual(['run-a']);
    expect(storage.kept.get('run-a')).toMatchObject({ origin: { name: 'eight' } });
  });

  it('has a run again where it stood, as the run that it is, with the settings of the address', async () => {
    const storage = memory();
    const first = await begun(storage, here);
    await train(first, 17);
    await first.training.evaluate();
    await first.autosave.flush();
    await first.training.configure({ learningRate: 0.007 });
    const second = await again(storage, first);
    const [was, is] = [first, second].map((s) => s.training.store.getState());
    expect(is).toMatchObject({ step: 17, status: 'paused', curve: was!.curve });
    expect(is!.settings.learningRate).toBe(0.007);
    expect(notes(second)).toEqual([]);
    await train(first, 5);
    await train(second, 5);
    expect(await bytes(second)).toEqual(await bytes(first));
  });

  it('offers to go on with what was training', async () => {
    const storage = memory();
    const first = await begun(storage, here);
    await train(first, 17);
    await first.autosave.flush();
    storage.kept.set('run-a', { ...(storage.kept.get('run-a') as object), running: true });
    const second = await again(storage, first);
    const words = 'The unfinished run of 64-12-3 is back at step 17, where the page was left.';
    expect(notes(second)).toEqual([words]);
    expect(second.training.store.getState().status).toBe('paused');
    second.messages.store.getState().messages[0]!.action!.run();
    await until(() => second.training.store.getState().step > 17);
    expect(notes(second)).toEqual([]);
    await second.training.pause();
  });

  it('is offered what does not belong to its address, as another tab is', async () => {
    const storage = memory();
    const first = await visit(storage, here);
    await first.network.load(await modelFile(7), 'seven');
    await first.autosave.flush();
    const { state } = SESSION_LINK.decode(SESSION_LINK.encode(first.link.capture()));
    for (const options of [
      { visit: { tab: 'mine', again: true } },
      { visit: { tab: 'another', again: false }, link: state },
    ]) {
      const other = await visit(storage, options);
      expect(other.network.store.getState().origin.kind).not.toBe('file');
      expect(notes(other).join()).toContain('A network 64-12-3 from seven');
      press(other, 'Bring it back');
      await until(() => other.network.store.getState().origin.kind === 'file');
      expect(await bytes(other)).toEqual(await bytes(first));
    }
  });

  it('says what is lost where nothing was kept, and speaks of no link', async () => {
    const first = await visit(undefined, here);
    await first.network.load(await modelFile(7), 'seven');
    const second = await again(memory(), first);
    expect(notes(second)).toEqual([
      'Loading the page again does not bring back the trained weights, which this browser has not kept: it opens with the rest.',
    ]);
  });
});
