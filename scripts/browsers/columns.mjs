/**
 * The columns of `npm run test:browsers`: a browser, and what of it is switched.
 *
 * @typedef {object} Column
 * @property {string} name
 * @property {'chromium' | 'firefox' | 'webkit'} browser
 * @property {'software' | 'hardware'} [layout] the errands run on WebGPU, in the layout for adapters of this kind, whichever is there
 * @property {boolean} [threads] memory may be shared between threads, as in Safari: WebKitGTK has it behind a switch
 */

/** @type {Column[]} */
export const COLUMNS = [
  { name: 'chromium', browser: 'chromium' },
  { name: 'firefox', browser: 'firefox' },
  { name: 'webkit', browser: 'webkit' },
  { name: 'webkit-threads', browser: 'webkit', threads: true },
  { name: 'firefox-webgpu', browser: 'firefox', layout: 'software' },
  { name: 'firefox-webgpu-hardware', browser: 'firefox', layout: 'hardware' },
];
