import { expect, test } from 'vitest';
import { findBrowser } from './find.mjs';

const OWN = '/own';
const find = (browser, ...files) =>
  findBrowser(
    browser,
    (path) => files.includes(path),
    () => OWN,
  );

test("Playwright's own browsers are taken first, then Debian's; half of WebKit is none", () => {
  expect(find('firefox', OWN, '/usr/bin/firefox-esr')).toEqual({ by: 'playwright', path: OWN });
  expect(find('firefox', '/usr/bin/firefox-esr')).toEqual({
    by: 'bidi',
    path: '/usr/bin/firefox-esr',
  });
  expect(find('firefox')).toBeUndefined();
  const path = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
  const driver = '/usr/bin/WebKitWebDriver';
  const screen = '/usr/bin/Xvfb';
  expect(find('webkit', path, driver, screen)).toEqual({ by: 'webdriver', path, driver, screen });
  expect(find('webkit', path, driver)).toBeUndefined();
  expect(find('webkit', OWN)).toEqual({ by: 'playwright', path: OWN });
});
