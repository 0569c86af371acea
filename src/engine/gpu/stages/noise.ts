/** The noise of elastic distortions. */
import source from '../../../../shaders/noise.wgsl?raw';
import { dispatch } from '../device/dispatch';
import type { Kernels } from '../device/kernels';
import { defineShader } from '../device/shader';
import type { Sizes } from '../device/sizes';
import { stepPart } from '../device/step';
import { distortionPart, type DistortionBuffers } from './distortion';
import type { Dispatch } from './stage';

export const NOISE = defineShader({
  name: 'noise',
  source,
  parts: [stepPart, distortionPart],
  bindings: { field: 'uniform', draws: 'read', numbers: 'write' },
});

export async function compileNoise(
  kernels: Kernels,
  sizes: Sizes,
): Promise<(buffers: DistortionBuffers) => Dispatch> {
  const kernel = await kernels.get(NOISE, sizes.sample, {});
  return ({ field, draws, rough }) => {
    const group = kernels.bind(NOISE, { field, draws, numbers: rough });
    return (target) => {
      dispatch(target, kernel, group, target.samples);
    };
  };
}
