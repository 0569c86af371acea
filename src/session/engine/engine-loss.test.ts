import { afterEach, expect, it, vi } from 'vitest';
import type { EngineRequest } from '../../engine/choose';
import { EngineGoneError, type Engine } from '../../engine/engine';
import { createReferenceEngine } from '../../engine/reference/reference';
import { testSession, until } from '../session.test-data';
import { DEFAULT_LINK } from '../link/session-link';

type Session = ReturnType<typeof testSession>;

/** A session whose engines can be lost, in the order in which they were started; `had` says which can be had, by kind and number. */
async function losable(
  choice: EngineRequest,
  had: (kind: 'cpu' | 'webgpu', number: number) => boolean = () => true,
  options: Parameters<typeof testSession>[0] = {},
) {
  const engines: Engine[] = [];
  let asked = 0;
  const session = testSession({
    ...options,
    choice,
    startEngine(wanted) {
      const kind = wanted === 'cpu' ? 'cpu' : 'webgpu';
      if (!had(kind, asked++)) return Promise.reject(new Error(`There is no ${kind}.`));
      const engine = Object.assign(createReferenceEngine(), { kind, label: `${kind} - test` });
      engines.push(engine);
      return Promise.resolve({ engine, reason: `${kind} was chosen` });
    },
  });
  await session.ready;
  await session.training.configure({ epochs: 1e4 });
  return { session, engines };
}

/** As an engine in a worker is lost: its owner is told, and all that is under way or asked for later is rejected. */
async function lose(engine: Engine, message: string): Promise<void> {
  const gone = () => Promise.reject(new EngineGoneError(message));
  Object.assign(engine, { train: gone, snapshot: gone, run: gone, evaluate: gone });
  const stopped = engine.stop();
  engine.onLost!(message);
  await stopped;
}

const said = (session: Session) =>
  session.messages.store.getState().messages.map(({ kind, text }) => `${kind}: ${text}`);

/** Trains some steps, and is told when it goes on from where it was. */
async function underWay(session: Session): Promise<() => Promise<void>> {
  const { store } = session.training;
  void session.training.run();
  await until(() => store.getState().step > 2);
  return async () => {
    await until(() => store.getState().status === 'running');
    const { step } = store.getState();
    await until(() => store.getState().step > step + 2);
  };
}

let open: Session | undefined;
afterEach(() => open?.dispose());

it('a lost engine is said once, in words of its own, and training goes on', async () => {
  const { session, engines } = await losable('cpu');
  open = session;
  const goesOn = await underWay(session);
  await lose(engines[0]!, 'A thread of the CPU engine broke off.');
  await until(() => engines.length === 2);
  await goesOn();
  const messages = said(session);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(
    /^note: A thread of the CPU engine broke off\. Work goes on from step [\d,\s]+ on cpu - test\.$/,
  );
});

it('a GPU that is lost for good gives way to the CPU, which trains on by itself', async () => {
  const { session, engines } = await losable('webgpu', (kind, n) => kind === 'cpu' || n === 0);
  open = session;
  const goesOn = await underWay(session);
  await lose(engines[0]!, 'The GPU was lost and could not be had again.');
  await until(() => engines.length === 2);
  await goesOn();
  expect(session.engine.store.getState()).toMatchObject({
    kind: 'cpu',
    reason: 'The GPU was lost and could not be had again, so the CPU engine is at work.',
  });
  expect(said(session).join()).toMatch(/^note: The GPU was lost .* on cpu - test\.$/);
});

it('an engine that is lost again and again is not started for ever, but when somebody asks', async () => {
  const { session, engines } = await losable('auto');
  open = session;
  const kinds: string[] = [];
  for (let n = 0; n < 5; n++) {
    await lose(engines[n]!, 'It is gone.');
    if (n < 4) await until(() => engines[n + 1]?.onLost !== undefined);
    kinds.push(engines[n]!.kind);
  }
  // The fourth time within a minute the CPU has its turn; where that is lost, too, nothing is left.
  await until(() => session.engine.store.getState().status === 'failed');
  expect(kinds).toEqual(['webgpu', 'webgpu', 'webgpu', 'webgpu', 'cpu']);
  expect(said(session)).toEqual(['error: It is gone. It fails again and again: reload the page.']);
  session.messages.store.getState().messages[0]!.action!.run();
  await until(() => session.engine.store.getState().status === 'ready');
});

it('a lost engine has nothing to save, which is no failure of the storage', async () => {
  const { session, engines } = await losable('cpu', undefined, {
    storage: {
      get: async () => undefined,
      set: async () => undefined,
      delete: async () => undefined,
    },
  });
  open = session;
  await session.autosave.begin({
    link: () => '',
    opened: '',
    read: () => DEFAULT_LINK,
    show: () => undefined,
    date: () => 0,
  });
  await session.training.step();
  const gone = vi.fn<() => Promise<never>>(() =>
    Promise.reject(new EngineGoneError('It is gone.')),
  );
  engines[0]!.snapshot = gone;
  await session.training.step();
  gone.mockClear();
  await session.autosave.flush();
  expect(gone).toHaveBeenCalled();
  expect(said(session)).toEqual([]);
});

it('an engine that cannot start can be asked for again', async () => {
  let there = false;
  const session = testSession({
    choice: 'auto',
    startEngine: () =>
      there
        ? Promise.resolve({ engine: createReferenceEngine(), reason: '' })
        : Promise.reject(new Error('A part of the engine could not be loaded.')),
  });
  open = session;
  await session.ready;
  const [message] = session.messages.store.getState().messages;
  expect(message).toMatchObject({
    kind: 'error',
    text: 'A part of the engine could not be loaded.',
  });
  there = true;
  message!.action!.run();
  await until(() => session.spikes.store.getState().run !== null);
  expect(session.messages.store.getState().messages).toEqual([]);
});

it('an engine that starts for long is said to, until it is there', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const session = testSession({
      startEngine: async () => {
        await arrived;
        return { engine: createReferenceEngine(), reason: '' };
      },
    });
    open = session;
    await vi.advanceTimersByTimeAsync(11_000);
    expect(said(session)).toEqual([]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(said(session).join()).toMatch(/^error: The engine has not started yet\./);
    arrive();
    await session.ready;
    expect(said(session)).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});
