import { layerCount } from '../../model/network';
import { Term } from '../kit/term/term';
import { VisuallyHidden } from '../kit/visually-hidden';
import { useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { layerShift, layerShiftSigns, layerShiftWords } from '../../view/scene/compare';
import { layerName } from '../../view/words/names';
import { readout } from '../../model/readout';
import { formatTime } from '../../words/numbers';

const GHOSTS = { before: 'before the last change', present: 'the present' };

/** What the ghost is, who decides there, and how many spikes of each layer have shifted against it. */
export function GhostWords() {
  const view = useView();
  const { session } = view;
  useWordsVersion();
  useStoreOf(session.training.epochs);
  const { hand } = useStoreOf(view.store);
  const { derived } = view;
  const { spec, run } = derived.scene();
  const { ghostOf } = session.spikes.store.getState();
  const ghost = derived.ghost();
  const compared = derived.whatIf() ? null : derived.compared();
  // A line more would take its room from the rasters, whose rows would move under the hand.
  if (!run || (hand?.held && !hand.ghost)) return null;
  if (!ghost)
    return compared && <span>{`no ghost: there is no run of ${compared.name} here`}</span>;
  const name = derived.whatIf() ? 'what happened' : (compared?.name ?? GHOSTS[ghostOf]);
  const depth = layerCount(spec);
  const { class: answer, decisionTime } = readout(
    ghost.layers[depth]!.times,
    ghost.potential,
    true,
  );
  const decided = answer === null ? 'no output spike' : `${answer} at ${formatTime(decisionTime!)}`;
  const layers = ghost.layers
    .map(({ times }, layer) => ({
      name: layerName(spec, layer),
      shift: layerShift(run.layers[layer]!.times, times),
    }))
    .filter(({ shift }) => Object.values(shift).some((n) => n > 0));
  const words = layers.map((layer) => `${layer.name}: ${layerShiftWords(layer.shift)}`).join('; ');
  const signs = layers.map((layer) => `${layer.name} ${layerShiftSigns(layer.shift)}`).join(', ');
  return (
    <span data-testid="ghost">
      <Term name="ghost">{`○ ${name}`}</Term>
      <span>{`, ${decided}${compared && layers.length === 0 ? '; nothing has shifted' : ''}`}</span>
      {compared && layers.length > 0 && (
        <>
          <span>. </span>
          <VisuallyHidden>{`Against it, ${words}`}</VisuallyHidden>
          <span aria-hidden title={`Spikes shifted against the ghost: ${words}`}>
            {signs}
          </span>
        </>
      )}
    </span>
  );
}
