/** Parts of the page that come in files of their own, and what is done where one does not come. */

const SENTENCE =
  'This part of the page could not be fetched; all else goes on. Look whether you are connected and try again; ' +
  'if that does not help, load the page again.';

/** A file of the page has not come. */
export class NotFetched extends Error {
  constructor(cause: unknown) {
    super(SENTENCE, { cause });
  }
}

const parts: (() => Promise<unknown>)[] = [];

/**
 * An import that is made once, however often it is asked for, and after a failure again at the next asking.
 * @param ahead whether it is also fetched before it is needed (`fetchParts`)
 * @throws NotFetched
 */
export function repeatable<T>(load: () => Promise<T>, { ahead = true } = {}): () => Promise<T> {
  let loading: Promise<T> | null = null;
  let failures = 0;
  const part = () =>
    (loading ??= attempt(load, failures).catch((error: unknown) => {
      loading = null;
      failures++;
      throw new NotFetched(error);
    }));
  if (ahead) parts.push(part);
  return part;
}

async function attempt<T>(load: () => Promise<T>, failures: number): Promise<T> {
  if (failures === 0) return load();
  const address = addressOf(load);
  await restyle(address, failures);
  try {
    return await load();
  } catch (error) {
    // Firefox and WebKit remember that a module has failed: under another address it is fetched anew.
    if (!address) throw error;
    address.searchParams.set('again', String(failures));
    return (await import(/* @vite-ignore */ address.href)) as T;
  }
}

/** What `() => import('./part')` imports, as it is called in the built page. */
function addressOf(load: () => Promise<unknown>): URL | null {
  const [, path] = /\bimport\(\s*["'`]([^"'`]+)["'`]/.exec(String(load)) ?? [];
  return path === undefined ? null : new URL(path, import.meta.url);
}

/** Style sheets that failed to load; the code that the bundler adds requests each only once. */
const lostStyles = new Set<HTMLLinkElement>();

/** To be called before anything is loaded: only its error event tells that a style sheet has failed. */
export function watchStyles(): void {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lostStyles.add(target);
    },
    true,
  );
}

/** What the bundler calls a part: its script and its style sheet are files of this name, each with a hash behind it. */
const partName = (address: string): string =>
  address.replace(/^.*\//, '').replace(/-.{8}\.\w+(\?.*)?$/, '');

/** Requests the lost style sheet of a part once more. Those of other parts, which may fail again, are theirs to ask for. */
async function restyle(part: URL | null, failures: number): Promise<void> {
  const own = [...lostStyles].filter(({ href }) => part && partName(href) === partName(part.href));
  await Promise.all(
    own.map((lost) => {
      const link = lost.cloneNode() as HTMLLinkElement;
      const address = new URL(lost.href);
      address.searchParams.set('again', String(failures));
      link.href = address.href;
      lostStyles.delete(lost);
      lost.replaceWith(link);
      return new Promise((come, fail) => {
        link.addEventListener('load', come);
        link.addEventListener('error', () => fail(new Error(`${link.href} has not come.`)));
      });
    }),
  );
}

/**
 * Fetches the parts that have not been needed yet, so that they are there should the connection break. What fails is fetched
 * again when it is needed.
 */
export async function fetchParts(): Promise<void> {
  for (const part of parts) await part().catch(() => undefined);
}
