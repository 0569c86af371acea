import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../engine/engine';
import { speedAt, speedCurve } from './speed';

const evaluation = {
  answers: Uint8Array.from([3, 1, 2, 255, 0]),
  decisionTimes: Float32Array.from([1.5, 0.5, 1, Infinity, 0.75]),
} as Evaluation;
const curve = speedCurve(evaluation, [3, 1, 9, 4, 0]);

describe('speedAt', () => {
  it('counts what is answered by a time, and what rightly, of all images', () => {
    expect(speedAt(curve, 0.4)).toEqual({ answered: 0, right: 0 });
    expect(speedAt(curve, 0.5)).toEqual({ answered: 0.2, right: 0.2 });
    expect(speedAt(curve, 1.2)).toEqual({ answered: 0.6, right: 0.4 });
    expect(speedAt(curve, 9)).toEqual({ answered: 0.8, right: 0.6 });
  });

  it('has nothing to say about an empty set', () => {
    const none = { answers: new Uint8Array(), decisionTimes: new Float32Array() } as Evaluation;
    expect(speedAt(speedCurve(none, []), 1)).toEqual({ answered: 0, right: 0 });
  });
});
