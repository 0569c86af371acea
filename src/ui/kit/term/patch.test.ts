import { expect, test } from 'vitest';
import { encode, spikeTrain } from '../../../model/encode';
import { DEFAULT_NETWORK } from '../../../model/network';
import { EXAMPLE, rampsOf } from './patch';

const spec = {
  ...DEFAULT_NETWORK,
  input: { width: 4, height: 4, cut: 0.1 },
  coding: { kernel: 4, stride: 4, train: 'latency' as const },
};
const image = Uint8Array.from(EXAMPLE.ink, (x) => Math.round(x * 255));

test('the picture of a patch shows what the model makes of its pixels', () => {
  const train = spikeTrain(spec, image, 0).map(({ time }) => time);
  expect(train).toHaveLength(12);
  train.forEach((t, n) => expect(t).toBeCloseTo(EXAMPLE.times[n]!, 2));
  expect(encode(spec, image).times[0]).toBeCloseTo(rampsOf(EXAMPLE).mean, 2);
});

test('the one ramp meets the many at the last spike', () => {
  const { each, one } = rampsOf(EXAMPLE);
  const last = Math.max(...EXAMPLE.times);
  const [[from], [to, top]] = one.slice(1) as [[number, number], [number, number]];
  const [, height] = each.find(([t]) => t === last)!;
  expect((top * (last - from)) / (to - from)).toBeCloseTo(height, 10);
});
