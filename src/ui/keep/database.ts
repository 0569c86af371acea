/** The browser's database, where it has one and it answers. */

/** Milliseconds after which a request that the database has not answered is given up. */
const PATIENCE = 8000;

/** @throws DOMException where the browser has no database, or lets this page have none */
export function requireDatabase(): void {
  // Reading the property throws where pages may store nothing.
  const database = (globalThis as { indexedDB?: IDBFactory }).indexedDB;
  if (!database) throw new DOMException('There is no database.', 'NotSupportedError');
}

/** What is asked of the database. @throws DOMException TimeoutError where it does not answer: the page must not wait for ever */
export async function answered<T>(ask: () => Promise<T>): Promise<T> {
  requireDatabase();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DOMException('The database does not answer.', 'TimeoutError')),
      PATIENCE,
    );
  });
  try {
    return await Promise.race([ask(), late]);
  } finally {
    clearTimeout(timer);
  }
}
