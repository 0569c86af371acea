/** What of the circuit is under a pointer. */
import type { NeuronRef } from '../../session/stimulus/playback';
import type { Circuit } from './circuit';
import { distanceTo, type Curve, type Point } from './geometry';
import { neuronAt } from './layout';
import type { Synapse } from './synapses';

export type Hit = { kind: 'neuron'; ref: NeuronRef } | { kind: 'synapse'; synapse: Synapse };

function near([a, , , d]: Curve, { x, y }: Point, reach: number): boolean {
  return (
    x >= Math.min(a.x, d.x) - reach &&
    x <= Math.max(a.x, d.x) + reach &&
    y >= Math.min(a.y, d.y) - reach &&
    y <= Math.max(a.y, d.y) + reach
  );
}

/** A neuron, else the nearest synapse that is at most `reach` pixels away. */
export function hit(
  { layout, synapses, curves }: Pick<Circuit, 'layout' | 'synapses' | 'curves'>,
  at: Point,
  reach: number,
): Hit | null {
  const ref = neuronAt(layout, at);
  if (ref) return { kind: 'neuron', ref };
  let least = reach;
  let nearest: Synapse | null = null;
  curves.forEach((curve, n) => {
    if (!near(curve, at, reach)) return;
    const away = distanceTo(curve, at);
    if (away > least) return;
    least = away;
    nearest = synapses.list[n]!;
  });
  return nearest && { kind: 'synapse', synapse: nearest };
}
