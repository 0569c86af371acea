import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Every shader in naga, the compiler in Firefox: `npm run test:naga`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { name: 'naga', environment: 'node', include: ['scripts/naga/shaders.test.ts'] },
});
