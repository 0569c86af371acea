import { useMemo } from 'react';
import { rowsAt, spikeList, type Spike } from '../../../view/tables/spike-list';
import {
  useCursorWords,
  useStoreOf,
  useThrottledWordsVersion,
  useView,
} from '../../kit/session-context';

const NOTHING: readonly Spike[] = [];

/** The spikes that the table lists, as told by all words of the page, and those at the time cursor. */
export function useListed() {
  const view = useView();
  const { session, derived } = view;
  useThrottledWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  const listed = useStoreOf(view.store, (s) => s.listed);
  useStoreOf(session.playback.store, (s) => s.selected);
  const cursor = useCursorWords(() => derived.cursor());
  const playing = useStoreOf(session.playback.store, (s) => s.playing);
  const { spec, run, answer } = derived.told();
  const selected = derived.selected();
  const causes = selected && derived.causes(selected);
  // A layer that a smaller network does not have is none.
  const layer = listed.layer !== null && run?.layers[listed.layer] ? listed.layer : null;
  const only = listed.causes && causes !== null;
  const all = useMemo(
    () =>
      run
        ? spikeList(run, { layer, of: only ? { neuron: selected!, causes: causes! } : null })
        : NOTHING,
    [run, layer, only, selected, causes],
  );
  useStoreOf(session.playback.store, (s) => s.performing);
  // While the cursor performs, what is to come is not there yet.
  const veil = derived.veil();
  const isWhole = veil === Infinity;
  const shown = rowsAt(all, veil);
  const end = isWhole ? all.length : shown.first + shown.count;
  const list = useMemo(() => all.slice(0, end), [all, end]);
  const now = rowsAt(list, cursor);
  const isDecided = derived.isDecided();
  return {
    spec,
    run,
    answer,
    selected,
    causes,
    layer,
    only,
    list,
    isWhole,
    isDecided,
    cursor,
    playing,
    now,
  };
}

export type ListedSpikes = ReturnType<typeof useListed>;
