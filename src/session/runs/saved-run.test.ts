import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../engine/engine';
import { begun, memory, notes, train } from './autosave.test-data';
import type { SavedRun } from './saved-run';

describe('what lies in storage and is no run of this page', () => {
  /** What `spoil` makes of a sound run, in both slots. */
  async function spoilt(spoil: (run: SavedRun) => unknown) {
    const storage = memory();
    const first = await begun(storage);
    await train(first, 3);
    await first.training.evaluate();
    await first.autosave.flush();
    const run = spoil(storage.kept.get('run-a') as SavedRun);
    for (const where of ['run-a', 'run-b']) storage.kept.set(where, run);
    return { storage, run };
  }

  const without = (path: string) => (run: SavedRun) => {
    const keys = path.split('.');
    const inner = keys.slice(0, -1).reduce((o, key) => o[key] as Fields, run as unknown as Fields);
    delete inner[keys.at(-1)!];
    return run;
  };
  type Fields = Record<string, unknown>;
  const damages: [string, (run: SavedRun) => unknown][] = [
    ...[
      'savedAt',
      'running',
      'snapshot',
      'origin',
      'training',
      'data',
      'link',
      'snapshot.spec',
      'snapshot.step',
      'snapshot.weights',
      'snapshot.first',
      'snapshot.second',
      'origin.kind',
      'origin.name',
      'origin.birth.drive',
      'training.settings',
      'training.settings.batch',
      'training.settings.loss',
      'training.curve.0.spikes',
      'training.curve.0.step',
      'training.tests.0.accuracy',
      'training.norms',
      'training.testAccuracy',
      'training.end',
      'format',
    ].map((path): [string, (run: SavedRun) => unknown] => [`a run without ${path}`, without(path)]),
    ['text', () => 'rubbish'],
    ['a list', () => []],
    ['nothing at all', () => null],
    [
      'a step that is no number of steps',
      (run) => ({ ...run, snapshot: { ...run.snapshot, step: 2 ** 53 } }),
    ],
    [
      'a weight that is not finite',
      (run) => {
        run.snapshot.weights[0]![5] = NaN;
        return run;
      },
    ],
    [
      'a weight beyond all sums',
      (run) => {
        run.snapshot.weights[0]![5] = 3e38;
        return run;
      },
    ],
    [
      'a mean of squares below 0',
      (run) => {
        (run.snapshot as Snapshot).second[1]![0] = -1;
        return run;
      },
    ],
    [
      'a batch of none',
      (run) => {
        run.training.settings.batch = 0;
        return run;
      },
    ],
  ];

  it.each(damages)('%s is not offered but said, and what is trained is saved', async (_, spoil) => {
    const { storage } = await spoilt(spoil);
    const session = await begun(storage);
    expect(notes(session)).toEqual([
      'What an earlier visit has kept is damaged and cannot be brought back.',
    ]);
    await train(session, 1);
    await session.autosave.flush();
    expect(storage.kept.get('run-a')).toMatchObject({ snapshot: { step: 1 } });
  });

  it('a newer version’s is left alone, which is said as long as nothing is saved', async () => {
    const { storage, run } = await spoilt((sound) => ({
      ...sound,
      format: 3,
      snapshot: 'smaller',
    }));
    const session = await begun(storage);
    const left = expect.stringMatching(/^What a newer version .* is left alone: reload the page/);
    expect(notes(session)).toEqual([left]);
    await train(session, 1);
    await session.autosave.flush();
    expect([storage.kept.get('run-a'), storage.kept.get('run-b')]).toEqual([run, run]);
    const last = session.messages.store.getState().messages.at(-1)!;
    expect(last.text).toMatch(/is left alone, so this network is not saved/);
    expect(last.stays).toBe(true);

    storage.kept.delete('run-b');
    const next = await begun(storage);
    await train(next, 2);
    await next.autosave.flush();
    expect(storage.kept.get('run-a')).toBe(run);
    expect(storage.kept.get('run-b')).toMatchObject({ snapshot: { step: 2 } });
    expect(notes(next)).toEqual([left]);
  });
});
