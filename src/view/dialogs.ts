/** Which dialog is open: one at a time, opened from anywhere. */
import { createStore } from 'zustand/vanilla';

export type DialogName = 'network' | 'help' | 'about' | 'robustness' | 'models';

export const dialogStore = createStore<{ open: DialogName | null }>(() => ({ open: null }));

export function openDialog(open: DialogName): void {
  dialogStore.setState({ open });
}

export function closeDialog(): void {
  dialogStore.setState({ open: null });
}
