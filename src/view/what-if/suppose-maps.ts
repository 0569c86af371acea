/** The maps over the plane follow the what-ifs, as everything does. */
import { isPointSize } from '../../data/points/point';
import type { Edit } from '../../model/explain-what-if';
import type { View } from '../view';
import { keptWeights } from './what-if';

/** A network's maps do not hang on when one point's inputs spike. */
const speaksOfAll = ({ kind }: Edit): boolean => kind !== 'time';

export function followWhatIfs({ session, store, derived }: View): void {
  store.subscribe(({ edits }, before) => {
    if (edits === before.edits) return;
    const { spec, weights } = derived.base();
    const scene = derived.whatIf();
    const asked = edits.filter(speaksOfAll);
    if (!scene || !weights || asked.length === 0 || !isPointSize(spec.input)) {
      session.maps.suppose(null);
      return;
    }
    // V is linear in the weights: another threshold is as if all of them were larger or smaller.
    const scale = spec.threshold / scene.spec.threshold;
    session.maps.suppose(keptWeights(spec, weights, asked).map((w) => w.map((x) => x * scale)));
  });
}
