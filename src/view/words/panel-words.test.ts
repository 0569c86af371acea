import { expect, test } from 'vitest';
import { PANEL_WORDS } from './panel-words';

test('in German a panel has a German title, and keeps its own where the word is the same', () => {
  const { titles, full } = PANEL_WORDS('de');
  expect([titles['Input'], titles['Training'], full]).toEqual([
    'Eingabe',
    undefined,
    'Vollbild (F)',
  ]);
  expect(PANEL_WORDS('en').titles['Input']).toBeUndefined();
});
