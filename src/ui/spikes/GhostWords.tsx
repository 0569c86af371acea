import { useSession, useStoreOf } from '../kit/session-context';
import { layerShift, layerShiftWords } from './compare';
import { derivedOf } from './derive';
import { layerName } from './names';
import { spikesView } from './view';
import { readout } from '../../model/readout';

/** What the ghost is, who decides there, and how many spikes of each layer have shifted against it. */
export function GhostWords() {
  const session = useSession();
  useStoreOf(session.spikes.store, (s) => s.version);
  useStoreOf(session.training.epochs);
  useStoreOf(spikesView(session));
  const derived = derivedOf(session);
  const { spec, run } = derived.scene();
  const ghost = derived.ghost();
  const compared = derived.whatIf() ? null : derived.compared();
  if (!run) return null;
  if (!ghost) return compared && <span>no ghost: there is no run of {compared.name} here</span>;
  const name = derived.whatIf() ? 'what happened' : (compared?.name ?? 'before the last change');
  const depth = spec.layers.length;
  const { class: answer, decisionTime } = readout(
    ghost.layers[depth]!.times,
    ghost.potential,
    true,
  );
  const decided = answer === null ? 'no output spike' : `${answer} at ${decisionTime!.toFixed(3)}`;
  const layers = ghost.layers
    .map(({ times }, layer) => ({
      name: layerName(spec, layer),
      shift: layerShift(run.layers[layer]!.times, times),
    }))
    .filter(({ shift }) => Object.values(shift).some((n) => n > 0))
    .map((layer) => `${layer.name}: ${layerShiftWords(layer.shift)}`);
  return (
    <span data-testid="ghost">
      ○ {name}, {decided}
      {compared &&
        (layers.length > 0 ? `; against it, ${layers.join('; ')}` : '; nothing has shifted')}
    </span>
  );
}
