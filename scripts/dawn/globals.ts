/** WebGPU's globals from the npm package, which tests written for a browser expect. */
import { requireDawn } from '../../src/engine/gpu/engine.node';

const dawn = await requireDawn();
Object.assign(globalThis, dawn.globals);
Object.defineProperty(globalThis, 'navigator', { value: { gpu: dawn.create([]) } });
