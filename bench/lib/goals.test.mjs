import { expect, test } from 'vitest';
import { CONVOLUTION_GOALS, GOALS, judge } from './goals.mjs';

const taken = (id, median, peer, batch = 64) => ({ id, peer, batch, secondsAnEpoch: { median } });

test('of several peers the fastest counts, with batches of 64, and goals whose contenders did not run are left out', () => {
  const found = [
    taken('cpu-1', 10),
    taken('cpu-1', 1, undefined, 512),
    taken('tfjs-wasm', 200, 'tfjs'),
    taken('jax-wasm', 40, 'jax'),
    taken('jax-wasm-threads', 35, 'jax'),
    taken('jax-wasm', 4, 'jax', 512),
  ];
  expect(judge(found, CONVOLUTION_GOALS)).toEqual([
    {
      who: 'the CPU engine, 1 thread',
      than: 'the best peer',
      ratio: 3.5,
      goal: 3,
      reached: true,
    },
  ]);
  const dense = judge(found, GOALS);
  expect(dense.map(({ than, ratio }) => [than, ratio])).toEqual([
    ["TensorFlow.js's best", 20],
    ["jax-js's best", 3.5],
  ]);
  expect(dense.map(({ reached }) => reached)).toEqual([true, false]);
});

test('WebGPU is compared with WebGPU alone', () => {
  const found = [
    taken('webgpu', 100),
    taken('jax-wasm', 40, 'jax'),
    taken('jax-webgpu', 150, 'jax'),
    taken('tfjs-webgpu', 900, 'tfjs'),
  ];
  const [goal, ...others] = judge(found, CONVOLUTION_GOALS);
  expect(others).toEqual([]);
  expect(goal).toMatchObject({ than: "the peers' best WebGPU", ratio: 1.5, reached: false });
});
