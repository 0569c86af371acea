/** Volleys and weights for properties: few distinct times, so that simultaneous spikes are common; weights of both signs. */
import fc from 'fast-check';
import { volley } from './testing';
import type { Volley } from './volley';

export interface Neuron {
  presynaptic: Volley;
  weights: number[];
}

const time = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 16 }).map((n) => n / 16) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e6) },
  { weight: 2, arbitrary: fc.constant(Infinity) },
);
const multiplicity = fc.constantFrom(1, 0.5, 1.25, 2);
// Not fc.double, whose values are mostly tiny: such neurons would never fire.
const weight = fc.integer({ min: -7e5, max: 13e5 }).map((n) => n / 1e6);

/** One neuron with up to 12 presynaptic ones. */
export const neuron: fc.Arbitrary<Neuron> = fc
  .array(fc.record({ time, multiplicity, weight }), { minLength: 1, maxLength: 12 })
  .map((synapses) => ({
    presynaptic: volley(
      synapses.map((s) => s.time),
      synapses.map((s) => (s.time < Infinity ? s.multiplicity : 0)),
    ),
    weights: synapses.map((s) => s.weight),
  }));

export const response = fc.constantFrom('average-delay' as const, 'exponential' as const);
