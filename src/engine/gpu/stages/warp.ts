/** Images as their affine map and the elastic field move them. */
import source from '../../../../shaders/warp.wgsl?raw';
import { dispatch } from '../device/dispatch';
import type { Kernels } from '../device/kernels';
import { defineShader } from '../device/shader';
import type { Sizes } from '../device/sizes';
import { stepPart } from '../device/step';
import { distortionPart, type DistortionBuffers } from './distortion';
import type { Dispatch } from './stage';

export const WARP = defineShader({
  name: 'warp',
  source,
  parts: [stepPart, distortionPart],
  bindings: {
    field: 'uniform',
    draws: 'read',
    displacement: 'read',
    images: 'read',
    warped: 'write',
  },
});

export async function compileWarp(
  kernels: Kernels,
  sizes: Sizes,
): Promise<(buffers: DistortionBuffers) => Dispatch> {
  const kernel = await kernels.get(WARP, sizes.pixel, {});
  return ({ field, draws, rough, images, warped, imageWords }) => {
    const group = kernels.bind(WARP, { field, draws, displacement: rough, images, warped });
    return (target) => {
      dispatch(target, kernel, group, target.samples * imageWords);
    };
  };
}
