import { describe, expect, it } from 'vitest';
import { createCpuEngine } from '../../engine/cpu/engine';
import {
  begun,
  bytes,
  memory,
  MINUTE,
  modelFile,
  notes,
  press,
  train,
  visit,
} from './autosave.test-data';
import { testSession, until } from '../session.test-data';
import { DEFAULT_LINK } from '../link/session-link';

describe('a run that was saved', () => {
  it('goes on bit for bit in the middle of an epoch: 40 steps are 17 and 23', async () => {
    const straight = await begun(undefined);
    await train(straight, 40);

    const storage = memory();
    const first = await begun(storage);
    await train(first, 17);
    await first.autosave.flush();

    const second = await visit(storage, { date: 2 * MINUTE });
    expect(notes(second)).toContain(
      'An unfinished run at step 17 of 64-12-3 was saved 2 minutes ago.',
    );
    press(second, 'Go on');
    await until(() => second.training.store.getState().step === 17);
    await until(() => second.training.store.getState().status === 'paused');
    await train(second, 23);

    const [a, b] = [straight, second].map((s) => s.training.store.getState());
    expect(b!.step).toBe(40);
    expect(b!.settings).toEqual(a!.settings);
    expect(b!.curve.map(({ step, loss }) => [step, loss])).toEqual(
      a!.curve.map(({ step, loss }) => [step, loss]),
    );
    expect(await bytes(second)).toEqual(await bytes(straight));
  });

  it('is saved while it trains, and trains on at once when it is gone on with', async () => {
    let time = 0;
    const storage = memory();
    const now = () => (time += 50);
    const first = await begun(storage, { now });
    await first.training.configure({ epochs: 10_000 });
    const running = first.training.run();
    await until(() => storage.kept.size > 0);
    const saved = storage.kept.get('run-a') as { running: boolean; snapshot: { step: number } };
    expect(saved.running).toBe(true);
    expect(saved.snapshot.step).toBeGreaterThan(0);
    await first.training.pause();
    await running;

    storage.kept.set('run-a', saved);
    const second = await visit(storage);
    press(second, 'Go on');
    await until(() => second.training.store.getState().status === 'running');
    await until(() => second.training.store.getState().step > saved.snapshot.step);
    await second.training.pause();
    expect(second.training.store.getState().curve[0]!.step).toBeLessThanOrEqual(
      saved.snapshot.step,
    );
  });

  it('brings drawing and selection back', async () => {
    const storage = memory();
    const first = await begun(storage);
    first.stimulus.beginStroke({ points: [{ x: 0.5, y: 0.3 }], width: 0.09 });
    first.playback.select({ layer: 1, neuron: 2 });
    await train(first, 3);
    await first.autosave.flush();
    const second = await visit(storage);
    press(second, 'Go on');
    await until(() => second.playback.store.getState().selected !== null);
    expect(second.stimulus.store.getState().strokes).toEqual(
      first.stimulus.store.getState().strokes,
    );
  });

  it('gives way to the network before it by undo', async () => {
    const storage = memory();
    const first = await begun(storage);
    await train(first, 3);
    await first.autosave.flush();
    const second = await visit(storage);
    const before = await bytes(second);
    press(second, 'Go on');
    await until(() => second.training.store.getState().step === 3);
    expect(await bytes(second)).not.toEqual(before);
    await second.network.undo();
    expect(await bytes(second)).toEqual(before);
  });

  it('is not offered any more once a reset has taken its place, unless undo brings it back', async () => {
    const storage = memory();
    const first = await begun(storage);
    await train(first, 3);
    await first.autosave.flush();
    expect(storage.kept.size).toBe(1);
    await first.training.reset();
    await until(() => storage.kept.size === 0);
    expect(notes(await visit(storage)).join()).not.toContain('was saved');
    await first.network.undo();
    await until(() => storage.kept.size === 1);

    // What another visit has left stays until somebody decides, and what is gone on with is this visit's.
    const second = await visit(storage);
    await second.training.reset();
    await second.autosave.flush();
    expect(storage.kept.size).toBe(1);
    press(second, 'Go on');
    await until(() => second.training.store.getState().step === 3);
    await second.training.reset();
    await until(() => storage.kept.size === 0);
  });

  it('says when it is finished, with its accuracy', async () => {
    const storage = memory();
    const first = await begun(storage);
    await first.training.configure({ epochs: 1 });
    await first.training.run();
    await first.autosave.flush();
    const second = await visit(storage, { date: 26 * 60 * MINUTE });
    const accuracy = first.training.store.getState().testAccuracy!;
    expect(notes(second)).toContain(
      `A finished run of 64-12-3 (${(accuracy * 100).toFixed(1)} % on the test) was saved 1 day ago.`,
    );
  });
});

describe('until the person decides', () => {
  it('nothing is overwritten: the new run goes into the other slot', async () => {
    const storage = memory();
    const first = await begun(storage);
    await train(first, 5);
    await first.autosave.flush();
    const kept = storage.kept.get('run-a');

    const second = await begun(storage);
    await train(second, 2);
    await second.autosave.flush();
    expect(storage.kept.get('run-a')).toBe(kept);

    // Both wait: a third run is not saved, and the page says so.
    const third = await begun(storage);
    expect(notes(third).filter((text) => text.startsWith('An unfinished run'))).toHaveLength(2);
    await train(third, 4);
    await third.autosave.flush();
    expect([...storage.kept.keys()]).toEqual(['run-a', 'run-b']);
    expect(storage.kept.get('run-a')).toBe(kept);
    expect(notes(third).join()).toContain('Earlier runs wait for your decision');

    press(third, 'Discard');
    await until(() => storage.kept.get('run-a') !== kept);
    await third.autosave.flush();
    const saved = storage.kept.get('run-a') as { snapshot: { step: number } };
    expect(saved.snapshot.step).toBe(4);
    expect(notes(third).join()).not.toContain('Earlier runs wait');
  });

  it('a run of this visit is kept when the earlier one is gone on with', async () => {
    const storage = memory();
    const first = await begun(storage);
    await train(first, 5);
    await first.autosave.flush();
    const second = await begun(storage);
    await train(second, 2);
    press(second, 'Go on');
    await until(() => second.training.store.getState().step === 5);
    await train(second, 1);
    await second.autosave.flush();
    const steps = ['run-a', 'run-b'].map(
      (slot) => (storage.kept.get(slot) as { snapshot: { step: number } }).snapshot.step,
    );
    expect(steps).toEqual([6, 2]);
  });

  it('a network that was never trained gives way where both slots wait', async () => {
    const storage = memory();
    const first = await visit(storage);
    await first.network.load(await modelFile(7), 'seven');
    await first.autosave.flush();
    const second = await begun(storage);
    await train(second, 2);
    await second.autosave.flush();
    const third = await begun(storage);
    expect(notes(third)).toEqual([
      expect.stringMatching(/^A network 64-12-3 from seven \(.* %.*\) was saved just now\.$/),
      'An unfinished run at step 2 of 64-12-3 was saved just now.',
    ]);
    await train(third, 4);
    await third.autosave.flush();
    expect(storage.kept.get('run-a')).toMatchObject({ snapshot: { step: 4 } });
    expect(notes(third)).toEqual(['An unfinished run at step 2 of 64-12-3 was saved just now.']);
  });
});

describe('when storage does not do its part', () => {
  it('says so once, trains on, and leaves what was saved', async () => {
    const storage = memory();
    const session = await begun(storage);
    await train(session, 2);
    await session.autosave.flush();
    const kept = storage.kept.get('run-a');
    storage.fail = new DOMException('No room.', 'QuotaExceededError');
    await train(session, 2);
    await session.autosave.flush();
    expect(notes(session).filter((text) => text.includes('storage is full'))).toHaveLength(1);
    expect(storage.kept.get('run-a')).toBe(kept);
    expect(session.training.store.getState().step).toBe(4);

    session.messages.settle('storage');
    await train(session, 1);
    await session.autosave.flush();
    expect(notes(session)).toEqual([]);

    storage.fail = null;
    await train(session, 1);
    await session.autosave.flush();
    expect(storage.kept.get('run-a')).toMatchObject({ snapshot: { step: 6 } });
  });

  it('says so where nothing may be read, as soon as there is something to lose', async () => {
    const refused = () => Promise.reject(new DOMException('Denied.', 'SecurityError'));
    const session = await begun({ get: refused, set: refused, delete: refused });
    expect(notes(session)).toEqual([]);
    await train(session, 1);
    await session.autosave.flush();
    expect(notes(session).join()).toContain('lets this page store nothing');
  });

  it('does not take an engine that is gone for a storage that fails', async () => {
    const storage = memory();
    const session = await begun(storage, {
      startEngine: async () => {
        const engine = await createCpuEngine({ threads: 1 });
        const broken = () => Promise.reject(new Error('The engine stopped.'));
        return { engine: { ...engine, snapshot: broken }, reason: '' };
      },
    });
    await session.network.change({ ...session.network.store.getState().spec, threshold: 0.9 });
    session.messages.settle('network');
    session.network.store.setState({ origin: { kind: 'file', name: 'x' } });
    await session.autosave.flush();
    expect(notes(session).join()).not.toContain('saved');
  });

  it('says that another tab saves, and takes over when that is closed', async () => {
    const storage = memory();
    const first = await begun(storage);
    await train(first, 2);
    await first.autosave.flush();

    const second = testSession({ storage });
    await second.ready;
    second.autosave.wait();
    expect(notes(second)).toEqual([]);
    await second.training.step();
    expect(notes(second).join()).toContain('Another tab of this page keeps its run');
    expect(second.messages.store.getState().messages.at(-1)!.stays).toBe(true);
    const kept = storage.kept.get('run-a');
    expect([...storage.kept.keys()]).toEqual(['run-a']);

    await second.autosave.begin({
      link: () => '',
      opened: '',
      read: () => DEFAULT_LINK,
      show: () => undefined,
      date: () => 0,
    });
    await second.autosave.flush();
    expect(notes(second)).toEqual(['An unfinished run at step 2 of 64-12-3 was saved just now.']);
    expect(storage.kept.get('run-a')).toBe(kept);
    expect(storage.kept.get('run-b')).toMatchObject({ snapshot: { step: 1 } });
  });
});
