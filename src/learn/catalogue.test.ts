import { expect, test } from 'vitest';
import { PAGE_LINK } from '../view/link/page-format';
import { LANGS, langStore } from '../words/lang/lang';
import { LESSONS } from './catalogue';

test('every lesson has its words in every language, numbers and ids of its own, and a link that opens', () => {
  for (const lang of LANGS) {
    langStore.setState({ lang });
    for (const shipped of LESSONS) {
      const lesson = shipped.lesson();
      expect(shipped.lesson(), 'the same until the language changes').toBe(lesson);
      expect(lesson.steps.length, lesson.id).toBeGreaterThanOrEqual(3);
      expect(lesson.steps.length, lesson.id).toBeLessThanOrEqual(6);
      expect(PAGE_LINK.decode(lesson.start).problem, lesson.id).toBeNull();
      for (const { id, show } of lesson.steps) expect(show, id).not.toHaveLength(0);
    }
  }
  langStore.setState({ lang: 'en' });
  for (const key of ['number', 'id'] as const) {
    const all = LESSONS.map(({ plan }) => plan[key]);
    expect(new Set(all).size).toBe(all.length);
  }
});
