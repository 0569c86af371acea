import { expect, test } from 'vitest';
import { parseNetwork } from '../../model/validate';
import { bytesOf, settingsOf } from '../conformance/context';
import { randomNetwork } from '../conformance/networks';
import { shapeSet } from '../conformance/samples';
import { createCpuEngine } from './engine';
import { plainWorkshop } from './plain';
import { openWorkshop } from './workshops';

/** More images than are encoded at a time. */
const set = shapeSet(9, 9, 4, 2500, 5);
const network = randomNetwork(
  parseNetwork({ input: { width: 9, height: 9 }, layers: [12, 4] }),
  3,
  set.images,
);

// Undistorted images are encoded once, ahead; with distortion they are not, and a step that finds them missing is in the middle of a job.
test.each([
  ['WebAssembly', () => openWorkshop({})],
  ['plain', () => Promise.resolve(plainWorkshop)],
])('distortion can be switched off in mid-training: %s', async (_, open) => {
  const weights: number[][][] = [];
  for (const first of ['none', 'shift'] as const) {
    const engine = await createCpuEngine({ workshop: await open() });
    await engine.setData('train', set);
    await engine.setNetwork(network);
    await engine.configure(settingsOf({ batch: 2, distort: first }));
    // It begins by the settings that are there, and goes on by those that come before its first step.
    const training = engine.train(30, () => undefined);
    await engine.configure(settingsOf({ batch: 2 }));
    expect((await training).step).toBe(30);
    weights.push(bytesOf(await engine.readWeights()));
    await engine.dispose();
  }
  expect(weights[1]).toEqual(weights[0]);
});
