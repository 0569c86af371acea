/** Visits to a page that keeps what is on it, for tests. */
import { createCpuEngine } from '../../engine/cpu/engine';
import { writeModel } from '../../files/model-file';
import type { AutosaveHooks } from './autosave';
import type { StoragePort } from './storage-port';
import { SESSION_LINK } from '../link/session-link';
import type { SessionOptions } from '../core/options';
import { smallNetwork, testSession, until } from '../session.test-data';

export type TestSession = ReturnType<typeof testSession>;

/** Keeps copies, as a browser's database does; `fail` makes every write fail. */
export function memory() {
  const kept = new Map<string, unknown>();
  const port: StoragePort & { kept: typeof kept; fail: Error | null } = {
    kept,
    fail: null,
    get: (key) => Promise.resolve(structuredClone(kept.get(key))),
    async set(key, value) {
      if (port.fail) throw port.fail;
      kept.set(key, structuredClone(value));
    },
    async delete(key) {
      kept.delete(key);
    },
  };
  return port;
}

export const MINUTE = 60_000;

/** A visit to the page: training has 96 images, so 24 steps are an epoch of batches of 4. */
export async function visit(
  storage: StoragePort | undefined,
  { date = 0, ...options }: Partial<SessionOptions> & { date?: number } = {},
): Promise<TestSession> {
  const session = testSession({
    startEngine: async () => ({ engine: await createCpuEngine({ threads: 1 }), reason: '' }),
    ...(storage && { storage }),
    ...options,
  });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  const hooks: AutosaveHooks = {
    link: () => SESSION_LINK.encode(session.link.capture()),
    opened: '',
    read: (link) => SESSION_LINK.decode(link).state,
    show: () => undefined,
    date: () => date,
  };
  await session.autosave.begin(hooks);
  return session;
}

export async function train(session: TestSession, steps: number): Promise<void> {
  for (let i = 0; i < steps; i++) await session.training.step();
}

export function notes({ messages }: TestSession): string[] {
  return messages.store.getState().messages.map((m) => m.text);
}

export function press(session: TestSession, label: string): void {
  const { messages } = session.messages.store.getState();
  const message = messages.find((m) => m.actions?.some((a) => a.label === label))!;
  session.messages.dismiss(message.id);
  message.actions!.find((a) => a.label === label)!.run();
}

/** Weights and moments, by way of the model file that holds both. */
export async function bytes(session: TestSession): Promise<Uint8Array> {
  return (await session.network.save()).bytes;
}

export const SETTINGS = {
  batch: 4,
  epochs: 4,
  seed: 5,
  loss: 'cross-entropy',
  distort: 'shift',
  ema: 0.99,
} as const;

export async function begun(storage: StoragePort | undefined, options = {}): Promise<TestSession> {
  const session = await visit(storage, options);
  await session.training.configure(SETTINGS);
  await session.training.reset();
  return session;
}

/** A model file of the test network, with weights of its own. */
export async function modelFile(seed: number): Promise<Blob> {
  return new Blob([writeModel(smallNetwork(seed))]);
}
