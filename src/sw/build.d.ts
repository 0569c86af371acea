/** What the build tells the service worker (scripts/lib/service-worker.mjs). */

/** The files of the page, in the order in which they are kept: the page itself last. Only those whose name has no hash have a revision. */
declare const PAGE_FILES: { url: string; revision: string | null; integrity: string }[];

/** Models and data by their addresses, relative to the page: the SHA-256 of each, in base64. They are kept once they were loaded. */
declare const LATER_FILES: Record<string, string>;

/** What a host sends with its answers so that the page may have threads. */
declare const ISOLATION: Record<string, string>;
