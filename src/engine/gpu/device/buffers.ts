/** Buffers by name and by length in words, and the reading back of their contents. */
import { EngineError } from '../../engine';

/** GPUBufferUsage and GPUMapMode by value; the globals are missing in Node. */
export const USAGE = {
  MAP_READ: 1,
  COPY_SRC: 4,
  COPY_DST: 8,
  UNIFORM: 64,
  STORAGE: 128,
  QUERY_RESOLVE: 512,
} as const;
const MAP_READ_MODE = 1;

/** A storage buffer of `words` 4-byte words (at least 4: an empty binding is an error), zero at first. */
export function storage(device: GPUDevice, label: string, words: number): GPUBuffer {
  const size = Math.max(words, 4) * 4;
  if (size > device.limits.maxStorageBufferBindingSize) {
    throw new EngineError(
      `${label} needs ${Math.ceil(size / 2 ** 20)} MB, more than this GPU gives at once: choose a smaller batch or network.`,
    );
  }
  return device.createBuffer({
    label,
    size,
    usage: USAGE.STORAGE | USAGE.COPY_SRC | USAGE.COPY_DST,
  });
}

export function uniform(device: GPUDevice, label: string, bytes: ArrayBuffer): GPUBuffer {
  const buffer = device.createBuffer({
    label,
    size: bytes.byteLength,
    usage: USAGE.UNIFORM | USAGE.COPY_DST,
  });
  device.queue.writeBuffer(buffer, 0, bytes);
  return buffer;
}

/** Part of a buffer, in bytes. */
export interface Part {
  buffer: GPUBuffer;
  offset?: number;
  size: number;
}

/** Staging buffers of a device that are free for the next copy; a new one is made where none is large enough. */
const waiting = new WeakMap<GPUDevice, GPUBuffer[]>();
/** At most so many are kept, each of at most so many bytes. */
const MOST_WAITING = 4;
const MOST_BYTES = 64 * 2 ** 20;

function takeStaging(device: GPUDevice, label: string, size: number): GPUBuffer {
  const free = waiting.get(device) ?? [];
  const fitting = free.findIndex((buffer) => buffer.size >= size);
  if (fitting >= 0) return free.splice(fitting, 1)[0]!;
  return device.createBuffer({ label, size, usage: USAGE.MAP_READ | USAGE.COPY_DST });
}

/** Takes an unmapped buffer back; of too many the smallest goes. */
function returnStaging(device: GPUDevice, buffer: GPUBuffer): void {
  if (buffer.size > MOST_BYTES) return buffer.destroy();
  const free = [...(waiting.get(device) ?? []), buffer].toSorted((a, b) => a.size - b.size);
  if (free.length > MOST_WAITING) free.shift()!.destroy();
  waiting.set(device, free);
}

/** Copies parts of buffers out, all in one submit and one wait; one ArrayBuffer a part. */
export async function readBack(
  device: GPUDevice,
  label: string,
  parts: Part[],
): Promise<ArrayBuffer[]> {
  const total = parts.reduce((sum, part) => sum + part.size, 0);
  if (total === 0) return parts.map(() => new ArrayBuffer(0));
  const staging = takeStaging(device, label, total);
  try {
    const encoder = device.createCommandEncoder({ label });
    let at = 0;
    for (const { buffer, offset = 0, size } of parts) {
      encoder.copyBufferToBuffer(buffer, offset, staging, at, size);
      at += size;
    }
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(MAP_READ_MODE, 0, total);
    const bytes = staging.getMappedRange(0, total);
    at = 0;
    const copies = parts.map(({ size }) => {
      const part = bytes.slice(at, at + size);
      at += size;
      return part;
    });
    staging.unmap();
    returnStaging(device, staging);
    return copies;
  } catch (error) {
    staging.destroy();
    throw error;
  }
}

/** What came back, and when. */
export interface Came {
  bytes: ArrayBuffer;
  /** Milliseconds. */
  at: number;
}

export interface StagingRing {
  /** Number of buffers: submits that may be under way at once. */
  readonly depth: number;
  /**
   * Adds the copy of `size` bytes to an encoder; the promise made by the function returned, to be called after the submit, gives the bytes
   * once the GPU is there, and the time at which they came.
   */
  copy(encoder: GPUCommandEncoder, from: GPUBuffer, size: number): () => Promise<Came>;
  destroy(): void;
}

/** A ring of staging buffers: reports come back while the next submits are under way. At most `depth` copies may be pending. */
export function createStagingRing(
  device: GPUDevice,
  label: string,
  depth: number,
  size: number,
  now: () => number,
): StagingRing {
  const ring = Array.from({ length: depth }, (_, n) =>
    device.createBuffer({
      label: `${label}.staging${n}`,
      size,
      usage: USAGE.MAP_READ | USAGE.COPY_DST,
    }),
  );
  let next = 0;
  return {
    depth,
    copy(encoder, from, bytes) {
      const staging = ring[next]!;
      next = (next + 1) % depth;
      encoder.copyBufferToBuffer(from, 0, staging, 0, bytes);
      return async () => {
        await staging.mapAsync(MAP_READ_MODE, 0, bytes);
        const copy = staging.getMappedRange(0, bytes).slice(0);
        staging.unmap();
        return { bytes: copy, at: now() };
      };
    },
    destroy() {
      for (const staging of ring) staging.destroy();
    },
  };
}
