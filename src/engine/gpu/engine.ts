/**
 * The engine on WebGPU. It takes a device and nothing else from outside, so it runs in a page, in a worker and in Node. What it is asked
 * for it does on a Machine, the buffers and kernels of one device; when a device is lost, it asks for another, builds a new
 * Machine from the last snapshot and goes on.
 */
import type { Arrival } from '../../data/arrival';
import type { ImageSet } from '../../data/image-set';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import {
  EngineError,
  type DataRole,
  type Engine,
  type Network,
  type Snapshot,
  type StepReport,
  type TrainEnd,
} from '../engine';
import {
  checkSettings,
  checkWeights,
  requireData,
  requireImages,
  requireNetwork,
} from '../shared/checks';
import { awaitImages, letIn } from '../shared/arriving';
import { checkTimes } from '../shared/forced';
import { createTrainingLock } from '../shared/training-lock';
import { createInterruption } from '../shared/interruption';
import { endReason, plannedSteps } from '../shared/plan';
import { loadPart } from '../shared/load-part';
import { createReporter, type Reporter } from '../shared/reports';
import type { Tuning } from './device/adapter';
import { evaluate } from './batch/evaluation';
import { evaluateForced } from './batch/forced';
import { runMaps } from './batch/maps';
import { createKeeper } from './keeper';
import { createMachine, type Machine } from './machine';
import { readWeights } from './device/network-buffers';
import { runSamples } from './batch/samples';
import { createTrainer, stepsLeft, type Trainer } from './batch/training';
import { createReadWriteLock } from './read-write-lock';

export interface GpuEngineOptions {
  /** Belongs to the engine from now on, which destroys it in dispose(). */
  device: GPUDevice;
  /** For people: "WebGPU - SwiftShader". */
  label: string;
  /** Another device, when this one is lost; without it, or when it rejects, the engine stops for good. */
  requestDevice?: () => Promise<GPUDevice>;
  /** Which kind of adapter the work is laid out for; its own kind, unless a test or a measurement wants the other. */
  tuneFor?: Tuning;
  /** Milliseconds; another clock only in tests. */
  now?: () => number;
}

/** Devices in a row that may be lost before they did anything. */
const MOST_LOSSES = 3;

/** Thrown inside where a device was lost, to begin again on the next. */
class Lost extends Error {}

export async function createGpuEngine({
  device,
  label,
  requestDevice,
  tuneFor,
  now = () => performance.now(),
}: GpuEngineOptions): Promise<Engine> {
  const trainingLock = createTrainingLock();
  const interruption = createInterruption();
  const lock = createReadWriteLock();
  const keeper = createKeeper(now);
  const data: Partial<Record<DataRole, ImageSet>> = {};
  /** How the images of a set come, where they were not all there when it was loaded. */
  const arrivals: Partial<Record<DataRole, Arrival>> = {};
  let settings: TrainingSettings = DEFAULT_TRAINING;
  let disposed = false;
  /** Devices lost since one last did anything, and what was kept at the last loss: a training that got on keeps something else. */
  let losses = 0;
  let keptAtLoss: Network | Snapshot | undefined;
  /** Why the engine has stopped for good. */
  let dead: EngineError | undefined;
  /** The machine at work, or the one that is being built. */
  let machine: Promise<Machine> = Promise.resolve(watch(device));

  function watch(next: GPUDevice): Machine {
    const created = createMachine(next, tuneFor);
    void next.lost.then((info) => {
      if (disposed) return;
      machine = replace(info.message);
      // Who works on it next is told; until then nobody listens.
      machine.catch(() => undefined);
    });
    return created;
  }

  async function replace(reason: string): Promise<Machine> {
    if (keeper.kept !== keptAtLoss) losses = 0;
    keptAtLoss = keeper.kept;
    const again = ++losses <= MOST_LOSSES;
    try {
      if (!requestDevice) throw new EngineError('no other device can be asked for');
      // A driver that hangs gives devices, all of them lost: asked for without an end, they would keep the page busy.
      if (!again) throw new EngineError('each device is lost as soon as it is opened');
      const next = watch(await requestDevice());
      const { kept } = keeper;
      if (kept) await next.load(kept);
      return next;
    } catch (error) {
      const cause = (again && reason) || (error instanceof Error ? error.message : String(error));
      dead = new EngineError(
        `The GPU was lost and could not be had again at once (${cause.trim().replace(/\.$/, '')}).`,
      );
      engine.onLost?.(dead.message);
      throw dead;
    }
  }

  const current = async (): Promise<Machine> => {
    if (disposed) throw new EngineError('The engine has been disposed of: create a new one.');
    if (dead) throw dead;
    return machine;
  };

  /** Does `work` on the machine; again on the next machine if the device is lost meanwhile. */
  async function onMachine<T>(work: (machine: Machine) => Promise<T>): Promise<T> {
    for (;;) {
      const at = await current();
      try {
        const lost = at.device.lost.then(() => {
          throw new Lost();
        });
        lost.catch(() => undefined);
        const done = await Promise.race([work(at), lost]);
        losses = 0;
        return done;
      } catch (error) {
        if (disposed || error instanceof EngineError) throw error;
        if (!(error instanceof Lost) && !(await isLost(at.device))) throw error;
      }
    }
  }

  const networkOf = (at: Machine): NonNullable<Machine['network']> => requireNetwork(at.network);

  /** The trainer at hand, and what it was made for. */
  let kept: { at: Machine; network: Machine['network']; set: ImageSet; trainer: Trainer } | null =
    null;

  function dismissTrainer(): void {
    kept?.trainer.destroy();
    kept = null;
  }

  function trainerOf(at: Machine, set: ImageSet): Trainer {
    const { network } = at;
    if (kept?.at !== at || kept.network !== network || kept.set !== set) {
      dismissTrainer();
      kept = {
        at,
        network,
        set,
        trainer: createTrainer(at, set, { now, arrival: arrivals.train }),
      };
    }
    return kept.trainer;
  }

  /** Adds what the oldest submit gave to the reports. Returns whether something was no longer a finite number. */
  async function addNext(trainer: Trainer, reporter: Reporter): Promise<boolean> {
    for (const { step, samples, means, rate, broken } of await trainer.next()) {
      reporter.add(step, samples, means, rate);
      if (broken) return true;
    }
    return false;
  }

  /** Trains on one machine until the end, or until its device is lost. */
  async function trainOn(
    at: Machine,
    set: ImageSet,
    last: number,
    reporter: Reporter,
  ): Promise<TrainEnd> {
    const network = networkOf(at);
    const arrival = arrivals.train;
    if (arrival) await letIn(arrival);
    const trainer = trainerOf(at, set);
    trainer.begin();
    try {
      let broken = false;
      for (;;) {
        const planned = plannedSteps(settings, set.count);
        const end = broken
          ? ('not-finite' as const)
          : endReason(network.step, last, planned, trainingLock.stopping);
        const coming = !end && !trainer.has(settings);
        if (!end && !coming && trainer.free) {
          const preparing = trainer.prepare(settings);
          if (preparing) {
            await preparing;
            continue;
          }
          trainer.submit(settings, stepsLeft(settings, network.step, last, set.count));
          keeper.offer(at, network);
        } else if (trainer.pending > 0) {
          const bad = await addNext(trainer, reporter);
          broken ||= bad;
        } else if (end) {
          return { step: network.step, reason: end };
        } else if (arrival!.failure) {
          return { step: network.step, reason: 'no-images' };
        } else {
          reporter.flush();
          await awaitImages(arrival!, trainingLock);
        }
      }
    } catch (error) {
      // The steps it has submitted are lost. On the next machine another trainer may have been made meanwhile: that one stays.
      if (kept?.trainer === trainer) dismissTrainer();
      throw error;
    }
  }

  const engine: Engine = {
    kind: 'webgpu',
    label,

    async setNetwork(network: Network | Snapshot) {
      trainingLock.requireIdle('load a network');
      checkWeights(network);
      await lock.write(async () => {
        dismissTrainer();
        await onMachine(async (at) => {
          await at.load(network);
        });
        keeper.keep(network);
      });
    },

    async setData(role, set, arrival) {
      if (role === 'train') trainingLock.requireIdle('load training data');
      await lock.write(async () => {
        if (role === 'train') dismissTrainer();
        data[role] = set;
        arrivals[role] = arrival;
        (await current()).drop(role);
      });
    },

    async configure(next) {
      checkSettings(next);
      settings = { ...next };
    },

    run: (images) =>
      lock.read(() =>
        onMachine(async (at) =>
          runSamples(at, requireImages(networkOf(at).spec, images), images.count),
        ),
      ),

    async maps(images, { weights, room } = {}) {
      if (!weights) {
        return lock.read(() =>
          onMachine(async (at) => {
            const bytes = requireImages(networkOf(at).spec, images);
            return runMaps(at, bytes, images.count, room);
          }),
        );
      }
      const { spec } = requireNetwork(keeper.kept);
      return onProcessor({ spec, weights }, (cpu) => cpu.maps(images, room && { room }));
    },

    async train(steps: number, onReports: (reports: StepReport[]) => void) {
      const kept = requireNetwork(keeper.kept);
      const set = requireData(data.train, 'train', kept.spec);
      trainingLock.enter();
      try {
        const reporter = createReporter(onReports);
        let last: number | undefined;
        const end = await onMachine((at) => {
          last ??= networkOf(at).step + steps;
          return trainOn(at, set, last, reporter);
        });
        reporter.flush();
        await onMachine((at) => keeper.settle(at, networkOf(at)));
        return end;
      } finally {
        trainingLock.leave();
      }
    },

    stop: () => trainingLock.stop(),
    interrupt: interruption.interrupt,

    async evaluate(role, { average = false, limit = Infinity } = {}) {
      trainingLock.requireIdle('evaluate');
      const kept = requireNetwork(keeper.kept);
      const set = requireData(data[role], role, kept.spec);
      const images = Math.min(limit, set.count);
      const asked = settings;
      const mayGoOn = interruption.guard();
      await arrivals[role]?.whole;
      return lock.read(() =>
        onMachine((at) =>
          evaluate(at, role, set, images, asked, average && networkOf(at).averaging, mayGoOn),
        ),
      );
    },

    async evaluateForced(role, times) {
      trainingLock.requireIdle('evaluate');
      checkTimes(times);
      const kept = requireNetwork(keeper.kept);
      const set = requireData(data[role], role, kept.spec);
      await arrivals[role]?.whole;
      return lock.read(() => onMachine((at) => evaluateForced(at, set, times)));
    },

    async evaluateImprecise(role, imprecision, options) {
      trainingLock.requireIdle('evaluate');
      const kept = requireNetwork(keeper.kept);
      const set = requireData(data[role], role, kept.spec);
      await arrivals[role]?.whole;
      const { weights } = await engine.readWeights();
      // On the processor, which walks single spikes: the noise is the same on every engine.
      return onProcessor({ spec: kept.spec, weights }, async (cpu) => {
        await cpu.configure(settings);
        await cpu.setData(role, set);
        return cpu.evaluateImprecise(role, imprecision, options);
      });
    },

    readWeights: (layers) =>
      lock.read(() => onMachine((at) => readWeights(at.device, networkOf(at), layers))),

    snapshot: () => lock.read(() => onMachine((at) => keeper.snapshot(at, networkOf(at)))),

    async dispose() {
      if (disposed) return;
      await trainingLock.stop();
      await lock.write(async () => {
        disposed = true;
        dismissTrainer();
        const at = await machine.catch(() => undefined);
        at?.destroy();
      });
      data.train = data.test = undefined;
    },
  };
  return engine;
}

/** Does work on the processor, with a network that is not the GPU's. */
async function onProcessor<T>(network: Network, work: (cpu: Engine) => Promise<T>): Promise<T> {
  const { createCpuEngine } = await loadPart(() => import('../cpu/engine'));
  const cpu = await createCpuEngine();
  try {
    await cpu.setNetwork(network);
    return await work(cpu);
  } finally {
    await cpu.dispose();
  }
}

/** Whether a device is lost; `lost` may settle a little after the first call that fails. */
async function isLost(device: GPUDevice): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => setTimeout(resolve, 500, false));
  return Promise.race([device.lost.then(() => true), patience]);
}
