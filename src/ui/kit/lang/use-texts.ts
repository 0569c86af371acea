import { langStore } from '../../../words/lang/lang';
import type { Texts } from '../../../words/lang/texts';
import { useStoreOf } from '../session-context';

/** Sentences in the language in force; renders anew when another is chosen. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts(useStoreOf(langStore, (s) => s.lang));
}
