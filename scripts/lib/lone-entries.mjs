/**
 * A Vite plugin for workers: nothing imports a worker's entry, so what its chunks share is kept out of it. WebKit runs a module worker's
 * script a second time, as another module, where a chunk imports it: two hosts then answer each message, one of them without an engine.
 * A build in which a chunk does it all the same fails.
 */
export function loneEntries() {
  return {
    name: 'lone-entries',
    // By an entry that must keep its own exports, of which there are none. Vite sets it to false for workers, after their options.
    options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      for (const { fileName } of chunks.filter(({ isEntry }) => isEntry)) {
        const importers = chunks.filter(({ imports, dynamicImports }) =>
          [...imports, ...dynamicImports].includes(fileName),
        );
        if (importers.length > 0)
          this.error(
            `${importers.map((chunk) => chunk.fileName).join(', ')}: imports ${fileName}, the entry of a worker, which WebKit would run twice.`,
          );
      }
    },
  };
}
