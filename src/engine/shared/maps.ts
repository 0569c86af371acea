/** Room for spike maps: one buffer for all layers, so that it travels, and comes back, as one. */
import { layerSizes, type NetworkSpec } from '../../model/network';
import type { SpikeMaps } from '../engine';

/** @param room a buffer to use again where it is large enough; what is in it stays until it is written over */
export function createMaps(spec: NetworkSpec, count: number, room?: ArrayBuffer): SpikeMaps {
  const sizes = layerSizes(spec);
  const values = sizes.reduce((sum, neurons) => sum + neurons * count, 0);
  const bytes = values * Float32Array.BYTES_PER_ELEMENT;
  const buffer = room && room.byteLength >= bytes ? room : new ArrayBuffer(bytes);
  let at = 0;
  const layers = sizes.map((neurons) => {
    const layer = new Float32Array(buffer, at, neurons * count);
    at += layer.byteLength;
    return layer;
  });
  return { count, layers };
}

/** Writes what one input gave. @param times [layers] of [neurons] spike times */
export function addToMaps(maps: SpikeMaps, input: number, times: ArrayLike<number>[]): void {
  maps.layers.forEach((layer, l) => {
    const own = times[l]!;
    for (let j = 0; j < own.length; j++) layer[j * maps.count + input] = own[j]!;
  });
}
