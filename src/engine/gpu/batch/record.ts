/** What samples gave, and what steps did. */
import source from '../../../../shaders/parts/record.wgsl?raw';
import type { Part } from '../device/shader';
import { struct } from '../device/struct';

/** What one sample gave; `spikes` counts neurons a layer, the input first. */
export const RECORD = struct({
  loss: 'f32',
  decision: 'f32',
  second: 'f32',
  answer: 'u32',
  label: 'u32',
  spikes: ['u32', 6],
  trainSpikes: 'u32',
  operations: 'u32',
});

export const recordPart: Part = { source, structs: { Record: RECORD } };

/** Answer of a blank image. */
export const NO_ANSWER = 255;

/** Sums over the samples of one step. */
export const TOTALS = struct({
  loss: 'f32',
  correct: 'u32',
  decided: 'u32',
  decision: 'f32',
  spikes: ['u32', 6],
  broken: 'u32',
});
