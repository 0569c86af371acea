/** The Step: what group 0 of every kernel holds. */
import source from '../../../../shaders/parts/step.wgsl?raw';
import type { Part } from './shader';
import { struct } from './struct';

/**
 * One step, or (as number 0 of a submit) the whole chunk of steps. 256 bytes apart, as dynamic offsets demand.
 * first: slot of its first sample; row: record of its first sample; steps: of the chunk; correct1/2: Adam's bias corrections.
 */
export const STEP = struct(
  {
    first: 'u32',
    samples: 'u32',
    row: 'u32',
    steps: 'u32',
    rate: 'f32',
    correct1: 'f32',
    correct2: 'f32',
    decay: 'f32',
    heuristic: 'u32',
    margin: 'f32',
    temperature: 'f32',
  },
  256,
);

export const stepPart: Part = { source, structs: { Step: STEP } };

/** A Step's number in its buffer: 0 is the whole chunk, its steps follow. */
export type StepNumber = number;
