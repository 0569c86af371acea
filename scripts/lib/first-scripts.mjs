/** How the scripts are packed that the first answer waits for: few files, compiled ahead, and what starts the engine before all others. */

/** Chromium compiles the whole file while it arrives, in another thread, and not function by function as each is called first. */
const COMPILED_AHEAD = '//# allFunctionsCalledOnLoad\n';

/**
 * A Vite plugin and what goes with it into the bundler's output.
 *
 * @param {{ entry: RegExp, others: RegExp, early: RegExp }} of `entry`: the page's first module; `others`: entries of other pages, whose
 *   modules stay files of their own; `early`: modules that run before the page's others are there
 */
export function firstScripts({ entry, others, early }) {
  const first = new Set();
  return {
    groups: [
      { name: 'early', test: early, priority: 2 },
      // React changes more seldom than the page: whoever comes back has it.
      { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 1 },
      // What parts of the page share with those that come later would be twenty files more, each with a request of its own.
      { name: 'page', test: (id) => first.has(id) },
    ],
    plugin: {
      name: 'first-scripts',
      apply: 'build',
      // After all else has put its lines on top of a file.
      enforce: 'post',
      buildEnd() {
        const ids = [...this.getModuleIds()];
        /** A module and all that it imports at once. */
        const reach = (id, into) => {
          if (into.has(id)) return into;
          into.add(id);
          for (const next of this.getModuleInfo(id)?.importedIds ?? []) reach(next, into);
          return into;
        };
        const from = (pattern) => {
          const into = new Set();
          for (const id of ids.filter((one) => pattern.test(one))) reach(id, into);
          return into;
        };
        const shared = from(others);
        first.clear();
        for (const id of from(entry)) if (!shared.has(id) && !entry.test(id)) first.add(id);
      },
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          for (const chunk of Object.values(bundle))
            if (chunk.name === 'page' || chunk.name === 'react')
              chunk.code = COMPILED_AHEAD + chunk.code;
        },
      },
      transformIndexHtml: {
        order: 'post',
        handler(html, { bundle, path }) {
          const chunk = Object.values(bundle ?? {}).find(({ name }) => name === 'early');
          if (!chunk || path !== '/index.html') return html;
          // All that the entry imports would have to be there before any of it runs.
          const script = `<script type="module" async crossorigin src="./${chunk.fileName}"></script>`;
          return html.replace(/<script type="module"/, `${script}\n    $&`);
        },
      },
    },
  };
}
