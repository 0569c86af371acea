/** WebGPU's globals from the npm package, which tests written for a browser expect. */
import { EngineError } from '../../src/engine/engine';

interface Package {
  create: (options: string[]) => GPU;
  globals: object;
}

// Not a literal, so that the compiler does not ask for a package that may be missing.
const packageName = 'webgpu';
const load = async (): Promise<Package> => {
  try {
    return (await import(packageName)) as Package;
  } catch {
    throw new EngineError(
      'These tests need the npm package webgpu: run "npm install --no-save webgpu@0.6.2".',
    );
  }
};

const { create, globals } = await load();
Object.assign(globalThis, globals);
Object.defineProperty(globalThis, 'navigator', { value: { gpu: create([]) } });
