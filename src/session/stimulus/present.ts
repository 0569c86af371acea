/** Keeps the spikes on the page true to the stimulus and the weights: the latest wins, one run at a time. */
import { sameSize, single, type Images } from '../../data/image-set';
import { weightCount } from '../../model/network';
import { readout } from '../../model/readout';
import { forward } from '../../model/step';
import type { Engine, SampleRun } from '../../engine/engine';
import type { Core } from '../core/core';
import type { Options } from '../core/options';
import { isTraining } from '../training/training-state';
import type { SpikesState } from './spikes';
import { runFrom, spikeCount } from '../../engine/shared/layer-spikes';

/** The image on the page with its size; null while its size is not the one that the network reads. */
export function imageOf(core: Pick<Core, 'network' | 'stimulus'>): Images | null {
  const stimulus = core.stimulus.getState();
  const { input } = core.network.getState().spec;
  return sameSize(stimulus, input) ? single(stimulus, stimulus.image) : null;
}

/** Why the spikes change; it decides what becomes of the ghost, the earlier run to compare with. */
export type Cause = 'stroke' | 'stimulus' | 'network' | 'training';

/** Milliseconds between two renewals of the weights and of what is told in words, while it trains. */
const TELL = 380;
/** ... and while somebody looks at the weights themselves. */
const TELL_CLOSE = 180;
/** Weights up to which a stroke's way is worked out here, in the frame of the stroke: to ask the engine takes until the next. */
const FEW = 4096;
/** Weights from which on they are read back less often, so that looking costs little. */
const MANY = 8e5;

type Shared = Pick<
  Core,
  | 'ahead'
  | 'engine'
  | 'guarded'
  | 'network'
  | 'place'
  | 'snapshots'
  | 'spikes'
  | 'stimulus'
  | 'training'
  | 'weightsShown'
> &
  Options<'now'>;

export function createPresenter(core: Shared) {
  let wanted: Cause | null = null;
  let lastRead = -Infinity;
  let followers = 0;
  let flight: Promise<void> | null = null;
  /** The ghost from before a replay, whose place the present weights' run has taken. */
  let earlier: SampleRun | null = null;
  /** The run on the page is of the network before an engine had it. */
  let foretold = false;

  /** The image's way by the model itself. */
  function runHere(weights: Float32Array<ArrayBuffer>[], image: Images): SampleRun {
    return runFrom(forward(core.network.getState().spec, weights, image.images));
  }

  /** The weights on the page where they are not the engine's; else null. */
  function besides(): Float32Array<ArrayBuffer>[] | null {
    return core.weightsShown ?? (core.ahead ? core.network.getState().weights : null);
  }

  /** The engine's weights where a stroke can do without the engine; else null. */
  function atHand(cause: Cause): Float32Array<ArrayBuffer>[] | null {
    const { spec, weights } = core.network.getState();
    if (cause !== 'stroke' || spec.convolutions?.length || weightCount(spec) > FEW) return null;
    const held = core.snapshots.held()?.weights;
    return held && held === weights ? held : null;
  }

  /** The stimulus's way through the network, and the weights where they are new. */
  async function look(
    engine: Engine | null,
    image: Images,
    cause: Cause,
    withWeights: boolean,
  ): Promise<{ run: SampleRun; weights: Float32Array<ArrayBuffer>[] | null }> {
    const other = besides();
    if (other) return { run: runHere(other, image), weights: other };
    const here = atHand(cause);
    if (here) return { run: runHere(here, image), weights: null };
    const [runs, moment] = await Promise.all([
      engine!.run(image),
      withWeights ? core.snapshots.weights() : null,
    ]);
    return { run: runs[0]!, weights: moment && moment.weights };
  }

  /** While it trains most looks are at the spikes alone: the weights and the words come along a few times a second. */
  function isQuick(cause: Cause): boolean {
    if (cause !== 'training' || !isTraining(core.training.getState().status)) return false;
    const weights = weightCount(core.network.getState().spec);
    const pause = followers > 0 ? TELL_CLOSE : TELL;
    return core.options.now() - lastRead < pause * Math.max(1, weights / MANY);
  }

  async function once(cause: Cause): Promise<void> {
    const { engine, weightsShown, ahead } = core;
    const place = core.place();
    const image = imageOf(core);
    // While a network is on its way to the engine nothing is run: whoever brings it shows it afterwards.
    if ((!engine && !ahead) || !image || place === null || !core.network.getState().weights) return;
    const quick = isQuick(cause);
    const withWeights = !quick && (cause === 'network' || cause === 'training');
    if (withWeights) lastRead = core.options.now();
    const looked = await look(engine, image, cause, withWeights).catch((error: unknown) => {
      if (core.place() === place) throw error;
    });
    if (
      !looked ||
      core.engine !== engine ||
      core.weightsShown !== weightsShown ||
      core.ahead !== ahead ||
      core.place() !== place
    )
      return;
    const { run, weights } = looked;
    // Training has ended meanwhile. At rest, marks, weights and words are to be of the same step: run again, with all of them.
    if (quick && !isTraining(core.training.getState().status)) return once(cause);
    if (weights && weights !== core.network.getState().weights) {
      core.network.setState(({ version }) => ({ weights, version: version + 1 }));
    }
    // What an engine makes of the same network is no change of it.
    const same = foretold && cause === 'network';
    foretold = ahead;
    const blank = spikeCount(run.layers[0]!) === 0;
    const output = run.layers[run.layers.length - 1]!;
    core.spikes.setState((old) => ({
      run,
      explained: quick && old.explained ? old.explained : run,
      blank,
      answer: readout(output.times, run.potential, blank),
      // While it trains, the ghost stays what was seen before training began.
      ghost: cause === 'stroke' ? null : cause === 'training' || same ? old.ghost : old.run,
      ghostOf: cause === 'training' ? old.ghostOf : 'before',
      version: old.version + 1,
      wordsVersion: quick ? old.wordsVersion : old.version + 1,
    }));
  }

  async function drain(): Promise<void> {
    try {
      while (wanted) {
        const cause = wanted;
        wanted = null;
        await once(cause);
      }
    } finally {
      // Set here, before those who wait for this drain go on: what they ask for then starts a new one.
      flight = null;
    }
  }

  /** Resolves when the spikes show what is there now. Fails quietly into a message. */
  function present(cause: Cause): Promise<void> {
    // A stroke must not replace a request that reads weights back as well: that one is done, in full, and shows the stroke too.
    if (cause === 'stroke' && (wanted === 'network' || wanted === 'training')) lastRead = -Infinity;
    else wanted = cause;
    flight ??= core.guarded(drain, 'present');
    return flight;
  }

  return {
    present,
    /** Somebody looks at the weights themselves, which come along more often until the returned function is called. */
    follow(this: void): () => void {
      followers++;
      let stopped = false;
      return () => {
        if (!stopped) followers--;
        stopped = true;
      };
    },
    /** The weights and the words catch up with the marks: no refresh may come for a while. */
    tell(): void {
      lastRead = -Infinity;
      void present('training');
    },
    /** From now on the ghost is what is shown now: what was before a change, or the present behind a replay. */
    holdGhost(ghostOf: SpikesState['ghostOf'] = 'before'): void {
      const { run, ghost } = core.spikes.getState();
      earlier = ghostOf === 'present' ? ghost : null;
      core.spikes.setState({ ghost: run, ghostOf });
    },
    /** The present is no ghost any more: what was one before a replay is again. */
    releaseGhost(): void {
      if (core.spikes.getState().ghostOf === 'present')
        core.spikes.setState({ ghost: earlier, ghostOf: 'before' });
    },
  };
}

export type Presenter = ReturnType<typeof createPresenter>;
