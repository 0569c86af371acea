/** Which language the page speaks: the query's, or the one that was chosen here before, which is kept where storage allows it. */
import { langOf, langStore, type Lang } from '../../../words/lang/lang';
import { recall, remember } from '../theme/storage';

const KEY = 'mt-spike.lang';

function speak(lang: Lang): void {
  document.documentElement.lang = lang;
  langStore.setState({ lang });
}

/** To be called before the first drawing. @param search the query of the page's address */
export function openLang(search: string): void {
  speak(langOf(search, recall(KEY)));
}

/** A person has chosen: kept, and put into the address where that names a language, which would win at the next opening. */
export function chooseLang(lang: Lang): void {
  remember(KEY, lang);
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.set('lang', lang);
    history.replaceState(history.state, '', address);
  }
  speak(lang);
}
