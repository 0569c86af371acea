/** How the monkey finds what can be used on the page, and uses it. */
import { FILES } from './files.mjs';

/** In the page: everything that can be used now, by kind, each with its path and what it is called. */
function seen() {
  const pathOf = (element) => {
    const parts = [];
    for (let e = element; e !== document.documentElement; e = e.parentElement) {
      const same = [...e.parentElement.children].filter((c) => c.tagName === e.tagName);
      parts.unshift(`${e.tagName.toLowerCase()}:nth-of-type(${same.indexOf(e) + 1})`);
    }
    return parts.join('>');
  };
  const nameOf = (e) =>
    (e.ariaLabel ?? e.title ?? '') || (e.labels?.[0]?.textContent ?? e.textContent ?? '');
  const isThere = (e) => {
    const box = e.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || !e.checkVisibility({ visibilityProperty: true }))
      return false;
    const middle = [box.x + box.width / 2, box.y + box.height / 2];
    const top = document.elementFromPoint(...middle);
    // Beyond the window it is scrolled to; behind a dialog it cannot be used.
    return top === null || e.contains(top) || top.contains(e);
  };
  const all = (selector) =>
    [...document.querySelectorAll(selector)]
      .filter(isThere)
      .map((e) => ({ path: pathOf(e), name: nameOf(e).trim().slice(0, 60) }));
  return {
    spots: all(
      'button:not(:disabled), summary, label, input:not([type=file]), [role=slider], [tabindex="0"]',
    ),
    fields: all('input:not([type=file], [type=checkbox], [type=range], [type=radio]), textarea'),
    choices: all('select:not(:disabled)'),
    surfaces: all('canvas, svg[role], input[type=range], [role=slider]'),
  };
}

export const look = (page) => page.evaluate(seen);

/** Where an element is now, in the window; null where it is gone. */
const boxOf = (page, path) =>
  page.evaluate((p) => {
    const element = document.querySelector(p);
    element?.scrollIntoView({ block: 'nearest' });
    const box = element?.getBoundingClientRect();
    return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
  }, path);

/** In the page: files that are let fall onto it. */
function letFall(files) {
  const dataTransfer = new DataTransfer();
  for (const { name, base64 } of files) {
    dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
  }
  for (const type of ['dragenter', 'drop']) {
    window.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true }));
  }
}

/** @param {import('@playwright/test').Page} page */
export async function act(page, action) {
  const box = action.path ? await boxOf(page, action.path) : null;
  if (action.path && !box) return;
  const at = ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
  switch (action.do) {
    case 'press':
      return page.mouse.click(...at([0.5, 0.5]));
    case 'key':
      return page.keyboard.press(action.key);
    case 'fill':
      await page.mouse.click(...at([0.5, 0.5]), { clickCount: 3 });
      await page.keyboard.insertText(action.text);
      return page.keyboard.press('Enter');
    case 'choose':
      return page.evaluate(
        ([p, share]) => {
          const select = document.querySelector(p);
          if (!(select instanceof HTMLSelectElement)) return;
          select.selectedIndex = Math.floor(share * select.options.length);
          select.dispatchEvent(new Event('change', { bubbles: true }));
        },
        [action.path, action.at],
      );
    case 'drag':
      await page.mouse.move(...at(action.points[0]));
      await page.mouse.down();
      for (const point of action.points.slice(1)) await page.mouse.move(...at(point));
      return page.mouse.up();
    case 'wheel':
      await page.mouse.move(...at([0.5, 0.5]));
      return page.mouse.wheel(0, action.by);
    case 'scroll':
      return page.evaluate((share) => scrollTo(0, share * document.body.scrollHeight), action.at);
    case 'wait':
      return page.waitForTimeout(action.milliseconds);
    case 'drop':
      return page.evaluate(
        letFall,
        FILES.filter(({ name }) => action.files.includes(name)),
      );
    case 'resize':
      return page.setViewportSize({ width: action.size[0], height: action.size[1] });
    case 'theme':
      return page.emulateMedia({ colorScheme: action.scheme });
    case 'link':
      return page.evaluate((hash) => void (location.hash = hash), action.hash);
    case 'reload':
      return page.reload();
    default:
      throw new Error(`No such action: ${action.do}`);
  }
}
