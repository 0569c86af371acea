/** WGSL that kernels share and that no buffer is laid out by. */
import earlier from '../../../../shaders/parts/earlier.wgsl?raw';
import gain from '../../../../shaders/parts/gain.wgsl?raw';
import silence from '../../../../shaders/parts/silence.wgsl?raw';
import type { Part } from '../device/shader';

export const earlierPart: Part = { source: earlier };
export const gainPart: Part = { source: gain };
export const silencePart: Part = { source: silence };
