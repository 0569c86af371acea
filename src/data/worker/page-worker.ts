/**
 * Workers whose file is of another origin than the page: in a frame whose sandbox gives the page an origin of its own (`allow-scripts` alone), and
 * where another site's page uses the library (docs/library.md). A worker may only be started from a file of the page's origin. There the worker's
 * script is a few lines of the page's own, which import the file; its server lets everybody read it (`Access-Control-Allow-Origin`), or
 * this very script would not have come.
 */

/**
 * Messages that come before the file does are kept for it. A classic script, since Chromium starts no module worker there.
 * @param file its address
 */
const importing = (file: string): string => `
const early = [];
const keep = (event) => {
  event.stopImmediatePropagation();
  early.push(event);
};
addEventListener('message', keep);
import(${JSON.stringify(file)}).then(
  () => {
    removeEventListener('message', keep);
    for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
  },
  () => setTimeout(() => { throw new Error('its script did not come'); }),
);`;

/** A class made when it is asked for: this file is also loaded where there are no workers. */
const importingWorker = (): typeof Worker =>
  class extends Worker {
    constructor(file: string | URL, { name }: WorkerOptions = {}) {
      const script = new Blob([importing(String(file))], { type: 'text/javascript' });
      super(URL.createObjectURL(script), name === undefined ? {} : { name });
    }
  };

/** All scripts come from one place: where this one is from, a worker's file is. */
const isElsewhere = (): boolean =>
  self.origin === 'null' || new URL(import.meta.url).origin !== self.origin;

/** What starts a worker here, to be called `Worker`, by which name the bundler knows it. */
export const workerOfPage = (): typeof Worker => (isElsewhere() ? importingWorker() : Worker);
