/** Watches a run for its breakpoints: between stretches, at reports, and step by step where one must be seen exactly. */
import type { Engine, SampleRun, StepReport } from '../../engine/engine';
import { sameSize, spread, type Images } from '../../data/image-set';
import { readout, type Readout } from '../../model/readout';
import {
  comparesLooks,
  followAccuracy,
  passesAccuracy,
  passesSilent,
  PROBES,
  silentShares,
  watchesSteps,
  type Hit,
  type Look,
  type Watched,
} from './breakpoints';
import type { Core } from '../core/core';
import { testedOf } from '../data/tested';
import { imageOf } from '../stimulus/present';
import { spikeCount } from '../../engine/shared/layer-spikes';

/** [hidden layers][neurons] 1 where a neuron spikes for some of the images. */
function aliveIn(runs: SampleRun[]): Uint8Array[] {
  const hidden = runs[0]?.layers.slice(1, -1) ?? [];
  return hidden.map(({ times }, l) =>
    Uint8Array.from(times, (_, j) =>
      Number(runs.some((r) => r.layers[l + 1]!.times[j]! < Infinity)),
    ),
  );
}

function answerOf({ layers, potential }: SampleRun): Readout {
  const blank = spikeCount(layers[0]!) === 0;
  return readout(layers[layers.length - 1]!.times, potential, blank);
}

type Shared = Pick<Core, 'breakpoints' | 'data' | 'network' | 'playback' | 'stimulus' | 'training'>;

export function createWatch(core: Shared) {
  const store = core.breakpoints;
  let watched: Watched & { training: number | null } = {
    accuracy: null,
    silent: null,
    training: null,
  };
  let last: Look | null = null;

  const settings = () => store.getState().breakpoints;
  const hit = () => store.getState().hit;

  /** Notes why training stops: where several breakpoints are hit at once, the first is shown. */
  function note(found: Hit | null): boolean {
    if (found && !hit()) store.setState({ hit: found });
    return found !== null;
  }

  /** Images of the test set (else the training set), spread over it; null where none are of the network's size. */
  function probes(): Images | null {
    const { test, train } = core.data.getState();
    const { input } = core.network.getState().spec;
    const set = [test.set, train.set].find((s) => s !== null && sameSize(s, input));
    return set ? spread(set, PROBES) : null;
  }

  async function look(engine: Engine): Promise<Look> {
    const { neuron } = settings();
    const { image } = core.stimulus.getState();
    const shown = imageOf(core);
    const { selected: ref } = core.playback.store.getState();
    const others = neuron.on && neuron.which === 'any' ? probes() : null;
    const [[run], tried] = await Promise.all([
      shown ? engine.run(shown) : [],
      others ? engine.run(others) : null,
    ]);
    const time = ref && ref.layer > 0 ? run?.layers[ref.layer]?.times[ref.neuron] : undefined;
    return {
      image,
      answer: run ? answerOf(run) : null,
      selected: ref && time !== undefined ? { ref, time } : null,
      alive: tried && aliveIn(tried),
    };
  }

  return {
    store,
    hit,
    /** Steps that may be made before the next look. */
    stretch: (steps: number) => (watchesSteps(settings()) ? 1 : steps),
    /** Whether a breakpoint waits for evaluations of the test set. */
    awaitsTest: () => settings().accuracy.on && settings().accuracy.of === 'test',
    /** A run begins. What holds already stops nothing: a breakpoint is hit only where something changes. */
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
      const found = passesAccuracy(
        settings(),
        'test',
        watched.accuracy,
        accuracy,
        step,
        testedOf(core.data.getState()).accuracy,
      );
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
