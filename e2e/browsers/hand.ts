/** What a person does on the page and sees of it, in every browser alike: found by eye, done by mouse and keys. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Point } from '../digits';
import type { Driver, Move, Place, Tab } from './tab';

/** Something on the page: the first that is visible, matches, and is called or contains what is said. */
export interface Target {
  css: string;
  /** Its whole name, as it is read out: its label, else its text. */
  name?: string;
  /** A part of its text. */
  has?: string;
  /** The page has something clear over it, which takes the mouse for it: what counts is the place of a press. */
  below?: boolean;
}

export const marked = (mark: string, has?: string): Target => ({
  css: `[data-testid="${mark}"]`,
  ...(has ? { has } : {}),
});
export const button = (name: string, within = ''): Target => ({
  css: `${within} button, ${within} [role="radio"], ${within} [role="menuitem"]`,
  name,
});

/** What a look at a target finds; places in CSS pixels of the window. */
interface Sight {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  disabled: boolean;
  /** Whether a click on its middle is a click on it. */
  free: boolean;
}

interface Looking {
  /** Scrolls to the first, and tells of the next press and release whether they were on it (`hit`). */
  scroll: boolean;
  /** The button is held down over a way. */
  drags: boolean;
}

/** In the page: every target that is visible, the first scrolled to. */
function seek({ css, name, has, below, scroll, drags }: Target & Looking): Sight[] {
  const called = (element: HTMLElement) =>
    (element.getAttribute('aria-label') ?? element.innerText ?? '').trim();
  const found = Array.from(document.querySelectorAll<HTMLElement>(css)).filter(
    (element) =>
      element.getClientRects().length > 0 &&
      (name === undefined || called(element) === name) &&
      (has === undefined || element.innerText.includes(has)),
  );
  if (scroll) {
    found[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
    Object.assign(window, { hit: null });
    const [sought] = found;
    const isOver = ({ clientX, clientY }: PointerEvent) => {
      const { left, right, top, bottom } = sought!.getBoundingClientRect();
      return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
    };
    let down = false;
    const press = (event: PointerEvent) => {
      down =
        sought !== undefined && (below ? isOver(event) : sought.contains(event.target as Node));
    };
    // A drag ends where it likes; what is clicked has to be under the pointer still, unless the press has taken it away.
    const release = (event: PointerEvent) => {
      const still = drags || !sought?.isConnected || isOver(event);
      Object.assign(window, { hit: down && still });
    };
    addEventListener('pointerdown', press, { capture: true, once: true });
    addEventListener('pointerup', release, { capture: true, once: true });
  }
  return found.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return {
      text: element.innerText ?? '',
      x,
      y,
      width,
      height,
      disabled: (element as HTMLButtonElement).disabled === true,
      free: top !== null && (element.contains(top) || top.contains(element)),
    };
  });
}

async function look(
  tab: Tab,
  target: Target,
  { scroll, drags }: Looking = { scroll: false, drags: false },
): Promise<Sight[]> {
  const asked = { ...target, scroll, drags };
  return (await tab.run(seek as never, asked as never)) as unknown as Sight[];
}

/** The target, once it is there, has stopped moving and can be clicked; scrolled to. */
async function ready(tab: Tab, target: Target, drags = false): Promise<Sight> {
  let before = '';
  let sight: Sight | undefined;
  await expect
    .poll(
      async () => {
        [sight] = await look(tab, target, { scroll: true, drags });
        if (!sight) return 'not there';
        if (sight.disabled) return 'disabled';
        const { x, y, width, height } = sight;
        const place = JSON.stringify([x, y, width, height]);
        const still = place === before;
        before = place;
        if (!still) return 'moving';
        return sight.free || target.below ? 'ready' : 'covered';
      },
      { message: `${target.name ?? target.has ?? target.css} can be clicked`, intervals: [60] },
    )
    .toBe('ready');
  return sight!;
}

const middle = ({ x, y, width, height }: Sight): Place => [x + width / 2, y + height / 2];

/** Fails where the mouse was not pressed, and released, on what was looked for last: the page may have moved it meanwhile. */
async function expectHit(tab: Tab, what: string): Promise<void> {
  let hit: boolean | null = null;
  const told = async () =>
    (hit = await tab.run(() => (window as unknown as { hit: boolean | null }).hit, null));
  // A busy page hears of it a little later.
  await expect.poll(told, { message: what, intervals: [20, 100] }).not.toBeNull();
  expect(hit, what).toBe(true);
}

export async function click(tab: Tab, target: Target): Promise<void> {
  await expect(async () => {
    await tab.mouse([middle(await ready(tab, target)), 'down', 'up']);
    await expectHit(tab, `${target.name ?? target.css} is clicked`);
  }).toPass();
}

/** Gives files to the input that is marked so, once it is there; seldom is it seen. */
export async function choose(tab: Tab, mark: string, paths: string[]): Promise<void> {
  const selector = marked(mark).css;
  const there = () => tab.run((css) => document.querySelector(css) !== null, selector);
  await expect.poll(there, { message: `${mark} is there` }).toBe(true);
  await tab.choose(selector, paths);
}

/** A line with the button down. */
export async function drag(tab: Tab, target: Target, stroke: Point[]): Promise<void> {
  await expect(async () => {
    const { x, y, width, height } = await ready(tab, target, true);
    const at = ([u, v]: Point): Place => [x + u * width, y + v * height];
    const moves: Move[] = [at(stroke[0]!), 'down', ...stroke.slice(1).map(at), 'up'];
    await tab.mouse(moves);
    await expectHit(tab, `${target.css} is drawn on`);
  }).toPass();
}

/** The text of the first such target; empty where there is none. */
export async function textOf(tab: Tab, target: Target): Promise<string> {
  const [sight] = await look(tab, target);
  return (sight?.text ?? '').trim();
}

export const count = async (tab: Tab, target: Target): Promise<number> =>
  (await look(tab, target)).length;

/** Waits until the target's text is as it should be. @returns all of it */
export async function says(tab: Tab, target: Target, words: RegExp | string): Promise<string> {
  let text = '';
  const seen = expect.poll(async () => (text = await textOf(tab, target)), {
    message: `what ${target.css} says`,
  });
  await (typeof words === 'string' ? seen.toContain(words) : seen.toMatch(words));
  return text;
}

/** The number that a text begins with, such as 97.12 of "97.12 %". */
export async function numberOf(tab: Tab, target: Target): Promise<number> {
  return Number.parseFloat((await textOf(tab, target)).replaceAll(/[,\u202f]/g, ''));
}

export const addressOf = (tab: Tab): Promise<string> => tab.run(() => location.href, null);

/** What `read` gives once it has not changed for a moment. */
export async function settled<T>(read: () => Promise<T>): Promise<T> {
  let before: T | undefined;
  const still = async () => {
    const now = await read();
    const same = now === before;
    before = now;
    return same;
  };
  await expect.poll(still, { intervals: [400], message: 'the page stands still' }).toBe(true);
  return before!;
}

/** How many spikes each raster shows, and the answer: once there is one, and they stand still. */
export async function shown(tab: Tab): Promise<string> {
  const spikes = () =>
    Array.from(
      document.querySelectorAll<HTMLElement>('[data-testid="raster"]'),
      (raster) => raster.dataset.spikes ?? '',
    );
  // The first answer may take longer than for a blank page to seem still.
  await says(tab, marked('answer'), /first at t = /);
  return settled(async () =>
    JSON.stringify([await tab.run(spikes, null), await textOf(tab, marked('answer'))]),
  );
}

/** What `save` makes the browser put among the downloads, when all of it is there. */
export async function saved(
  { downloads }: Driver,
  name: string,
  save: () => Promise<void>,
): Promise<{ path: string; bytes: Buffer }> {
  const path = join(downloads, name);
  await save();
  let size = -1;
  const whole = () => {
    const there = readdirSync(downloads).includes(name) ? readFileSync(path).length : 0;
    const still = there > 0 && there === size;
    size = there;
    return still;
  };
  await expect.poll(whole, { intervals: [200], message: `${name} is saved` }).toBe(true);
  return { path, bytes: readFileSync(path) };
}
