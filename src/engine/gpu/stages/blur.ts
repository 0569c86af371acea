/** Noise to the smooth field of an elastic distortion: a Gaussian across, then down. */
import source from '../../../../shaders/blur.wgsl?raw';
import { dispatch } from '../device/dispatch';
import type { Kernels } from '../device/kernels';
import { defineShader } from '../device/shader';
import type { Sizes } from '../device/sizes';
import { stepPart } from '../device/step';
import { distortionPart, type DistortionBuffers } from './distortion';
import type { Dispatch } from './stage';

export const BLUR = defineShader({
  name: 'blur',
  source,
  parts: [stepPart, distortionPart],
  bindings: { field: 'uniform', taps: 'read', rough: 'read', smoothed: 'write' },
  constants: ['down'],
});

export async function compileBlur(
  kernels: Kernels,
  sizes: Sizes,
): Promise<(buffers: DistortionBuffers) => Dispatch> {
  const [across, down] = await Promise.all([
    kernels.get(BLUR, sizes.pixel, { down: false }),
    kernels.get(BLUR, sizes.pixel, { down: true }),
  ]);
  return ({ field, taps, rough, half, cells }) => {
    const there = kernels.bind(BLUR, { field, taps, rough, smoothed: half });
    const back = kernels.bind(BLUR, { field, taps, rough: half, smoothed: rough });
    return (target) => {
      dispatch(target, across, there, target.samples * cells);
      dispatch(target, down, back, target.samples * cells);
    };
  };
}
