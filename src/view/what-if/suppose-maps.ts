/** The maps over the plane follow the what-ifs, as everything does. */
import { isPointSize } from '../../data/points/point';
import { standing, type Edit } from '../../model/explain-what-if';
import type { NetworkSpec } from '../../model/network';
import type { Supposed } from '../../session/maps/plane-maps';
import type { Weights } from '../scene/scene';
import type { View } from '../view';
import { keptWeights } from './what-if';

/** A moved spike speaks of one point: a network's maps do not hang on it. */
const speaksOfAll = ({ kind }: Edit): boolean => kind !== 'time';

/** The network under the what-ifs that hold whatever the point is; null: without any. */
function supposedBy(
  spec: NetworkSpec,
  weights: Weights | null,
  edits: readonly Edit[],
): Supposed | null {
  const asked = standing(edits).filter(speaksOfAll);
  if (!weights || asked.length === 0 || !isPointSize(spec.input)) return null;
  let scale = 1;
  const silentInputs: number[] = [];
  for (const edit of asked) {
    // V is linear in the weights: another threshold is as if all of them were larger or smaller.
    if (edit.kind === 'threshold') scale = spec.threshold / edit.value;
    if (edit.kind === 'silence' && edit.layer === 0) silentInputs.push(edit.neuron);
  }
  const kept = keptWeights(spec, weights, asked).map((w) => w.map((x) => x * scale));
  return { weights: kept, silentInputs };
}

export function followWhatIfs({ session, store }: View): void {
  const renew = () => {
    const { spec, weights } = session.network.store.getState();
    session.maps.suppose(supposedBy(spec, weights, store.getState().edits));
  };
  store.subscribe(({ edits }, before) => {
    if (edits !== before.edits) renew();
  });
  // What-ifs of a link may be there before the weights are.
  session.network.store.subscribe(({ spec, weights }, before) => {
    if (spec === before.spec && weights === before.weights) return;
    if (store.getState().edits.length > 0) renew();
  });
}

/** Whether the maps over the plane are of other spikes than the answer: one of them was moved, at one point alone. */
export const mapsLackMoved = (edits: readonly Edit[]): boolean =>
  edits.some((edit) => !speaksOfAll(edit));
