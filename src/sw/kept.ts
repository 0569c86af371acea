/** What is kept of the page, in caches that all of its versions share: the names of most files hold a hash of what is in them. */
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { ALONE, scope } from './scope';
import { withHeaders } from './with-headers';

/** Threads need these with the page and with every worker's script. */
const isolating = {
  handlerWillRespond: async ({ response }: { response: Response }) =>
    withHeaders(response, ISOLATION),
};

/** A file that is not what the build says, or does not come so: what the server has to say. */
const elseAsServed = {
  handlerDidError: async ({ request }: { request: Request }) => fetch(request),
};

const page = new PrecacheController({ plugins: [isolating, elseAsServed] });
page.addToCacheList(PAGE_FILES);

const later = new Map(
  Object.entries(LATER_FILES).map(([path, hash]) => [new URL(path, scope).href, hash]),
);

/** Under its hash: a file that changes is loaded anew. */
const laterKey = (url: string): string => `${url}?sha256=${encodeURIComponent(later.get(url)!)}`;

const laterFiles = new CacheFirst({
  cacheName: `mt-spike-data-${scope}`,
  plugins: [
    isolating,
    {
      cacheKeyWillBeUsed: async ({ request }) => laterKey(request.url),
      // Whoever waits for it has it as it comes; kept is only what is whole, and of this version.
      cacheWillUpdate: async ({ request, response }) =>
        (await sha256(response.clone())) === later.get(request.url) ? response : null,
    },
  ],
});

async function sha256(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** Everything of the page that is not there yet, and of models and data what was loaded. */
async function fill(event: ExtendableEvent, loaded: string[]): Promise<void> {
  for (const [request, cacheKey] of page.getURLsToCacheKeys()) {
    const integrity = page.getIntegrityForCacheKey(cacheKey);
    await done(page.strategy.handleAll({ request, event, params: { cacheKey, integrity } }));
  }
  for (const request of ofLater(loaded)) {
    await done(laterFiles.handleAll({ request, event }));
  }
}

/** Models and data among what was loaded; of a data set all files, since a worker fetches the others (`data/mnist-...`). */
function ofLater(loaded: string[]): string[] {
  const setOf = (url: string): string => url.replace(/(\/data\/[^-/]+-).*$/, '$1');
  const wanted = new Set(loaded.map(setOf));
  return [...later.keys()].filter((url) => wanted.has(setOf(url)));
}

const done = (handled: [Promise<Response>, Promise<void>]): Promise<unknown> =>
  Promise.all(handled);

/** What no version that is open needs: to be called where this version alone is. */
async function tidy(event: ExtendableEvent): Promise<void> {
  await page.activate(event);
  const expected = new Set([...later.keys()].map(laterKey));
  const cache = await caches.open(laterFiles.cacheName);
  for (const { url } of await cache.keys()) if (!expected.has(url)) await cache.delete(url);
}

/**
 * The page itself. Kept, it is there at once and without a network. Where a machine serves itself, the server is asked first: a
 * developer's next build, or next project, is at the same address.
 */
async function home(request: Request): Promise<Response> {
  const served = (): Promise<Response> => fetch(request);
  const kept = await page.matchPrecache('index.html');
  const response = !kept ? served() : ALONE ? served().catch(() => kept) : kept;
  return withHeaders(await response, ISOLATION);
}

/** A file of an earlier version, for a page that was opened before this one came. */
async function earlier(request: Request): Promise<Response> {
  const cache = await caches.open(page.strategy.cacheName);
  const kept = await cache.match(request.url, { ignoreSearch: true });
  return withHeaders(kept ?? (await fetch(request)), ISOLATION);
}

/** Nothing else is answered here: other pages of this host, below the same path, are left alone. */
function answer(): void {
  const homes = new Set([scope.pathname, `${scope.pathname}index.html`]);
  registerRoute(
    ({ request, url }) =>
      request.mode === 'navigate' &&
      url.origin === scope.origin &&
      homes.has(url.pathname) &&
      url.searchParams.get('sw') !== 'off',
    ({ request }) => home(request),
  );
  registerRoute(new PrecacheRoute(page, { directoryIndex: '', cleanURLs: false }));
  registerRoute(({ url }) => later.has(url.href), laterFiles);
  registerRoute(
    ({ url }) => url.href.startsWith(new URL('assets/', scope).href),
    ({ request }) => earlier(request),
  );
}

export const kept = {
  answer,
  /** Before a new version is offered all of it is there, or it is not offered. */
  install: (event: ExtendableEvent): Promise<unknown> => page.install(event),
  fill,
  tidy,
  /** Whether a script is one of this version's. */
  has: (url: string): boolean => page.getCacheKeyForURL(url) !== undefined,
};
