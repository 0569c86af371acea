/** What the pad shows: the ink, or the spike times it becomes. Drawings start as ink, samples as spike times. */
import { createStore } from 'zustand/vanilla';

export type PadView = 'ink' | 'times';

export const viewStore = createStore<Record<'drawing' | 'sample', PadView>>(() => ({
  drawing: 'ink',
  sample: 'times',
}));

export function showAs(kind: 'drawing' | 'sample', view: PadView): void {
  viewStore.setState({ [kind]: view });
}

export function swapView(kind: 'drawing' | 'sample'): void {
  showAs(kind, viewStore.getState()[kind] === 'ink' ? 'times' : 'ink');
}
