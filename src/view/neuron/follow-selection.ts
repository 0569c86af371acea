/** A selection that a smaller network no longer has is given up, with a sentence. */
import type { Session } from '../../session/session';
import { networkName } from '../../model/network';
import { exists } from '../words/names';

export function followSelection(session: Session): void {
  const check = () => {
    const { spec } = session.network.store.getState();
    const { selected, hovered } = session.playback.store.getState();
    if (hovered && !exists(spec, hovered)) session.playback.hover(null);
    if (!selected || exists(spec, selected)) return;
    session.playback.select(null);
    session.messages.note(
      `Neuron ${selected.neuron} of layer ${selected.layer} is not part of ${networkName(spec)}, so nothing is selected now.`,
      { topic: 'selection' },
    );
  };
  session.network.store.subscribe(check);
}
