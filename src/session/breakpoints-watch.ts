/** Watches a run for its breakpoints: between stretches, at reports, and step by step where one must be seen exactly. */
import { createStore } from 'zustand/vanilla';
import type { Engine, SampleRun, StepReport } from '../engine/engine';
import { readout } from '../model/readout';
import {
  comparesLooks,
  followAccuracy,
  NO_BREAKPOINTS,
  passesAccuracy,
  passesSilent,
  PROBES,
  silentShares,
  watchesSteps,
  type Breakpoints,
  type Hit,
  type Look,
  type Watched,
} from './breakpoints';
import type { Core } from './core';
import { spikeCount } from './weights';

export interface BreakpointsState {
  breakpoints: Breakpoints;
  /** What has stopped the last run; null where it was stopped otherwise. */
  hit: Hit | null;
}

export function createBreakpointsStore() {
  return createStore<BreakpointsState>(() => ({ breakpoints: NO_BREAKPOINTS, hit: null }));
}

/** [hidden layers][neurons] 1 where a neuron spikes for some of the images. */
function aliveIn(runs: SampleRun[]): Uint8Array[] {
  const hidden = runs[0]?.layers.slice(1, -1) ?? [];
  return hidden.map(({ times }, l) =>
    Uint8Array.from(times, (_, j) =>
      Number(runs.some((r) => r.layers[l + 1]!.times[j]! < Infinity)),
    ),
  );
}

export function createWatch(core: Core) {
  const store = core.breakpoints;
  let watched: Watched & { training: number | null } = {
    accuracy: null,
    silent: null,
    training: null,
  };
  let last: Look | null = null;

  const settings = () => store.getState().breakpoints;
  const hit = () => store.getState().hit;

  /** The first breakpoint of a stop is the one that is told. */
  function note(found: Hit | null): boolean {
    if (found && !hit()) store.setState({ hit: found });
    return found !== null;
  }

  /** Images of the test set (else the training set), spread over it. */
  function probes(): Uint8Array<ArrayBuffer> | null {
    const { test, train } = core.data.getState();
    const set = test.set ?? train.set;
    if (!set) return null;
    const size = set.width * set.height;
    const count = Math.min(PROBES, set.count);
    const images = new Uint8Array(count * size);
    for (let n = 0; n < count; n++) {
      const index = Math.floor((n * set.count) / count);
      images.set(set.images.subarray(index * size, (index + 1) * size), n * size);
    }
    return images;
  }

  async function look(engine: Engine): Promise<Look> {
    const { neuron } = settings();
    const { image } = core.stimulus.getState();
    const { selected: ref } = core.playback.store.getState();
    const others = neuron.on && neuron.which === 'any' ? probes() : null;
    const all = new Uint8Array(image.length + (others?.length ?? 0));
    all.set(image);
    if (others) all.set(others, image.length);
    const [run, ...rest] = await engine.run(all);
    const output = run!.layers[run!.layers.length - 1]!;
    const blank = spikeCount(run!.layers[0]!) === 0;
    const time = ref ? run!.layers[ref.layer]?.times[ref.neuron] : undefined;
    return {
      image,
      answer: readout(output.times, run!.potential, blank),
      selected: ref && ref.layer > 0 && time !== undefined ? { ref, time } : null,
      alive: others ? aliveIn(rest) : null,
    };
  }

  return {
    store,
    hit,
    /** Steps that may be made before the next look. */
    stretch: (steps: number) => (watchesSteps(settings()) ? 1 : steps),
    /** Whether a breakpoint waits for evaluations of the test set. */
    awaitsTest: () => settings().accuracy.on && settings().accuracy.of === 'test',
    /** A run begins: what holds already is not an event. */
    async begin(engine: Engine): Promise<void> {
      store.setState({ hit: null });
      watched.accuracy = core.training.getState().testAccuracy;
      last = watchesSteps(settings()) ? await look(engine) : null;
    },
    /** Other weights are on the page. */
    forget(): void {
      watched = { accuracy: null, silent: null, training: null };
      last = null;
      store.setState({ hit: null });
    },
    /** @returns whether training is to stop */
    reports(reports: StepReport[]): boolean {
      const { spec } = core.network.getState();
      const { batch } = core.training.getState().settings;
      let stop = false;
      for (const report of reports) {
        const training = followAccuracy(watched.training, report, batch);
        const silent = silentShares(spec, report.spikes);
        const found =
          passesAccuracy(settings(), 'training', watched.training, training, report.step) ??
          passesSilent(settings(), spec, watched.silent, silent, report.step);
        watched = { ...watched, training, silent };
        stop = note(found) || stop;
      }
      return stop;
    },
    tested(accuracy: number, step: number): boolean {
      const found = passesAccuracy(settings(), 'test', watched.accuracy, accuracy, step);
      watched.accuracy = accuracy;
      return note(found);
    },
    /** Looks at the image on the page and the probes, if a breakpoint asks for it. */
    async stepped(engine: Engine, step: number): Promise<boolean> {
      if (!watchesSteps(settings())) {
        last = null;
        return false;
      }
      const now = await look(engine);
      const found = comparesLooks(settings(), core.network.getState().spec, last, now, step);
      last = now;
      return note(found);
    },
    notFinite(step: number): void {
      note({ kind: 'not-finite', step, text: 'a weight or the loss was no longer finite' });
    },
  };
}
