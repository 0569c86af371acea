/** The page's side: an Engine whose work is done in a worker, so that the page stays smooth whatever the engine does. */
import { proxy, releaseProxy, transfer, wrap, type Remote } from 'comlink';
import type { ImageSet } from '../../data/image-set';
import {
  EngineError,
  type DataRole,
  type Engine,
  type EngineKind,
  type StepReport,
} from '../engine';
import { taken, type Loaded } from '../../data/worker/loaded';
import { answered } from '../../data/worker/messages';
import { createSentCount, countingMessages } from './pending-messages';
import { watchLife } from './life';
import { spawnEngineWorker } from './spawn';
import type { EngineHost } from './protocol';

export interface WorkerEngineOptions {
  /** Threads of the CPU engine; as many as make sense without. */
  threads?: number;
  /** Starts the worker; tests bring their own. */
  spawn?: () => Worker;
  /** Milliseconds in which it is to be open. */
  patience?: number;
}

/** Longer than the engine's files take on a slow line; the GPU engine has a stand-in, and need not be waited for. */
const PATIENCE: Record<EngineKind, number> = { cpu: 60_000, webgpu: 8000, reference: 60_000 };

/** Bytes of a data set that are copied at a time: some milliseconds' work. */
const PIECE = 2 ** 22;

function started(spawn: () => Worker): Worker {
  try {
    return spawn();
  } catch {
    throw new EngineError(
      'This browser does not let the page start the worker in which its engine is: allow workers for this page, then reload it.',
    );
  }
}

/**
 * Starts a worker with the executor asked for.
 * A worker that dies (an error nobody caught, killed by the browser, out of memory) rejects what was under way and every later
 * call, and calls `onLost`, with the same sentence.
 * @throws EngineError where the executor cannot run here
 */
export async function createWorkerEngine(
  kind: EngineKind,
  { threads, spawn = spawnEngineWorker, patience = PATIENCE[kind] }: WorkerEngineOptions = {},
): Promise<Engine> {
  const worker = started(spawn);
  const sentCount = createSentCount();
  const line = answered(worker, tooMuch);
  const host = wrap<EngineHost>(sentCount ? countingMessages(line, sentCount) : line);
  const life = watchLife(worker, patience);
  const { lock } = life;
  /** The last set given of each role: the next one waits until it is there. */
  const given: Record<DataRole, Promise<void>> = {
    train: Promise.resolve(),
    test: Promise.resolve(),
  };
  /** Resolves when the set on its way is there or has failed to come. Calls that use data wait for it: they were made after it was given. */
  const there = (role: DataRole): Promise<void> => given[role].catch(() => undefined);
  /** The last training asked for has been sent on: a stop must not overtake it. */
  let begun: Promise<void> = Promise.resolve();
  /** So has the last evaluation: an interruption must not overtake it either. */
  let evaluating: Promise<void> = Promise.resolve();
  const order = {
    kind,
    ...(lock && { lock }),
    ...(threads && { threads }),
    ...(sentCount && { sentCount }),
  };
  const engine: Engine & { label: string } = {
    kind,
    label: '',
    async setNetwork(network) {
      engine.label = await call((h) => h.setNetwork(network));
    },
    setData(role, data) {
      const sent = there(role).then(() => send(role, data));
      given[role] = sent;
      return sent;
    },
    async fetchTraining(base, { begun, progress }) {
      const before = there('train');
      let begin = (): void => undefined;
      given.train = new Promise((resolve) => (begin = resolve));
      try {
        await before;
        const fetched = await call<Loaded<ImageSet>>((h) =>
          h.fetchTraining(
            base,
            proxy((head) => {
              begin();
              begun(head);
            }),
            proxy(progress),
          ),
        );
        return taken(fetched);
      } finally {
        begin();
      }
    },
    configure: (settings) => call((h) => h.configure(settings)),
    // A copy of these bytes alone: to send a view would copy the whole buffer that it looks into.
    run: (images) => call((h) => h.run({ ...images, images: images.images.slice() })),
    maps(images, { weights, room } = {}) {
      const bytes = images.images.slice();
      const options = {
        ...(weights && { weights: weights.map((layer) => layer.slice()) }),
        ...(room && { room }),
      };
      return call((h) =>
        h.maps(
          transfer({ ...images, images: bytes }, [bytes.buffer]),
          transfer(options, room ? [room] : []),
        ),
      );
    },
    async train(steps, onReports) {
      let received = 0;
      let wake: () => void = () => undefined;
      const receive = (reports: StepReport[]): void => {
        received++;
        // Before the listener, which may throw: the wait for the last report (below) must see that this one came.
        wake();
        onReports(reports);
      };
      begun = there('train');
      await begun;
      const { end, sent } = await call((h) => h.train(steps, proxy(receive)));
      // Reports come through another channel than the end of the training, which waits until all of them are handed on.
      while (received < sent) {
        await Promise.race([life.death, new Promise<void>((resume) => (wake = resume))]);
      }
      return end;
    },
    async stop() {
      await begun;
      await call((h) => h.stop());
    },
    async evaluate(role, options) {
      evaluating = there(role);
      await evaluating;
      return call((h) => h.evaluate(role, options));
    },
    async interrupt() {
      await evaluating;
      await call((h) => h.interrupt());
    },
    async evaluateImprecise(role, imprecision, options) {
      await there(role);
      return call((h) => h.evaluateImprecise(role, imprecision, options));
    },
    async evaluateForced(role, times) {
      await there(role);
      return call((h) => h.evaluateForced(role, times));
    },
    readWeights: (layers) => call((h) => h.readWeights(layers)),
    snapshot: () => call((h) => h.snapshot()),
    async dispose() {
      if (life.over) return;
      await call((h) => h.dispose()).catch(() => undefined);
      end('The engine was closed.');
    },
  };

  /** Piece by piece, with turns of the event loop between: to copy all of it in one go would hold the page up. */
  async function send(role: DataRole, { images, ...rest }: ImageSet): Promise<void> {
    let taken = call((h) => h.beginData(role, images.length));
    for (let from = 0; from < images.length; from += PIECE) {
      // The next piece is copied while the worker receives the one before.
      const piece = images.slice(from, from + PIECE);
      await taken;
      taken = call((h) => h.addData(role, from, transfer(piece, [piece.buffer])));
    }
    await taken;
    await call((h) => h.setData(role, rest));
  }

  function call<T>(work: (host: Remote<EngineHost>) => Promise<T>): Promise<T> {
    if (life.over) return life.death;
    return Promise.race([life.death, work(host).catch(rethrow)]);
  }

  function end(message: string): void {
    life.end(message);
    worker.terminate();
    host[releaseProxy]();
  }

  const lost = (message: string): void => {
    if (life.over) return;
    end(message);
    engine.onLost?.(message);
  };
  life.onDeath = lost;

  try {
    const { label, holds } = await call((h) => h.open(order, proxy(lost)));
    life.begin(holds);
    return Object.assign(engine, { label });
  } catch (error) {
    if (!life.over) end('The engine could not be started.');
    throw error;
  }
}

const tooMuch = (): EngineError =>
  new EngineError(
    'The engine could not take what it was given: it is too large, or nested too deeply.',
  );

/** Errors lose their class on the way; callers tell an EngineError by it. */
function rethrow(error: unknown): never {
  // A full stack or memory is reported in the browser's own words, which are not for people.
  if (error instanceof Error && error.name === 'RangeError') throw tooMuch();
  if (error instanceof Error && error.name === 'EngineError') throw new EngineError(error.message);
  throw error;
}
