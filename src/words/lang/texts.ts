/** Sentences in every language of the page: English ones, and what there is of the others. */
import { langStore, type Lang } from './lang';

/** The same names, each of the same kind (a sentence, one with figures put in, a group of them); any may be left out. */
export type Translation<T> = {
  readonly [K in keyof T]?: T[K] extends string
    ? string
    : T[K] extends (...figures: infer F) => string
      ? (...figures: F) => string
      : Translation<T[K]>;
};

/** The sentences in the language in force, or in the one that is asked for. */
export type Texts<T> = (lang?: Lang) => T;

/**
 * @param en all sentences by name: texts, functions of figures, groups of them
 * @param others translations; a sentence that one lacks is said in English
 * @returns the same object at each asking, so that it can be compared
 */
export function texts<T extends object>(
  en: T,
  others: Partial<Record<Exclude<Lang, 'en'>, Translation<NoInfer<T>>>> = {},
): Texts<T> {
  const made: Partial<Record<Lang, T>> = { en };
  return (lang = langStore.getState().lang) => {
    const other = lang === 'en' ? undefined : others[lang];
    return (made[lang] ??= other ? over(en, other) : en);
  };
}

/** `en` with what there is of the translation in its place, group by group. */
function over<T extends object>(en: T, other: object): T {
  const result = { ...en } as Record<string, unknown>;
  for (const [name, said] of Object.entries(other)) {
    const before = result[name];
    const isGroup = typeof before === 'object' && before !== null;
    if (said !== undefined) result[name] = isGroup ? over(before, said as object) : said;
  }
  return result as T;
}
