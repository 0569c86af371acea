import { useSession, useStoreOf } from '../kit/session-context';
import { derivedOf } from '../../view/scene/derive';
import { scaleOf } from '../kit/draw/frame';
import { toX } from '../../view/time/time-axis';
import { spikesView } from '../../view/spikes-view';

/** Pixels that the rasters' lines may be away from their words and handles until the words come. */
const SLACK = 36;

/** Re-renders when the decision has moved so far, by its time or by the axis, that what belongs to its line would stand alone. */
export function useMoved(width: number): void {
  const session = useSession();
  useStoreOf(session.spikes.store, () => {
    const derived = derivedOf(session);
    const t = derived.scene().answer?.decisionTime ?? null;
    const end = derived.end();
    const { window } = spikesView(session).getState();
    const x = t === null ? -1 : toX(scaleOf(width, window ?? { start: 0, end }), t);
    return `${end} ${Math.round(x / SLACK)}`;
  });
}
