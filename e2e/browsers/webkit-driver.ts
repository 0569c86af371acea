/** WebKitGTK's MiniBrowser, driven by WebDriver as W3C has it: https://www.w3.org/TR/webdriver2. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { SIZE, type Driver, type Move, type Plain, type Tab } from './tab';
import { end, openBrowser, type WebkitOptions } from './webkit-browser';

/** Higher than the content by what the MiniBrowser has above it. */
const WINDOW = { x: 0, y: 0, width: SIZE.width, height: SIZE.height + 60 };
const SCREEN = `${WINDOW.width}x${WINDOW.height}x24`;
/** WebDriver's names of keys. */
const KEYS: Record<string, string> = {
  Enter: '\uE006',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};
/** The name under which WebDriver hands over elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** @param options.downloads An empty folder: saved files arrive in it.
 *  @param options.screen Xvfb. */
export async function startWebkit(options: WebkitOptions & { screen: string }): Promise<Driver> {
  mkdirSync(options.downloads, { recursive: true });
  const { server, display } = await startScreen(options.screen);
  try {
    // This browser tells the version, and is gone again.
    const first = await openBrowser(options, display);
    await first.end();
    return {
      version: `WebKitGTK ${first.version}`,
      downloads: options.downloads,
      visit: () => visit(options, display),
      close: () => end(server),
    };
  } catch (error) {
    await end(server);
    throw error;
  }
}

/** A screen nobody sees, on a display of its own. */
async function startScreen(program: string): Promise<{ server: ChildProcess; display: string }> {
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    (server.stdio[3] as Readable).once('data', (number) => resolve(`:${String(number).trim()}`));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
  });
  return { server, display };
}

async function visit(options: WebkitOptions, display: string): Promise<Tab> {
  const { call, id, end: close } = await openBrowser(options, display);
  const post = (command: string, body: object) => call('POST', `/session/${id}/${command}`, body);
  await post('window/rect', WINDOW);
  return {
    goto: async (address) => void (await post('url', { url: address })),
    reload: async () => void (await post('refresh', {})),
    run: async (work, argument) =>
      (await post('execute/sync', {
        script: `return (${String(work)})(arguments[0]);`,
        args: [argument ?? null],
      })) as never,
    mouse: async (moves) => void (await post('actions', mouseActions(moves))),
    press: async (...keys) => void (await post('actions', keyActions(keys))),
    async choose(selector, paths) {
      const found = await post('element', { using: 'css selector', value: selector });
      const element = (found as Record<string, string>)[ELEMENT];
      await post(`element/${element}/value`, { text: paths.join('\n') });
    },
    picture: async () =>
      Buffer.from((await call('GET', `/session/${id}/screenshot`)) as string, 'base64'),
    close,
  };
}

function mouseActions(moves: Move[]): { actions: Plain } {
  const actions = moves.map((move): Plain => {
    if (move === 'down') return { type: 'pointerDown', button: 0 };
    if (move === 'up') return { type: 'pointerUp', button: 0 };
    const [x, y] = move.map(Math.round) as [number, number];
    return { type: 'pointerMove', duration: 0, origin: 'viewport', x, y };
  });
  return {
    actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
  };
}

function keyActions(keys: string[]): { actions: Plain } {
  const actions = keys.flatMap((key): Plain[] => {
    const value = KEYS[key] ?? key;
    return [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
  });
  return { actions: [{ type: 'key', id: 'keyboard', actions }] };
}
