import { expect, test } from 'vitest';
import { LESSONS } from '../../learn/catalogue';
import { ASKS } from './asks';

test.each(['en', 'de'] as const)('every lesson says which question it answers: %s', (lang) => {
  const ids = LESSONS.map(({ plan }) => plan.id);
  expect(Object.keys(ASKS(lang)).toSorted()).toEqual(ids.toSorted());
  expect(new Set(Object.values(ASKS(lang))).size).toBe(ids.length);
});

test('every question is asked in German, too', () => {
  for (const [id, ask] of Object.entries(ASKS('de'))) expect(ask, id).not.toBe(ASKS('en')[id]);
});
