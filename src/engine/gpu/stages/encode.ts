/** Images of a chunk to the times of input neurons. */
import source from '../../../../shaders/encode.wgsl?raw';
import { isLit, latencyOf, lowestLit } from '../../../model/encode';
import {
  hasBothPolarities,
  inputCount,
  patchGrid,
  trainParts,
  type NetworkSpec,
} from '../../../model/network';
import { dispatch, type Target } from '../device/dispatch';
import { NEVER, quadsOf } from '../device/layout';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { struct, structBytes } from '../device/struct';
import { silencePart } from './parts';
import { isPacked, type Bind, type StageContext } from './stage';

/** How images become spikes. */
const CODING = struct(
  {
    width: 'u32',
    columns: 'u32',
    inputs: 'u32',
    quads: 'u32',
    kernel: 'u32',
    stride: 'u32',
    phase: 'u32',
    lowest: 'u32',
    imageWords: 'u32',
    first: 'u32',
  },
  48,
);

export const ENCODE = defineShader({
  name: 'encode',
  source,
  structs: { Coding: CODING },
  parts: [stepPart, silencePart],
  bindings: {
    coding: 'uniform',
    picks: 'read',
    images: 'read',
    table: 'read',
    volley: 'write',
    lit: 'write',
  },
  constants: ['patches', 'packed', 'both'],
});

export async function compileEncode(
  context: StageContext,
): Promise<Bind<(target: Target, images: GPUBuffer) => void>> {
  const { kernels, spec, sizes } = context;
  const kernel = await kernels.get(ENCODE, sizes.pixel, {
    patches: spec.coding.kernel > 1,
    packed: isPacked(context, 0),
    both: hasBothPolarities(spec),
  });
  return ({ input, picks, imageWords, make, makeUniform }) => {
    const coding = makeUniform('coding', codingBytes(spec, input.quads, imageWords));
    const table = make('table', TABLE, codingTable(spec));
    const groups = new Map<GPUBuffer, GPUBindGroup>();
    const groupOf = (images: GPUBuffer): GPUBindGroup => {
      let group = groups.get(images);
      if (!group) {
        const { volley, lit } = input;
        group = kernels.bind(ENCODE, { coding, picks, images, table, volley, lit });
        groups.set(images, group);
      }
      return group;
    };
    return (target, images) => {
      dispatch(target, kernel, groupOf(images), target.samples * quadsOf(input.quads));
    };
  };
}

const MOST_LIT = 64;
const TABLE = 256 + MOST_LIT + 1;

/** A byte's spike time at kernel 1, then the multiplicity of n lit pixels: rounded once, as in src/model/encode.ts. */
function codingTable(spec: NetworkSpec): Float32Array<ArrayBuffer> {
  const table = new Float32Array(TABLE).fill(NEVER);
  for (let byte = 0; byte < 256; byte++)
    if (isLit(byte, spec.input.cut)) table[byte] = latencyOf(byte);
  for (let lit = 0; lit <= MOST_LIT; lit++) table[256 + lit] = (2 * lit) / spec.coding.kernel ** 2;
  return table;
}

function codingBytes(spec: NetworkSpec, quads: number, imageWords: number): ArrayBuffer {
  const { columns } = patchGrid(spec);
  const { kernel, stride } = spec.coding;
  const { pixel, emits } = trainParts(spec);
  return structBytes(CODING, {
    width: spec.input.width,
    columns,
    inputs: inputCount(spec),
    quads,
    kernel,
    stride,
    phase: Number(pixel === 'phase'),
    lowest: lowestLit(spec.input.cut),
    imageWords,
    first: Number(emits === 'first'),
  });
}
