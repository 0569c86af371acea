import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { texts } from '../../../words/lang/texts';
import { mount, tidy } from '../mount.test-data';
import { chooseLang, openLang } from './choice';
import { LangChoice } from './lang-choice';
import { useTexts } from './use-texts';

const WORDS = texts({ first: 'first', only: 'only' }, { de: { first: 'zuerst' } });

const here = location.href;

afterEach(() => {
  tidy();
  history.replaceState(null, '', here);
  chooseLang('en');
  localStorage.removeItem('mt-spike.lang');
});

function Said() {
  const words = useTexts(WORDS);
  return <p data-testid="said">{`${words.first}, ${words.only}`}</p>;
}

test('a language that is chosen is spoken at once, and at the next opening', async () => {
  openLang('');
  await mount(
    <>
      <LangChoice />
      <Said />
    </>,
  );
  const said = page.getByTestId('said');
  await expect.element(said).toHaveTextContent('first, only');
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await expect.element(said).toHaveTextContent('zuerst, only');
  expect(document.documentElement.lang).toBe('de');
  openLang('');
  await expect.element(said).toHaveTextContent('zuerst, only');
  openLang('?lang=en');
  await expect.element(said).toHaveTextContent('first, only');
  expect(document.documentElement.lang).toBe('en');
});

test('a choice is put into an address that names a language', () => {
  const address = new URL(here);
  address.searchParams.set('lang', 'en');
  history.replaceState(null, '', address);
  chooseLang('de');
  expect(new URL(location.href).searchParams.get('lang')).toBe('de');
});
