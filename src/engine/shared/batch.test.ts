import { describe, expect, test } from 'vitest';
import { distort } from '../../data/distort';
import { imageAt, type ImageSet } from '../../data/image-set';
import { epochOrder } from '../../model/training';
import { assembleBatch, createBatchSource } from './batch';

describe('which images a step sees', () => {
  test('slices of the epoch order, the last one smaller, then the next epoch', () => {
    const batches = createBatchSource();
    const settings = { seed: 7, batch: 4 };
    const [first, second] = [epochOrder(10, 7, 0), epochOrder(10, 7, 1)];
    const steps = [0, 1, 2, 3].map((step) => batches(settings, step, 10));
    expect(steps.map((batch) => batch.epoch)).toEqual([0, 0, 0, 1]);
    expect(steps[0]!.indices).toEqual(first.slice(0, 4));
    expect(steps[1]!.indices).toEqual(first.slice(4, 8));
    expect(steps[2]!.indices).toEqual(first.slice(8));
    expect(steps[3]!.indices).toEqual(second.slice(0, 4));
  });

  test('depend on the step alone, not on those asked for before', () => {
    const walked = createBatchSource();
    const settings = { seed: 7, batch: 3 };
    for (const step of [0, 9, 4, 30, 31, 2]) {
      expect(walked(settings, step, 20)).toEqual(createBatchSource()(settings, step, 20));
    }
    // Another seed, another number of images, another batch size.
    for (const [seed, batch, count] of [
      [8, 3, 20],
      [8, 3, 21],
      [8, 5, 21],
    ] as const) {
      expect(walked({ seed, batch }, 2, count)).toEqual(
        createBatchSource()({ seed, batch }, 2, count),
      );
    }
  });
});

test('a batch is copied with its labels, distorted as (seed, epoch, image) say', () => {
  const set: ImageSet = {
    width: 6,
    height: 5,
    count: 4,
    images: Uint8Array.from({ length: 120 }, (_, p) => (p * 37) % 256),
    labels: Uint8Array.from([3, 1, 0, 2]),
    classes: 4,
  };
  const batch = { epoch: 2, indices: Uint32Array.from([2, 0]) };
  const images = new Uint8Array(60);
  const labels = new Uint8Array(2);
  assembleBatch(set, batch, { seed: 5, distort: 'none' }, images, labels);
  expect([...labels]).toEqual([0, 3]);
  expect(images.subarray(0, 30)).toEqual(imageAt(set, 2));
  expect(images.subarray(30)).toEqual(imageAt(set, 0));
  assembleBatch(set, batch, { seed: 5, distort: 'affine' }, images, labels);
  const wanted = new Uint8Array(30);
  distort(imageAt(set, 0), wanted, 6, 5, 'affine', 5, 2, 0);
  expect(images.subarray(30)).toEqual(wanted);
  expect(wanted).not.toEqual(imageAt(set, 0));
});
