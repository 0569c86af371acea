/** Which dialog is open: one at a time, opened from anywhere. */
import { createStore } from 'zustand/vanilla';
import type { TermName } from '../words/terms/en';

export type DialogName =
  | 'network'
  | 'help'
  | 'about'
  | 'robustness'
  | 'models'
  | 'glossary'
  | 'film'
  | 'nir';

export const dialogStore = createStore<{
  open: DialogName | null;
  /** The term at which the glossary opens; null: at its beginning. */
  term: TermName | null;
}>(() => ({ open: null, term: null }));

export function openDialog(open: DialogName): void {
  dialogStore.setState({ open, term: null });
}

/** Opens the glossary, at a term. */
export function openGlossary(term: TermName): void {
  dialogStore.setState({ open: 'glossary', term });
}

export function closeDialog(): void {
  dialogStore.setState({ open: null });
}
