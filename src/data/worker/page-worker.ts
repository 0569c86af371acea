/**
 * Workers in a frame whose sandbox gives the page an origin of its own (`allow-scripts` alone): no file is of that origin, and a worker may only be
 * started from one that is. There the worker's script is a few lines of the page's own, which import the file; its server lets everybody read
 * it (`Access-Control-Allow-Origin`), or the page itself would not have started.
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

class ImportingWorker extends Worker {
  constructor(file: string | URL, { name }: WorkerOptions = {}) {
    const script = new Blob([importing(String(file))], { type: 'text/javascript' });
    super(URL.createObjectURL(script), name === undefined ? {} : { name });
  }
}

/** What starts a worker here, to be called `Worker`, by which name the bundler knows it. */
export const workerOfPage = (): typeof Worker =>
  self.origin === 'null' ? ImportingWorker : Worker;
