/** Where a submit's images come from: the resident set, distorted on the GPU from it, or sent along. */
import type { Arrival } from '../../../data/arrival';
import { distort } from '../../../data/distort';
import { imageAt, type ImageSet } from '../../../data/image-set';
import type { Distortion, TrainingSettings } from '../../../model/training';
import { storage } from '../device/buffers';
import type { Distorter } from '../stages/distorter';
import type { Machine } from '../machine';
import type { Recorder } from '../device/recorder';
import type { BatchBuffers } from './batch-buffers';

export interface Source {
  readonly images: GPUBuffer;
  /** Puts image `index` of the set, as it is in this epoch, into a slot; returns its place in `images`. */
  place(slot: number, index: number, seed: number, epoch: number): number;
  /** Sends what the first `samples` slots need. */
  send(samples: number): void;
  /** What the GPU has to do before it encodes. */
  record(recorder: Recorder, samples: number): void;
}

export interface Sources {
  /** Whether the images of a step can be had now. @param images asks for their indices in the set */
  has(settings: Pick<TrainingSettings, 'distort'>, images: () => Uint32Array): boolean;
  /** Compiles what a distortion needs and is not there yet. */
  prepare(settings: Pick<TrainingSettings, 'distort'>): Promise<void> | undefined;
  /** Call it before asking the machine for a workspace's groups: it may load the set. */
  resident(): GPUBuffer | undefined;
  of(settings: Pick<TrainingSettings, 'distort'>, space: BatchBuffers): Source;
  destroy(): void;
}

/**
 * @param arrival the set's images may still be coming: until all are there each submit is sent its own. What the GPU distorts it takes from the
 * whole set.
 */
export function createSources(machine: Machine, set: ImageSet, arrival?: Arrival): Sources {
  const { device } = machine;
  let sent: { buffer: GPUBuffer; bytes: Uint8Array<ArrayBuffer> } | undefined;
  let distorter: { kind: Distortion; made: Distorter } | undefined;
  const isWhole = (): boolean => arrival?.complete ?? true;
  const resident = (): GPUBuffer | undefined =>
    isWhole() ? machine.images('train', set) : undefined;
  const onGpu = ({ distort: kind }: Pick<TrainingSettings, 'distort'>): boolean =>
    kind !== 'none' && machine.distorts && resident() !== undefined;

  const distorterOf = (kind: Distortion, { size: { slots } }: BatchBuffers): Distorter => {
    if (distorter?.kind !== kind || distorter.made.slots < slots) {
      distorter?.made.destroy();
      distorter = { kind, made: machine.distorter(resident()!, set, kind, slots) };
    }
    return distorter.made;
  };

  const sending = (kind: Distortion, { size: { slots }, imageWords }: BatchBuffers): Source => {
    const pixels = set.width * set.height;
    if (!sent || sent.bytes.length < slots * imageWords * 4) {
      sent?.buffer.destroy();
      sent = {
        buffer: storage(device, 'Sources.images', slots * imageWords),
        bytes: new Uint8Array(slots * imageWords * 4),
      };
    }
    const { buffer, bytes } = sent;
    return {
      images: buffer,
      place(slot, index, seed, epoch) {
        const at = slot * imageWords * 4;
        const target = bytes.subarray(at, at + pixels);
        distort(imageAt(set, index), target, set.width, set.height, kind, seed, epoch, index);
        return slot;
      },
      send(samples) {
        device.queue.writeBuffer(buffer, 0, bytes, 0, samples * imageWords * 4);
      },
      record: () => undefined,
    };
  };

  return {
    resident,
    has: ({ distort: kind }, images) =>
      isWhole() || ((kind === 'none' || !machine.distorts) && arrival!.has(images())),
    prepare: (settings) => (onGpu(settings) ? machine.prepareDistorter() : undefined),
    of({ distort: kind }, space) {
      const images = resident();
      if (kind === 'none' && images) {
        return {
          images,
          place: (_, index) => index,
          send: () => undefined,
          record: () => undefined,
        };
      }
      if (!onGpu({ distort: kind })) return sending(kind, space);
      const made = distorterOf(kind, space);
      return {
        images: made.images,
        place(slot, index, seed, epoch) {
          made.set(slot, index, seed, epoch);
          return slot;
        },
        send: made.send,
        record(recorder, samples) {
          made.record({ recorder, steps: space.steps, step: 0, samples });
        },
      };
    },
    destroy() {
      sent?.buffer.destroy();
      distorter?.made.destroy();
    },
  };
}
