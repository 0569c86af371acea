/** What the engines are to reach against their peers, as ratios within one run (batch 64). */

/** Groups of contenders; of several in a group, the fastest counts. */
const GROUPS = {
  'the CPU engine, 1 thread': ({ id }) => id === 'cpu-1',
  'the CPU engine, 2 threads': ({ id }) => id === 'cpu-2',
  'the WebGPU engine': ({ id }) => id === 'webgpu',
  "TensorFlow.js's best": ({ peer }) => peer === 'tfjs',
  "TensorFlow.js's WebGPU": ({ id }) => id === 'tfjs-webgpu',
  "jax-js's best": ({ peer }) => peer === 'jax',
  "jax-js's WebGPU": ({ id }) => id === 'jax-webgpu',
  'the best peer': ({ peer }) => peer !== undefined,
  "the peers' best WebGPU": ({ id }) => ['tfjs-webgpu', 'jax-webgpu'].includes(id),
};

/** 784-128-10. */
export const GOALS = [
  ['the CPU engine, 1 thread', "TensorFlow.js's best", 20],
  ['the CPU engine, 1 thread', "jax-js's best", 7],
  ['the CPU engine, 2 threads', 'the CPU engine, 1 thread', 1.7],
  ['the CPU engine, 2 threads', "TensorFlow.js's best", 32],
  ['the CPU engine, 2 threads', "jax-js's best", 11],
  ['the WebGPU engine', "jax-js's WebGPU", 4.5],
  ['the WebGPU engine', "TensorFlow.js's WebGPU", 15],
];

/** 784-32c5s2-64c3s2-256-10. */
export const CONVOLUTION_GOALS = [
  ['the CPU engine, 1 thread', 'the best peer', 3],
  ['the CPU engine, 2 threads', 'the CPU engine, 1 thread', 1.7],
  ['the WebGPU engine', "the peers' best WebGPU", 2],
];

/**
 * @param {{ id: string, peer?: string, batch: number, secondsAnEpoch: { median: number } }[]} results
 * @param {[who: string, than: string, goal: number][]} goals
 * @returns {{ who: string, than: string, ratio: number, goal: number, reached: boolean }[]} goals whose contenders ran
 */
export function judge(results, goals) {
  const fastest = (group) =>
    Math.min(
      ...results
        .filter((result) => result.batch === 64 && GROUPS[group](result))
        .map(({ secondsAnEpoch }) => secondsAnEpoch.median),
    );
  return goals
    .map(([who, than, goal]) => {
      const ratio = fastest(than) / fastest(who);
      return { who, than, ratio, goal, reached: ratio >= goal };
    })
    .filter(({ ratio }) => Number.isFinite(ratio) && ratio > 0);
}
