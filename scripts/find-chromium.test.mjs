import { expect, test } from 'vitest';
import { findChromium, findTestChromium } from './find-chromium.mjs';

const only =
  (...paths) =>
  (path) =>
    paths.includes(path);

test('CHROMIUM comes first, and has to exist', () => {
  const exists = only('/opt/chromium', '/usr/bin/chromium');
  expect(findChromium({ CHROMIUM: '/opt/chromium' }, exists)).toBe('/opt/chromium');
  expect(() => findChromium({ CHROMIUM: '/opt/none' }, exists)).toThrow('/opt/none');
});

test("then the system's, then Playwright's own", () => {
  expect(findChromium({}, only('/usr/bin/google-chrome', '/usr/bin/chromium'))).toBe(
    '/usr/bin/chromium',
  );
  const own = findChromium({}, (path) => !path.startsWith('/usr/') && !path.startsWith('/App'));
  expect(own).toMatch(/chromium/);
  expect(findChromium({}, () => false)).toBeUndefined();
});

test('tests prefer the headless shell, and measurements the browser', () => {
  const both = only('/usr/bin/chromium', '/usr/bin/chromium-headless-shell', '/opt/chromium');
  expect(findTestChromium({}, both)).toBe('/usr/bin/chromium-headless-shell');
  expect(findChromium({}, both)).toBe('/usr/bin/chromium');
  expect(findTestChromium({ CHROMIUM: '/opt/chromium' }, both)).toBe('/opt/chromium');
  expect(findTestChromium({}, only('/usr/bin/chromium'))).toBe('/usr/bin/chromium');
  expect(findChromium({}, only('/usr/bin/chromium-headless-shell'))).toBe(
    '/usr/bin/chromium-headless-shell',
  );
});
