/** The buffers between a convolution and the layer before it: lists, volleys and gradients of its patches. */
import source from '../../../../shaders/parts/patches.wgsl?raw';
import type { NetworkSpec } from '../../../model/network';
import { inputQuad, quadsOf, TRACE_QUAD } from '../device/layout';
import type { Part } from '../device/shader';
import { struct, structBytes } from '../device/struct';
import type { NetworkBuffers } from '../device/network-buffers';

/** How a convolution's patches lie in the layer before, and how their lists and volleys lie. */
const PATCHES = struct(
  {
    columns: 'u32',
    rows: 'u32',
    kernel: 'u32',
    stride: 'u32',
    beforeColumns: 'u32',
    cell: 'u32',
    beforeCapacity: 'u32',
    beforeStride: 'u32',
    beforeQuadStride: 'u32',
    stored: 'u32',
    capacity: 'u32',
    placeStride: 'u32',
    quadStride: 'u32',
  },
  64,
);

export const patchesPart: Part = { source, structs: { Patches: PATCHES } };

export interface PatchBuffers {
  uniform: GPUBuffer;
  /** [places] spikes that reach a patch. */
  counts: GPUBuffer;
  /** [places, presynaptic (to fours)] (element, time bits) in time order. */
  spikes: GPUBuffer;
  /** [places, presynaptic quads] times of 4 elements, and their multiplicities where spikes have some. */
  volley: GPUBuffer;
  /** [shares, presynaptic (to fours), quads] vec4 */
  sums: GPUBuffer;
  /** Parts into which the positions' gradients are divided. */
  shares: number;
}

/** Floats of 4 elements of a patch; those of the input may have multiplicities, like the input itself. */
export function patchQuad(spec: NetworkSpec, l: number): number {
  return l === 0 ? inputQuad(spec) : 4;
}

/** Many shares make many threads; each has sums of its own. */
const MOST_SHARES = 64;

/** How a workspace makes buffers that it destroys. */
export interface PatchMakers {
  make: (name: string, words: number) => GPUBuffer;
  makeUniform: (name: string, bytes: ArrayBuffer) => GPUBuffer;
}

/**
 * @param l 0-based number of the convolution
 * @returns undefined for a dense layer
 */
export function createPatchBuffers(
  { make, makeUniform }: PatchMakers,
  { spec, layers }: NetworkBuffers,
  l: number,
  batch: number,
): PatchBuffers | undefined {
  const { plan, presynaptic, positions, quads } = layers[l]!;
  const { patch } = plan;
  if (!patch) return undefined;
  const first = l === 0;
  const below = layers[l - 1];
  const beforeQuads = below ? below.positions * below.quads : quadsOf(plan.before);
  const beforeQuadStride = first ? inputQuad(spec) : TRACE_QUAD;
  const places = batch * positions;
  const capacity = quadsOf(presynaptic) * 4;
  const quadStride = patchQuad(spec, l);
  const placeStride = quadsOf(presynaptic) * quadStride;
  const shares = Math.min(MOST_SHARES, positions);
  const bytes = structBytes(PATCHES, {
    columns: patch.grid.columns,
    rows: patch.grid.rows,
    kernel: patch.kernel,
    stride: patch.stride,
    beforeColumns: patch.before.columns,
    // The padding of a position's channels is part of its cell.
    cell: below ? below.quads * 4 : patch.before.channels,
    beforeCapacity: beforeQuads * 4,
    beforeStride: beforeQuads * beforeQuadStride,
    beforeQuadStride,
    stored: first ? 1 : 0,
    capacity,
    placeStride,
    quadStride,
  });
  const name = `patches${l + 1}`;
  return {
    uniform: makeUniform(name, bytes),
    counts: make(`${name}.counts`, places),
    spikes: make(`${name}.spikes`, places * capacity * 2),
    volley: make(`${name}.volley`, places * placeStride),
    sums: make(`${name}.sums`, shares * capacity * quads * 4),
    shares,
  };
}
