/**
 * The same network on a clock (model.md, section 9): what a simulator with time steps of `dt` would have answered. Step n, from 0, lasts
 * from n dt to (n + 1) dt; a spike stands at the end of its step, which is when it begins to act. The update of a step is the one of
 * norse's `lif_feed_forward_step`, without the leak that this model's neurons do not have: first V += dt I, then I decays, then V is
 * tested, then the spikes of the step reach I.
 */
import { layerPlans, receive, type LayerPlan } from './layers';
import { layerCount, type NetworkSpec } from './network';
import type { LayerSettings } from './propagate';
import { readout, type Readout } from './readout';
import { layerSettings } from './step';
import { volleyOf, type Volley } from './volley';

/** Steps to choose from, the longest first, in units of the input window. */
export const TIME_STEPS = [0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001] as const;
export type TimeStep = (typeof TIME_STEPS)[number];

export interface Stepped {
  /** The input as the clock has it. */
  input: Volley;
  /** A volley a layer; `potential` [neurons] at the deadline, worked out for outputs of which none fires, else 0. */
  layers: { volley: Volley; potential: Float64Array }[];
  answer: Readout;
}

/** Input times are float32: one on the border of two steps belongs to the later. */
const FLOAT32 = 1 + 1e-7;
/** A potential that misses the threshold by the rounding of its sum reaches it. */
const ROUNDING = 1 - 1e-9;

/** The step in which a time lies, from 0. */
const stepOf = (t: number, dt: number): number => Math.floor((t / dt) * FLOAT32);
/** The time at which a step ends. */
const endOf = (step: number, dt: number): number => (step + 1) * dt;
/** The step that ends at a time of the clock. */
const endingAt = (t: number, dt: number): number => Math.round(t / dt) - 1;
/** Steps that end by the deadline. */
const stepsUntil = (deadline: number, dt: number): number => Math.floor(deadline / dt + 1e-6);

/** A volley with every spike at the end of the step in which it falls. */
export function onClock({ times, multiplicity }: Volley, dt: number): Volley {
  const late = times.map((t) => (t < Infinity ? endOf(stepOf(t, dt), dt) : Infinity));
  return { ...volleyOf(late), multiplicity };
}

/** An input's way through the network, step by step. @param dt above 0, at most 0.1 */
export function forwardStepped(
  spec: NetworkSpec,
  weights: ArrayLike<number>[],
  exact: Volley,
  dt: number,
): Stepped {
  const input = onClock(exact, dt);
  const depth = layerCount(spec);
  let presynaptic = input;
  const layers = layerPlans(spec).map((plan, l) => {
    const settings = layerSettings(spec, l + 1);
    const volley = stepLayer(plan, presynaptic, weights[l]!, settings, dt);
    const guess = l + 1 === depth && volley.order.length === 0;
    const potential = guess
      ? potentialsAt(plan, presynaptic, weights[l]!, settings, dt)
      : new Float64Array(plan.neurons);
    presynaptic = volley;
    return { volley, potential };
  });
  const output = layers[depth - 1]!;
  const answer = readout(output.volley.times, output.potential, input.order.length === 0);
  return { input, layers, answer };
}

function stepLayer(
  plan: LayerPlan,
  presynaptic: Volley,
  weights: ArrayLike<number>,
  settings: LayerSettings,
  dt: number,
): Volley {
  const times = new Float64Array(plan.neurons).fill(Infinity);
  for (let position = 0; position < plan.positions; position++) {
    const arrivals = receive(plan, presynaptic, position);
    const at = Int32Array.from(arrivals.order, (i) => endingAt(arrivals.times[i]!, dt));
    for (let row = 0; row < plan.rows; row++) {
      const step = stepNeuron(arrivals, at, weights, row * plan.inputs, settings, dt);
      if (step >= 0) times[position * plan.rows + row] = endOf(step, dt);
    }
  }
  return volleyOf(times);
}

/**
 * The step at whose end the neuron fires; -1: it stays silent.
 * @param at [spiking presynaptic neurons, in their order] the step of each one's spike
 */
function stepNeuron(
  { multiplicity, order }: Volley,
  at: Int32Array,
  weights: ArrayLike<number>,
  row: number,
  { response, threshold, deadline }: LayerSettings,
  dt: number,
): number {
  const steps = stepsUntil(deadline, dt);
  const kept = response === 'exponential' ? 1 - dt : 1;
  const enough = threshold * ROUNDING;
  let v = 0;
  let current = 0;
  let p = 0;
  for (let n = at[0] ?? steps; n < steps; n++) {
    v += dt * current;
    current *= kept;
    if (v >= enough) return n;
    while (p < order.length && at[p] === n) {
      current += weights[row + order[p]!]! * multiplicity[order[p]!]!;
      p++;
    }
    // Nothing comes any more that could raise it.
    if (p === order.length && current <= 0) return -1;
  }
  return -1;
}

/** [neurons] potentials at the end of the last step before the deadline, none having fired. */
function potentialsAt(
  plan: LayerPlan,
  presynaptic: Volley,
  weights: ArrayLike<number>,
  { response, deadline }: LayerSettings,
  dt: number,
): Float64Array {
  const steps = stepsUntil(deadline, dt);
  const potential = new Float64Array(plan.neurons);
  for (let position = 0; position < plan.positions; position++) {
    const { times, multiplicity, order } = receive(plan, presynaptic, position);
    for (const i of order) {
      const passed = Math.max(0, steps - 1 - endingAt(times[i]!, dt));
      const rise = response === 'exponential' ? 1 - (1 - dt) ** passed : passed * dt;
      for (let row = 0; row < plan.rows; row++) {
        potential[position * plan.rows + row]! +=
          weights[row * plan.inputs + i]! * multiplicity[i]! * rise;
      }
    }
  }
  return potential;
}
