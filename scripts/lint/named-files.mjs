/** Files and folders that comments and documents name, so that none of them names one that is gone. */

const ENDINGS = 'ts|tsx|mjs|wgsl|md|json|css|html|cpp|safetensors';
const FILE = new RegExp(
  String.raw`(?<![\w/.@~*-])(?:\.{1,2}/)*((?:[\w.-]+/)*[\w-][\w.-]*\.(?:${ENDINGS}))\b(?![\w/*-])`,
  'g',
);
const FOLDER =
  /(?<![\w/.@~*-])((?:src|scripts|docs|bench|e2e|shaders|public)(?:\/[\w-]+)+)\/?(?![\w/.*-]*[\w*])/g;
/** Stands for any name: `bench/results/COMMAND.json`, `NAME-panel.tsx`. */
const PLACEHOLDER = /(^|\/)[A-Z]{2,}[-.]|^my-|^model\.safetensors$/;

/** The lines of a document, or of the comments of a source, each with its number. */
function prose(path, text) {
  const lines = text.split('\n').map((line, i) => ({ line, number: i + 1 }));
  if (path.endsWith('.md')) return lines;
  return lines.flatMap(({ line, number }) => {
    const comment = /(?:^|\s)\/\/+ ?(.*)$|^\s*\/?\*+ ?(.*)$|\/\*+ (.*)\*\/|<!-- (.*)/.exec(line);
    const words = comment?.slice(1).find((part) => part !== undefined);
    return words === undefined ? [] : [{ line: words, number }];
  });
}

/**
 * What a text names and is not there, as `path:line names NAME`. A name may leave out the folders in front.
 * @param {string} path of the text, which says whether it is a document
 * @param {string} text
 * @param {ReadonlySet<string>} there every file and folder, and every end of their paths from a folder on
 */
export function missingNames(path, text, there) {
  return prose(path, text).flatMap(({ line, number }) =>
    [...line.matchAll(FILE), ...line.matchAll(FOLDER)]
      .map(([, name]) => name)
      .filter((name) => !there.has(name) && !PLACEHOLDER.test(name))
      .map((name) => `${path}:${number} names ${name}`),
  );
}

/** Every file and folder of a list of files, by its whole path and by every end of it that begins at a folder. */
export function namesOf(files) {
  const there = new Set();
  for (const file of files) {
    const parts = file.split('/');
    for (let end = parts.length; end > 0; end--)
      for (let start = 0; start < end; start++) there.add(parts.slice(start, end).join('/'));
  }
  return there;
}
