/**
 * A rule for oxlint: a panel, which is a folder directly under src/ui, imports no other panel, styles and tests included. So
 * each can be read, changed and taken away by itself. Two folders are no panels: kit, which all may import and which imports
 * none of them, and app, which puts the panels together. The files directly under src/ui start the page and may import all.
 */
import { posix } from 'node:path';

const MESSAGE =
  'A panel imports no other panel: what both need stands in src/view or src/ui/kit, and what one shows of another it is given by src/ui/app.';

const HOUSE = 'src/ui/';

/** The folder under src/ui that a path lies in; '' directly under src/ui, null outside of it. */
function roomOf(path) {
  const at = path.lastIndexOf(HOUSE);
  if (at < 0) return null;
  const inside = path.slice(at + HOUSE.length).split('/');
  return inside.length > 1 ? inside[0] : '';
}

/**
 * Whether a file reaches into a panel that is not its own.
 *
 * @param {string} file with slashes, relative to the repository or absolute
 * @param {string} specifier what it imports
 */
export function reachesOver(file, specifier) {
  if (!specifier.startsWith('.')) return false;
  const from = roomOf(file);
  const to = roomOf(posix.join(posix.dirname(file), specifier));
  if (from === null || to === null || from === to) return false;
  return from !== '' && from !== 'app' && to !== 'kit';
}

export const panelsApart = {
  create(context) {
    const file = context.filename.replaceAll('\\', '/');
    const look = ({ source }) => {
      if (typeof source?.value === 'string' && reachesOver(file, source.value))
        context.report({ node: source, message: MESSAGE });
    };
    return {
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
      ImportExpression: look,
      TSImportType: look,
    };
  },
};
