import { LANG_NAMES, LANGS, langStore } from '../../../words/lang/lang';
import { Segmented } from '../segmented';
import { useStoreOf } from '../session-context';
import { chooseLang } from './choice';

const OPTIONS = LANGS.map((value) => ({ value, label: LANG_NAMES[value] }));

/** In which language the page speaks, as far as it does. */
export function LangChoice() {
  const lang = useStoreOf(langStore, (s) => s.lang);
  return (
    <Segmented label="Language, Sprache" value={lang} options={OPTIONS} onChange={chooseLang} />
  );
}
