import { expect, test } from 'vitest';
import { encode, spikeTrain } from '../../../model/encode';
import { DEFAULT_NETWORK } from '../../../model/network';
import { averageDelay, INK, RAMP, TRAIN } from './patch';

const spec = {
  ...DEFAULT_NETWORK,
  input: { width: 4, height: 4, cut: 0.1 },
  coding: { kernel: 4, stride: 4, train: 'latency' as const },
};
const image = Uint8Array.from(INK, (x) => Math.round(x * 255));

test('the picture of a patch shows what the model makes of its pixels', () => {
  const train = spikeTrain(spec, image, 0).map(({ time }) => time);
  expect(train).toHaveLength(12);
  for (const t of train) expect(TRAIN.some((shown) => Math.abs(shown - t) < 0.003)).toBe(true);
  expect(encode(spec, image).times[0]).toBeCloseTo(averageDelay, 2);
});

test('the one ramp meets the many at the last spike', () => {
  const last = TRAIN.at(-1)!;
  const [[from], [to, top]] = RAMP.one.slice(1) as [[number, number], [number, number]];
  const [, height] = RAMP.each.find(([t]) => t === last)!;
  expect((top * (last - from)) / (to - from)).toBeCloseTo(height, 10);
});
