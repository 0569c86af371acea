/** The language of the page's own words. Numbers stay as they are in every language: the decimal point is the data's. */
import { createStore } from 'zustand/vanilla';

export const LANGS = ['en', 'de'] as const;
export type Lang = (typeof LANGS)[number];

/** What each is called in itself. */
export const LANG_NAMES: Record<Lang, string> = { en: 'English', de: 'Deutsch' };

/** The language in force; English until the page says otherwise (src/ui/kit/lang/choice.ts). */
export const langStore = createStore<{ lang: Lang }>(() => ({ lang: 'en' }));

/** "de", "de-AT" and "DE" are German; null where it is none of the page's languages. */
export function readLang(text: string | null): Lang | null {
  const [named] = (text ?? '').trim().toLowerCase().split(/[-_]/);
  return LANGS.find((lang) => lang === named) ?? null;
}

/** The language that the query names (`?lang=de`), else the one that was chosen before, else English. */
export function langOf(search: string, stored: string | null): Lang {
  return readLang(new URLSearchParams(search).get('lang')) ?? readLang(stored) ?? 'en';
}
