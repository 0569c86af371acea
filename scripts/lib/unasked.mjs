import { readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { filesUnder } from './sources.mjs';

/** Asked for by no file: by people, by hosts where a page is missing, by those who look for a licence. */
const ASKED = /^(index\.html|404\.html|licences\/.*)$/;

/** Files that name others. */
const TEXTS = new Set(['.css', '.html', '.js', '.json', '.webmanifest']);

/** Every browser that runs the page takes WOFF2, and takes it first. */
const NEVER = new Set(['.woff', '.ttf', '.otf', '.eot', '.map']);

/**
 * Files of a built page that no browser asks for.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function unasked(folder) {
  const files = filesUnder(folder, ['.']);
  const texts = files
    .filter((file) => TEXTS.has(extname(file)))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  // A list of models has their names alone.
  const nameOf = (file) => basename(file, '.safetensors');
  const isNamed = (file) =>
    texts.some((one) => one.file !== file && one.text.includes(nameOf(file)));
  return files.filter((file) => NEVER.has(extname(file)) || !(ASKED.test(file) || isNamed(file)));
}

/** A Vite plugin: fonts in style sheets (KaTeX's) are WOFF2 alone; a build with files that nobody asks for fails. */
export function nothingUnasked() {
  let folder = '';
  return {
    name: 'nothing-unasked',
    enforce: 'pre',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    transform: {
      filter: { id: /\.css$/ },
      handler: (code) => code.replaceAll(/,\s*url\([^()]*\.(woff|ttf)\)\s*format\([^()]*\)/g, ''),
    },
    writeBundle: {
      sequential: true,
      handler() {
        const files = unasked(folder);
        if (files.length > 0) this.error(`No browser asks for ${files.join(', ')}.`);
      },
    },
  };
}
