import { useStoreOf, useView } from '../kit/session-context';
import { scaleOf } from '../kit/draw/frame';
import { toX } from '../../view/time/time-axis';

/** Pixels that the rasters' lines may be away from their words and handles until the words come. */
const SLACK = 36;

/** Re-renders when the decision has moved so far (in time, or because the axis has changed) that its words would no longer stand at its line. */
export function useMoved(width: number): void {
  const view = useView();
  const { session } = view;
  useStoreOf(session.spikes.store, () => {
    const { derived } = view;
    const t = derived.scene().answer?.decisionTime ?? null;
    const end = derived.end();
    const { window } = view.store.getState();
    const x = t === null ? -1 : toX(scaleOf(width, window ?? { start: 0, end }), t);
    return `${end} ${Math.round(x / SLACK)}`;
  });
}
