/** Starts WebKitGTK's MiniBrowser by its driver: https://www.w3.org/TR/webdriver2. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** Now and then a driver waits without end for the browser it started: then both are started anew. */
const STARTS = 3;
const PATIENCE = 20_000;
/** Milliseconds a command may take: longer than any page here needs to load. */
const LONGEST = 60_000;

export interface WebkitOptions {
  /** The MiniBrowser. */
  path: string;
  /** WebKitWebDriver. */
  driver: string;
  /** Whether memory may be shared between threads. */
  threads: boolean;
  /** An empty folder: saved files arrive in it. */
  downloads: string;
  /** Milliseconds until a browser that does not answer is given up; it takes less than 1 s. 20,000 without. */
  patience?: number;
}

type Call = (method: string, path: string, body?: object, patience?: number) => Promise<unknown>;

export interface Browser {
  call: Call;
  /** The session. */
  id: string;
  version: string;
  end: () => Promise<void>;
}

/** A browser with a driver of its own and nothing stored, at the start without a page. */
export async function openBrowser(options: WebkitOptions, display: string): Promise<Browser> {
  for (let left = STARTS - 1; ; left -= 1) {
    const { call, close } = await startDriver(options, display);
    try {
      const { id, version } = await openSession(call, options);
      const quit = async () => {
        try {
          await call('DELETE', `/session/${id}`);
        } finally {
          await close();
        }
      };
      return { call, id, version, end: quit };
    } catch (error) {
      await close();
      if (left === 0) throw error;
    }
  }
}

async function startDriver({ driver, threads, downloads }: WebkitOptions, display: string) {
  const port = await freePort();
  const program = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    // A group of its own: a browser that hangs ends with its driver.
    detached: true,
    env: {
      ...process.env,
      DISPLAY: display,
      // Without a folder of downloads, files are saved at home.
      HOME: downloads,
      GSETTINGS_BACKEND: 'memory',
      // As root, and in a container, there is no sandbox to be had; the page is our own.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      ...(threads ? { JSC_useSharedArrayBuffer: '1' } : {}),
    },
  });
  const call = caller(`http://127.0.0.1:${port}`);
  const close = () => end(program);
  try {
    await listening(call);
  } catch (error) {
    await close();
    throw error;
  }
  return { call, close };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Ends a program, and what it started where it leads a group. */
export async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolve) => program.once('exit', resolve));
  if (!program.pid || !endGroup(program.pid)) program.kill();
  await ended;
}

function endGroup(pid: number): boolean {
  try {
    return process.kill(-pid);
  } catch {
    return false;
  }
}

function caller(origin: string): Call {
  return async (method, path, body, patience = LONGEST) => {
    const response = await fetch(origin + path, {
      method,
      signal: AbortSignal.timeout(patience),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`WebDriver: ${method} ${path}: ${error}: ${message}`);
  };
}

async function listening(call: Call): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      await call('GET', '/status');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function openSession(
  call: Call,
  { path, patience = PATIENCE }: WebkitOptions,
): Promise<{ id: string; version: string }> {
  const alwaysMatch = {
    'webkitgtk:browserOptions': { binary: path, args: ['--automation'] },
  };
  const asked = { capabilities: { alwaysMatch } };
  const { sessionId, capabilities } = (await call('POST', '/session', asked, patience)) as {
    sessionId: string;
    capabilities: { browserVersion: string };
  };
  return { id: sessionId, version: capabilities.browserVersion };
}
