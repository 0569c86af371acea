import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** Where a declaration names another file of the same project. */
const RELATIVE = /((?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\2/g;

/**
 * Copies a declaration file and all that it needs to be understood, and nothing else: the rest may name types that another project lacks.
 * Names get an ending, without which Node's way of looking for modules finds none.
 *
 * @param {string} from folder of all declarations
 * @param {string} entry in it
 * @param {string} to
 */
export function takeTypes(from, entry, to) {
  const taken = new Set();
  const take = (file) => {
    if (taken.has(file)) return;
    taken.add(file);
    const text = readFileSync(join(from, file), 'utf8');
    const whole = text.replace(RELATIVE, (_, before, quote, name) => {
      take(posix.join(posix.dirname(file), `${name}.d.ts`));
      return `${before}${quote}${name}.js${quote}`;
    });
    const target = join(to, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, whole);
  };
  take(entry);
}
