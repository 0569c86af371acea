/** How much memory a page holds, by two measures. */
import { readFileSync } from 'node:fs';

/** Without this a page waits up to half a minute for a garbage collection before it answers. */
export const MEMORY_FLAGS = ['--enable-blink-features=ForceEagerMeasureMemory'];

const MB = 2 ** 20;
/** A thread that waits for work in Atomics.wait, also while training is paused, does not answer the browser's count: then there is none. */
const PATIENCE = 5000;

/**
 * @param {import('playwright').Browser} browser
 * @param {import('playwright').Page} page cross-origin isolated; nothing else may be open in the browser
 */
export async function createMeter(browser, page) {
  const session = await browser.newBrowserCDPSession();
  const own = await page.context().newCDPSession(page);
  let answers = true;
  return {
    /**
     * Megabytes. `page`: what the page and its workers hold, as the browser counts after a garbage collection (null where
     * it does not answer). `own`: what the page's process has written and shares with nobody: the same and the browser's own
     * working memory, without its code. `processes`: what the page's process and the GPU's take of the machine, code included,
     * and each of them. All but `page` are null where the system does not say (they are read from /proc).
     */
    async read() {
      await own.send('HeapProfiler.collectGarbage');
      const bytes = answers ? await page.evaluate(count, PATIENCE) : null;
      answers = bytes !== null;
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const largest = (type, field) =>
        Math.max(
          0,
          ...processInfo.filter((p) => p.type === type).map((p) => ofProcess(p.id, field)),
        );
      const [renderer, gpu] = [largest('renderer', 'Pss'), largest('GPU', 'Pss')];
      return {
        page: bytes && bytes / MB,
        own: largest('renderer', 'Private_Dirty') || null,
        processes: renderer + gpu || null,
        renderer: renderer || null,
        gpu: gpu || null,
      };
    },
  };
}

/** In the page. */
function count(patience) {
  const late = new Promise((resolve) => {
    setTimeout(() => resolve({ bytes: null }), patience);
  });
  return Promise.race([performance.measureUserAgentSpecificMemory(), late]).then(
    ({ bytes }) => bytes,
  );
}

/** Megabytes on Linux. @param {'Pss' | 'Private_Dirty'} field Pss: memory that processes share counts in parts */
function ofProcess(pid, field) {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)[1]) / 1024;
  } catch {
    return 0;
  }
}
