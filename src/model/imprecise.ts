/**
 * Imprecise hardware: what a trained network does when spikes come a little off their time or get lost, weights are stored in few
 * bits and neurons have died. Nothing is trained again. Everything is seeded.
 */
import { encode } from './encode';
import { hasBothPolarities, spikesPerMultiplicity, type NetworkSpec } from './network';
import { layerPlans, receiver, type LayerPlan } from './layers';
import type { LayerTrace } from './propagate';
import { createRandom, hash, STREAM } from './random';
import { isWithin, RANGES, rangeWords, type NumberRange } from './ranges';
import { forwardVolley, type Forward, type HandOn } from './step';
import { order, type Volley } from './volley';

export interface Imprecision {
  /**
   * Standard deviation sigma of the Gaussian jitter of every spike, in units of time (the input window is 1). Of a train of n
   * spikes it is the average delay that counts, which jitters by sigma / sqrt(n).
   */
  jitter: number;
  /** Bits that a weight is stored in (see `quantise`); `FULL_BITS`: as it is. */
  bits: number;
  /** Share of the neurons of every hidden layer that never spike. */
  dead: number;
  /** Probability that a spike is lost on its way, each on its own; of a train, each spike of it. */
  dropped: number;
  /** Names the noise: which neurons are dead, which spike is lost, and by how much each is off. */
  seed: number;
}

export type Imperfection = Exclude<keyof Imprecision, 'seed'>;

export const FULL_BITS = 32;

/** Hardware that does what the model says. */
export const PRECISE: Readonly<Imprecision> = {
  jitter: 0,
  bits: FULL_BITS,
  dead: 0,
  dropped: 0,
  seed: 1,
};

/** What each may be; `levels`: those of a curve, the perfect one first. */
export const IMPERFECTIONS: Record<Imperfection, NumberRange & { levels: number[] }> = {
  jitter: { range: [0, 10], levels: [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5] },
  bits: { whole: true, range: [2, FULL_BITS], levels: [FULL_BITS, 8, 7, 6, 5, 4, 3, 2] },
  dead: { range: [0, 1], levels: [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8] },
  dropped: { range: [0, 1], levels: [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8] },
};

export function isPrecise({ jitter, bits, dead, dropped }: Imprecision): boolean {
  return jitter === 0 && bits === FULL_BITS && dead === 0 && dropped === 0;
}

/** What is wrong with a level, in a sentence; null where nothing is. */
export function imprecisionProblem(imprecision: Imprecision): string | null {
  const { jitter, bits, dead, dropped, seed } = imprecision;
  if (!isWithin(IMPERFECTIONS.jitter, jitter))
    return 'The jitter must be a time from 0 to 10 (the input lasts 1).';
  if (!isWithin(IMPERFECTIONS.bits, bits))
    return `The bits of a weight must be ${rangeWords(IMPERFECTIONS.bits)}.`;
  if (!isWithin(IMPERFECTIONS.dead, dead))
    return `The share of dead neurons must be ${rangeWords(IMPERFECTIONS.dead)}.`;
  if (!isWithin(IMPERFECTIONS.dropped, dropped))
    return `The share of lost spikes must be ${rangeWords(IMPERFECTIONS.dropped)}.`;
  if (!isWithin(RANGES.seed, seed))
    return `The seed of the noise must be ${rangeWords(RANGES.seed)}.`;
  return null;
}

/**
 * A layer's weights in few bits: symmetric and uniform. With L = 2^(bits - 1) - 1 steps to each side (2 bits: -1, 0, 1) and the
 * step s = max |w| / L, a weight becomes s * round(w / s), halves away from 0. The largest weight stays as it is.
 */
export function quantise(
  weights: ArrayLike<number> & Iterable<number>,
  bits: number,
): Float32Array<ArrayBuffer> {
  const result = Float32Array.from(weights);
  if (bits >= FULL_BITS) return result;
  let largest = 0;
  for (const w of result) largest = Math.max(largest, Math.abs(w));
  if (largest === 0) return result;
  const step = largest / (2 ** (bits - 1) - 1);
  for (let i = 0; i < result.length; i++) {
    const w = result[i]!;
    result[i] = Math.sign(w) * Math.round(Math.abs(w) / step) * step;
  }
  return result;
}

/**
 * Which neurons of a hidden layer are dead: [neurons] 1 where one is. They are the first round(share * neurons) of a seeded shuffle,
 * so a larger share kills more of them and revives none.
 * @param layer 1-based
 */
export function deadNeurons({ dead, seed }: Imprecision, layer: number, neurons: number) {
  const mask = new Uint8Array(neurons);
  const count = Math.round(dead * neurons);
  if (count === 0) return mask;
  const random = createRandom(seed, STREAM.imprecision, layer);
  const shuffled = Uint32Array.from(mask, (_, j) => j);
  for (let n = 0; n < count; n++) {
    const other = n + random.below(neurons - n);
    const j = shuffled[other]!;
    shuffled[other] = shuffled[n]!;
    mask[j] = 1;
  }
  return mask;
}

const TWO_32 = 2 ** 32;
/** What a spike's random words are for. */
const LOST = 0;
const RADIUS = 1;
const ANGLE = 2;

/**
 * What happens to the spikes of one layer for one image. A spike's fate hangs on seed, image, layer and neuron alone, not on the order of
 * the spikes, so all engines meet the same noise; and at a larger level, the same spikes are off by more, or more are lost.
 * @param image its number in the data set
 * @param layer 0: the input
 */
export function spikeNoise({ jitter, dropped, seed }: Imprecision, image: number, layer: number) {
  const base = hash(seed, STREAM.imprecision, image, layer);
  return {
    /** Whether a neuron's spike (at the input: a pixel's) gets lost. */
    lost: (neuron: number): boolean => dropped > 0 && hash(base, neuron, LOST) < dropped * TWO_32,
    /**
     * When a spike at `time` arrives: not before `earliest`, since no noise lets an effect come before its cause.
     * @param spikes of the train whose average delay `time` is
     */
    time(neuron: number, time: number, earliest: number, spikes = 1): number {
      if (jitter === 0) return time;
      // Box-Muller; 1 - u is in (0, 1].
      const radius = Math.sqrt(-2 * Math.log(1 - hash(base, neuron, RADIUS) / TWO_32));
      const normal = radius * Math.cos((2 * Math.PI * hash(base, neuron, ANGLE)) / TWO_32);
      return Math.max(earliest, time + (jitter / Math.sqrt(spikes)) * normal);
    },
  };
}

/**
 * The image whose lost spikes are gone: a lost pixel is black. Where patches overlap, it is missing in all of them.
 * @param image [height * width] bytes; returned itself where nothing can be lost
 */
export function dropPixels(
  imprecision: Imprecision,
  image: Uint8Array,
  number: number,
): Uint8Array {
  if (imprecision.dropped === 0) return image;
  const { lost } = spikeNoise(imprecision, number, 0);
  return image.map((byte, pixel) => (byte > 0 && lost(pixel) ? 0 : byte));
}

/** With both polarities a black pixel would be paper's spike: ink and paper lose their spikes each for itself. */
function withoutLost(
  { times, multiplicity }: Volley,
  imprecision: Imprecision,
  number: number,
): Volley {
  const { lost } = spikeNoise(imprecision, number, 0);
  const kept = times.map((t, i) => (lost(i) ? Infinity : t));
  return {
    times: kept,
    multiplicity: multiplicity.map((m, i) => (kept[i]! < Infinity ? m : 0)),
    order: order(kept),
  };
}

/** The input volley as it arrives: lost pixels left out, times jittered, none before 0. */
export function impreciseInput(
  spec: NetworkSpec,
  imprecision: Imprecision,
  image: Uint8Array,
  number: number,
): Volley {
  const volley = hasBothPolarities(spec)
    ? withoutLost(encode(spec, image), imprecision, number)
    : encode(spec, dropPixels(imprecision, image, number));
  if (imprecision.jitter === 0) return volley;
  const noise = spikeNoise(imprecision, number, 0);
  const each = spikesPerMultiplicity(spec);
  const { times, multiplicity } = volley;
  const arrived = times.map((t, i) =>
    t < Infinity ? noise.time(i, t, 0, Math.round(multiplicity[i]! * each)) : t,
  );
  return { times: arrived, multiplicity, order: order(arrived) };
}

/**
 * What an imprecise layer hands on of the spikes it computed: dead hidden neurons' spikes and lost ones are gone, the others come at
 * jittered times, none before the last spike of its causal set arrived. Outputs jitter and get lost as well, on the way to who reads them.
 * A spike may arrive after its layer's deadline: that is for the neuron's firing.
 */
export function handOnImprecisely(
  spec: NetworkSpec,
  imprecision: Imprecision,
  number: number,
): HandOn {
  const plans = layerPlans(spec);
  const dead = plans.map(({ layer, neurons }) =>
    layer < plans.length ? deadNeurons(imprecision, layer, neurons) : null,
  );
  return (trace, layer, presynaptic) => {
    const { times, multiplicity } = trace.volley;
    const noise = spikeNoise(imprecision, number, layer);
    const causes = lastCauses(plans[layer - 1]!, presynaptic, trace);
    const arrived = times.map((t, j) => {
      if (t === Infinity || dead[layer - 1]?.[j] || noise.lost(j)) return Infinity;
      return imprecision.jitter === 0 ? t : noise.time(j, t, causes(j));
    });
    const kept = multiplicity.map((m, j) => (arrived[j]! < Infinity ? m : 0));
    return {
      ...trace,
      volley: { times: arrived, multiplicity: kept, order: order(arrived) },
    };
  };
}

/** When the last spike of a neuron's causal set arrived. */
function lastCauses(plan: LayerPlan, presynaptic: Volley, { causal }: LayerTrace) {
  const receivedBy = receiver(plan, presynaptic);
  return (neuron: number): number => {
    const { times, order: prefix } = receivedBy(neuron);
    return times[prefix[causal[neuron]! - 1]!]!;
  };
}

/** Image to answer on imprecise hardware. @param number the image's in its data set: each has noise of its own */
export function forwardImprecise(
  spec: NetworkSpec,
  weights: Float32Array[],
  imprecision: Imprecision,
  image: Uint8Array,
  number: number,
): Forward {
  return forwardVolley(
    spec,
    weights.map((layer) => quantise(layer, imprecision.bits)),
    impreciseInput(spec, imprecision, image, number),
    handOnImprecisely(spec, imprecision, number),
  );
}
